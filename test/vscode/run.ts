import { performance } from 'node:perf_hooks';
import { chinese } from './browser/chinese';
import { modelAsText } from './browser/model-as-text';
import { modelConfiguration } from './browser/model-configuration';
import { webExtension } from './browser/web-extension';
import { runExtensionHostTests } from './extension-host-run';
import { buildBundles, packageExtension, packageWebExtension } from './packages';
import { chromiumPath } from './workbench';

/**
 * The extension in a real VS Code: `npm run test:vscode [suite...]`. Exit code 1 where a suite fails; a suite is tried
 * twice, because a browser on a busy machine drops a click now and then.
 */
const suites: Readonly<Record<string, () => Promise<void>>> = {
  'extension-host': runExtensionHostTests,
  'model-as-text': () => modelAsText(extension),
  'model-configuration': () => modelConfiguration(extension),
  chinese: () => chinese(extension),
  'web-extension': () => webExtension(webOnly),
};

let extension = '';
let webOnly = '';

const wanted = process.argv.slice(2);
if (chromiumPath() === undefined) {
  console.error('test:vscode needs Chromium: apt-get install chromium, or set CHROMIUM to its path');
  process.exitCode = 1;
} else {
  buildBundles();
  extension = packageExtension();
  webOnly = packageWebExtension();
  for (const [name, run] of Object.entries(suites)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const start = performance.now();
    const passed = await twice(name, run);
    console.log(`${passed ? 'PASS' : 'FAIL'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    if (!passed) process.exitCode = 1;
  }
}

async function twice(name: string, run: () => Promise<void>): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      await run();
      return true;
    } catch (error) {
      console.error(`${name}, try ${tries}:`, error);
      if (tries === 2) return false;
    }
  }
}
