import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from './host/client-files';
import { serve } from './serve';

/** The language server as a web worker: every file is read by the client. */
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
serve(connection, {
  files: (open) => (uri) => clientFiles(open, uri),
});
