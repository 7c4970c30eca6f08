// Runs a TypeScript script: node scripts/run.mjs scripts/name.ts [argument...]
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ownDataAsText } from './own-data.mjs';

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) throw new Error('usage: node scripts/run.mjs SCRIPT [ARGUMENT...]');
const root = path.join(import.meta.dirname, '..');
const folder = await mkdtemp(path.join(root, 'out', 'script-')).catch(async () => {
  const { mkdir } = await import('node:fs/promises');
  await mkdir(path.join(root, 'out'), { recursive: true });
  return mkdtemp(path.join(root, 'out', 'script-'));
});
try {
  const outfile = path.join(folder, 'script.mjs');
  await build({
    entryPoints: [path.resolve(script)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    target: 'node20',
    plugins: [ownDataAsText()],
    sourcemap: 'inline',
    define: { PORTOLAN_VERSION: '"script"' },
  });
  process.argv = [process.argv[0], path.resolve(script), ...rest];
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(folder, { recursive: true, force: true });
}
