import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between Node and the browser. */
export interface Host {
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /** A file's content in the form that reaches the server: base64 between processes, bytes between threads. */
  readFile(uri: string): Promise<string | Uint8Array>;
}
