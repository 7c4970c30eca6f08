import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  Hover,
  InlayHint,
  InlayHintParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { CheckpointAnalysis } from '../checkpoints/checkpoint-analysis';
import { checkpointHover } from '../checkpoints/hover';
import { checkpointHints } from '../checkpoints/inlay-hints';
import { checkpointLenses } from '../checkpoints/lenses';
import { fixActions } from '../verbs/fix-action';
import type { Serving } from './serving';

/** What is asked about a model's configuration; undefined where the document is none. */
export interface CheckpointAnswers {
  of(uri: string): Promise<CheckpointAnalysis | undefined>;
  hover(checkpoint: CheckpointAnalysis, params: TextDocumentPositionParams): Hover | null;
  lenses(checkpoint: CheckpointAnalysis): Promise<CodeLens[]>;
  fixes(checkpoint: CheckpointAnalysis, params: CodeActionParams): CodeAction[];
}

export function checkpointAnswers({ session }: Serving): CheckpointAnswers {
  const { client } = session;
  return {
    of: (uri) => session.checkpoints.of(uri),
    hover: (checkpoint, { position }) =>
      checkpointHover(checkpoint, position, { language: session.language, isMarkdown: client.markdownHover }),
    async lenses(checkpoint) {
      const { codeLens } = await session.editorSettings(undefined);
      if (!codeLens) return [];
      return checkpointLenses(checkpoint, { language: session.language, isOurExtension: client.commandLinks });
    },
    fixes: ({ uri, report, lines }, { context }) =>
      fixActions(report.findings, context.diagnostics, {
        uri,
        language: session.language,
        range: (span) => lines.range(span),
      }),
  };
}

/** Hints stand in configurations alone. */
export function registerInlayHints({ session, guard }: Serving): void {
  session.connection.languages.inlayHint.on(({ textDocument, range }: InlayHintParams, token) =>
    guard.request('textDocument/inlayHint', token, async (): Promise<InlayHint[]> => {
      const checkpoint = await session.checkpoints.of(textDocument.uri);
      return checkpoint === undefined ? [] : checkpointHints(checkpoint, range, session.language);
    }),
  );
}
