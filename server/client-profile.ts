import type { InitializeParams } from 'vscode-languageserver';
import { type Language, languageOf } from '../core/model';

/** What the client can do, as far as it changes what the server does. */
export interface ClientProfile {
  readonly language: Language;
  /** Asks for diagnostics itself (3.17); to others they are pushed. */
  readonly pullsDiagnostics: boolean;
  /** Shows documents that the server supplies (3.18). */
  readonly showsServerDocuments: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly watchesFiles: boolean;
  readonly followsFolders: boolean;
  readonly showsProgress: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly markdownHover: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly editsDocuments: boolean;
  /** Our own extension: icons in titles, links to commands in Markdown, and files that only the client can read. */
  readonly commandLinks: boolean;
  readonly servesFiles: boolean;
  /** Settings for clients that cannot be asked. */
  readonly initialSettings: unknown;
}

export function clientProfile(params: InitializeParams): ClientProfile {
  const { workspace, textDocument, window } = params.capabilities;
  const options = isRecord(params.initializationOptions) ? params.initializationOptions : {};
  return {
    language: languageOf(params.locale),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    showsServerDocuments: workspace?.textDocumentContent !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    followsFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport === true,
    editsDocuments: workspace?.applyEdit === true,
    commandLinks: options['commandLinks'] === true,
    servesFiles: options['servesFiles'] === true,
    initialSettings: options['settings'] ?? options,
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
