import path from 'node:path';
import type { ExtensionContext } from 'vscode';
import { Uri, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { activateExtension } from './extension';

/**
 * In MB, of each of V8's two halves: what the analysis of a keystroke makes in a file of thousands of lines dies young in
 * it, where the default of 16 copies it (a quarter of the time to published diagnostics).
 */
const youngGeneration = 32;

/** The extension on a desktop or a remote host: the server is a Node process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  await activateExtension(context, {
    createClient: (options: LanguageClientOptions) => {
      const module = context.asAbsolutePath(path.join('dist', 'server.cjs'));
      const execArgv = [`--max-semi-space-size=${youngGeneration}`];
      return new LanguageClient(
        'portolan',
        'Portolan',
        {
          run: { module, transport: TransportKind.ipc, options: { execArgv } },
          debug: {
            module,
            transport: TransportKind.ipc,
            options: { execArgv: [...execArgv, '--nolazy', '--inspect=6011'] },
          },
        },
        options,
      );
    },
    // Messages between processes are JSON.
    readFile: async (uri) => Buffer.from(await workspace.fs.readFile(Uri.parse(uri, true))).toString('base64'),
  });
}
