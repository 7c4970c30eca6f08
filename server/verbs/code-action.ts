import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { inLanguage, type Language } from '../../core/model';
import { isRecord } from '../client-profile';
import { messages } from '../messages';
import type { DiagnosticData } from '../to-protocol/diagnostic';
import { newConfiguration, setInConfiguration } from './configuration-edit';

export interface CodeActionOptions {
  readonly language: Language;
  readonly commandLinks: boolean;
  /** The configuration that holds for the model, and its text. */
  readonly configuration: { readonly uri: string; readonly text: string } | undefined;
  /** Where one would be made. */
  readonly newConfiguration: string;
}

/** For each finding: its rule's page, and an ignore in the configuration. */
export function codeActions(diagnostics: readonly Diagnostic[], options: CodeActionOptions): CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    if (!isData(diagnostic.data)) return [];
    const { rule, node } = diagnostic.data;
    const explain: CodeAction = {
      title: inLanguage(messages.explain(rule), options.language),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: { title: rule, command: 'portolan.explainRule', arguments: [rule] },
    };
    const ignore: CodeAction = {
      title: inLanguage(messages.ignoreHere(rule, node), options.language),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: ignoreEdit({ rule, ...(node === undefined ? {} : { node: escapeGlob(node) }) }, options),
    };
    return [...(options.commandLinks ? [explain] : []), ignore];
  });
}

function ignoreEdit(
  match: { readonly rule: string; readonly node?: string },
  options: CodeActionOptions,
): WorkspaceEdit {
  const reason = inLanguage(messages.ignoreReason, options.language);
  const ignore = { ...match, reason };
  const path = ['ignores', -1];
  if (options.configuration !== undefined) {
    return setInConfiguration(options.configuration.uri, options.configuration.text, path, ignore);
  }
  const uri = options.newConfiguration;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: newConfiguration(path, ignore) }],
      },
    ],
  };
}

/** A node's name as a glob that matches that name and no other. */
function escapeGlob(name: string): string {
  return name.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
}

function isData(data: unknown): data is DiagnosticData {
  return isRecord(data) && typeof data['rule'] === 'string';
}
