import type {
  CancellationToken,
  CodeLens,
  CodeLensParams,
  Hover,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { GraphReport } from '../../core/lint';
import type { TextView } from '../../core/onnx/text';
import type { ModelAnalysis } from '../analysis/model-analysis';
import { isConfigurationName } from '../checkpoints/configuration-uri';
import { contentOf } from '../content';
import { sameText } from '../diagnostics';
import { messages } from '../messages';
import { normal, textScheme } from '../model-uri';
import { Progress } from '../progress';
import { scriptActions } from '../scripts/script-actions';
import type { ScriptAnalysis } from '../scripts/script-analysis';
import { scriptHover } from '../scripts/script-hover';
import { scriptLenses } from '../scripts/script-lenses';
import { scriptLinks } from '../scripts/script-links';
import { isText } from '../session';
import { withPath } from '../settings/model-settings';
import { codeActions } from '../verbs/code-action';
import { type CodeLensOptions, codeLenses } from '../verbs/code-lens';
import { definition } from '../verbs/definition';
import { documentHighlights } from '../verbs/document-highlight';
import { documentSymbols } from '../verbs/document-symbols';
import { foldingRanges } from '../verbs/folding';
import { hover } from '../verbs/hover';
import type { HoverOptions } from '../verbs/hover-options';
import { OperatorTimes } from '../verbs/operator-times';
import { references } from '../verbs/references';
import { checkpointAnswers } from './checkpoints';
import type { Serving } from './serving';

interface Shown {
  readonly uri: string;
  readonly model: ModelAnalysis;
  readonly report: GraphReport;
  readonly view: TextView;
}

/** What is asked about one document: its content, and everything on its lines. */
export function registerDocuments(serving: Serving): void {
  const { session, guard } = serving;
  const { connection, client } = session;
  const checkpoints = checkpointAnswers(serving);

  const timesOf = (model: ModelAnalysis) => new OperatorTimes(model.settings.settings);

  /**
   * The answer for a document that shows a model's text view, or for a script or a cell of one; `otherwise` for any other
   * document.
   */
  const onView =
    <Params extends { readonly textDocument: { readonly uri: string } }, Answer>(
      what: string,
      otherwise: Answer,
      answer: (shown: Shown, params: Params) => Answer | Promise<Answer>,
      ofScript?: (script: ScriptAnalysis, params: Params) => Answer | Promise<Answer>,
    ) =>
    (params: Params, token: CancellationToken) =>
      guard.request(what, token, async () => {
        if (session.scripts.scriptOf(params.textDocument.uri) !== undefined) {
          const { uri } = params.textDocument;
          const script = ofScript && (await session.scripts.analysis(uri, session.scripts.stateOf(uri), token));
          return script === undefined ? otherwise : ofScript!(script, params);
        }
        const shown = await shownModel(params.textDocument.uri, token);
        return shown === undefined ? otherwise : answer(shown, params);
      });

  const shownModel = async (uri: string, token: CancellationToken): Promise<Shown | undefined> => {
    const progress = new Progress(connection, session.say(messages.analysing), client.showsProgress);
    try {
      const model = await session.analysis(uri, token, (fraction) => progress.report(fraction));
      if (model === undefined) return undefined;
      const { text, view } = session.text(model);
      const document = session.documents.get(uri) ?? session.documents.get(normal(uri));
      // The URI of the binary file counts where an editor shows the text view under it.
      const isView = URI.parse(uri).scheme === textScheme || isText(uri) || sameText(document?.getText() ?? '', text);
      return view === undefined || !isView ? undefined : { uri, model, report: model.report, view };
    } finally {
      progress.end();
    }
  };

  connection.workspace.textDocumentContent.on(({ uri }, token) =>
    guard.request('workspace/textDocumentContent', token, async () => {
      const progress = new Progress(connection, session.say(messages.analysing), client.showsProgress);
      try {
        return { text: await contentOf(session, uri, token) };
      } finally {
        progress.end();
      }
    }),
  );
  const hoverInView = onView<TextDocumentPositionParams, Hover | null>(
    'textDocument/hover',
    null,
    ({ report, view, model }, { position }) =>
      hover(report, view, position, { ...hoverOptions(), times: timesOf(model) }),
    (script, { position, textDocument: { uri } }) => scriptHover(script, uri, position, hoverOptions()),
  );
  connection.onHover(async (params, token) => {
    const { uri } = params.textDocument;
    // A script's position is that of its text as it is at this moment.
    if (!isConfigurationName(uri)) return hoverInView(params, token);
    const checkpoint = await guard.request('textDocument/hover', token, () => checkpoints.of(uri));
    return checkpoint === undefined ? hoverInView(params, token) : checkpoints.hover(checkpoint, params);
  });
  connection.onDefinition(
    onView('textDocument/definition', null, ({ report, view, uri }, { position }: TextDocumentPositionParams) =>
      definition(report, view, uri, position),
    ),
  );
  connection.onReferences(
    onView('textDocument/references', null, ({ view, uri }, { position, context }) =>
      references(view, uri, position, context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    onView('textDocument/documentHighlight', null, ({ view }, { position }: TextDocumentPositionParams) =>
      documentHighlights(view, position),
    ),
  );
  connection.onDocumentSymbol(
    onView('textDocument/documentSymbol', null, ({ report, view }) => documentSymbols(report, view)),
  );
  const lensesInView = onView<CodeLensParams, CodeLens[] | null>(
    'textDocument/codeLens',
    null,
    async ({ report, view, model }) =>
      (await wantsLenses()) ? codeLenses(report, view, { ...lensOptions(model.uri), times: timesOf(model) }) : [],
    async (script, { textDocument: { uri } }) =>
      (await wantsLenses()) ? scriptLenses(script, uri, lensOptions(script.document.uri)) : [],
  );
  connection.onCodeLens(async (params, token) =>
    guard.request('textDocument/codeLens', token, async () => {
      const checkpoint = await checkpoints.of(params.textDocument.uri);
      return checkpoint === undefined ? lensesInView(params, token) : checkpoints.lenses(checkpoint);
    }),
  );
  connection.onDocumentLinks(
    onView(
      'textDocument/documentLink',
      null,
      () => null,
      (script, { textDocument: { uri } }) =>
        scriptLinks(script, uri, { language: session.language, linksRules: client.showsServerDocuments }),
    ),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    guard.request('textDocument/foldingRange', token, () =>
      // Of a script editors know more than brackets.
      session.scripts.scriptOf(uri) === undefined ? foldingRanges(session.documents.get(uri)?.getText() ?? '') : null,
    ),
  );
  connection.onCodeAction((params, token) =>
    guard.request('textDocument/codeAction', token, async () => {
      const {
        textDocument: { uri },
        context,
      } = params;
      if (session.scripts.scriptOf(uri) !== undefined) {
        const script = await session.scripts.analysis(uri, session.scripts.stateOf(uri), token);
        if (script === undefined) return [];
        return scriptActions(script, uri, params.range, context.diagnostics, {
          language: session.language,
          commandLinks: client.commandLinks,
          only: context.only,
        });
      }
      const checkpoint = await checkpoints.of(uri);
      const model = checkpoint ?? (await session.analysis(uri, token));
      if (model === undefined) return [];
      const { configuration, configurationText } = model.settings;
      const fixes = checkpoint === undefined ? [] : checkpoints.fixes(checkpoint, params);
      const others = codeActions(context.diagnostics, {
        language: session.language,
        commandLinks: client.commandLinks,
        configuration:
          configuration === undefined || configurationText === undefined
            ? undefined
            : { uri: configuration, text: configurationText },
        newConfiguration: newConfigurationFor(model.uri),
      });
      return [...fixes, ...others];
    }),
  );

  function hoverOptions(): HoverOptions {
    return { language: session.language, isMarkdown: client.markdownHover };
  }

  function lensOptions(model: string): CodeLensOptions {
    return { language: session.language, isOurExtension: client.commandLinks, model };
  }

  async function wantsLenses(): Promise<boolean> {
    return (await session.editorSettings(undefined)).codeLens;
  }

  /** Beside the workspace's folder, or beside the model where that is in none. */
  function newConfigurationFor(model: string): string {
    const { path } = URI.parse(model);
    const folder = session.folders
      .map(({ uri }) => URI.parse(uri).path.replace(/\/$/, ''))
      .find((each) => path.startsWith(`${each}/`));
    return withPath(model, `${folder ?? path.slice(0, path.lastIndexOf('/'))}/portolan.config.json`);
  }
}
