import type { LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { ModelDiagnostics } from './model-diagnostics';
import { textScheme } from './model-uri';

/** Markdown of the server may link to these commands of ours, and to no other. */
const linkedCommands = ['portolan.explainRule', 'portolan.openReport', 'portolan.pickTargets', 'portolan.openAsText'];

export function clientOptions(output: LogOutputChannel, diagnostics: ModelDiagnostics): LanguageClientOptions {
  return {
    documentSelector: [{ scheme: textScheme }],
    outputChannel: output,
    traceOutputChannel: output,
    diagnosticCollectionName: 'portolan',
    diagnosticCollectionProvider: diagnostics,
    markdown: { isTrusted: { enabledCommands: linkedCommands }, supportHtml: false },
    initializationOptions: { commandLinks: true, servesFiles: true },
  };
}
