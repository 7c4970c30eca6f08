import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between Node and the browser. */
export interface Host {
  createClient(options: LanguageClientOptions): BaseLanguageClient;
  /** A file's content in the form that reaches the server: base64 between processes, bytes between threads. */
  readFile(uri: string): Promise<string | Uint8Array>;
  /** What runs Python's grammar, and the grammar, for a server that has no files; others read it themselves. */
  pythonWasm?(): Promise<{ readonly runtime: Uint8Array; readonly grammar: Uint8Array }>;
}
