import type { ExtensionContext } from 'vscode';
import { Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import { activateExtension } from './extension';

/** The extension in a browser: the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  // A worker cannot be made from the URI of an extension that a remote serves, so its code goes through a blob.
  const code = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', 'server.web.js'));
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  context.subscriptions.push({ dispose: () => URL.revokeObjectURL(url) });
  const startServer = async () => {
    const worker = new Worker(url, { name: 'Portolan' });
    // Not the worker itself: the client would ask whether it is a `Worker`, and an extension host has its own.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  await activateExtension(context, {
    createClient: (options: LanguageClientOptions) => new LanguageClient('portolan', 'Portolan', startServer, options),
    readFile: async (uri) => workspace.fs.readFile(Uri.parse(uri, true)),
  });
}
