import path from 'node:path';
import { build } from 'esbuild';
import { inRepository } from '../harness/repository';
import { VSCodeServer } from './vscode-server';
import { Workbench } from './workbench';
import { inWorkspace } from './workspace-folder';

const patience = 240_000;
/** What the workbench itself says on its console. */
const noise =
  /connection token|Creating a socket|Service Worker|builtin extensions cache|ENOTFOUND|AccountPolicyGate|ChatSessionStore|bindings file|watchdog/;

/** Runs the mocha tests of extension-host/ inside the extension host of a real VS Code; rejects where one fails. */
export function runExtensionHostTests(): Promise<void> {
  return inWorkspace(async (folder) => {
    const tests = inRepository('out', 'vscode', 'extension-host', 'index.cjs');
    await build({
      entryPoints: [inRepository('test', 'vscode', 'extension-host', 'index.ts')],
      outfile: tests,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: ['vscode', 'mocha'],
    });
    const server = await VSCodeServer.start({});
    const workbench = await Workbench.open();
    try {
      const remote = (file: string) => `vscode-remote://127.0.0.1:${server.port}${file}`;
      const payload = [
        ['extensionDevelopmentPath', remote(inRepository('out', 'extension'))], // where it was packaged from
        ['extensionTestsPath', remote(tests)],
      ];
      const { page } = workbench;
      const exit = new Promise<number>((resolve, reject) => {
        page.exposeFunction('codeAutomationExit', resolve).catch(reject);
        setTimeout(() => reject(new Error(`no answer in ${patience} ms\n${server.log}`)), patience).unref();
      });
      await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
        if (!noise.test(String(args[0]))) console[type === 'error' ? 'error' : 'log'](...args);
      });
      const query = `folder=${encodeURI(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
      await page.goto(`${server.url}/?${query}`);
      const code = await exit;
      if (code !== 0) throw new Error(`${path.basename(tests)}: ${code} tests failed`);
    } finally {
      await workbench.close();
      await server.stop();
    }
  });
}
