import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { Uri, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { activateExtension } from './extension';

/** The extension on a desktop or a remote host: the server is a Node process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  await activateExtension(context, {
    createClient: (options: LanguageClientOptions) => {
      const module = context.asAbsolutePath(path.join('dist', 'server.cjs'));
      return new LanguageClient(
        'portolan',
        'Portolan',
        {
          run: { module, transport: TransportKind.ipc },
          debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6011'] } },
        },
        options,
      );
    },
    // Messages between processes are JSON.
    readFile: async (uri) => Buffer.from(await workspace.fs.readFile(Uri.parse(uri, true))).toString('base64'),
  });
}
