import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientProfile } from './client-profile';
import { reportScheme, ruleScheme, textScheme } from './model-uri';
import { fixAllKind } from './scripts/script-actions';

/** What the server offers this client. */
export function capabilities(client: ClientProfile): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: { label: 'Portolan' },
    foldingRangeProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    documentLinkProvider: {},
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    notebookDocumentSync: { notebookSelector: [{ notebook: '*', cells: [{ language: 'python' }] }] },
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'portolan', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // Announced to all: a client that does not know it may still send the request.
      textDocumentContent: { schemes: [textScheme, reportScheme, ruleScheme] },
    },
  };
}
