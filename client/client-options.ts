import type { LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { ModelDiagnostics } from './model-diagnostics';
import { textScheme } from './model-uri';
import { shownRulePage } from './rule-page';
import { scriptDocuments } from './script-documents';

/** Markdown of the server may link to these commands of ours, and to no other. */
const linkedCommands = [
  'portolan.explainRule',
  'portolan.openReport',
  'portolan.openEstimate',
  'portolan.pickTargets',
  'portolan.openAsText',
];

/** Models' configurations; which files of these names are some, the server sees. */
const configurations = ['json', 'jsonc'].map((language) => ({ language, pattern: '**/config{,_*}.json' }));

export function clientOptions(output: LogOutputChannel, diagnostics: ModelDiagnostics): LanguageClientOptions {
  return {
    documentSelector: [{ scheme: textScheme }, ...configurations, ...scriptDocuments],
    outputChannel: output,
    traceOutputChannel: output,
    diagnosticCollectionName: 'portolan',
    diagnosticCollectionProvider: diagnostics,
    markdown: { isTrusted: { enabledCommands: linkedCommands }, supportHtml: false },
    middleware: {
      provideDocumentLinks: async (document, token, next) => {
        const links = await next(document, token);
        for (const link of links ?? []) if (link.target !== undefined) link.target = shownRulePage(link.target);
        return links;
      },
    },
    initializationOptions: { commandLinks: true, servesFiles: true },
  };
}
