// Builds the bundles into dist/; with --test, the tests into out/tests/ (`--only <prefix>` limits them); with
// `--cli <folder>`, the command line alone into a folder.
import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const production = !process.argv.includes('--dev');
const textFiles = { '.json': 'text', '.md': 'text' };
const version = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;
const shared = {
  absWorkingDir: root,
  bundle: true,
  charset: 'ascii',
  target: 'node20',
  legalComments: 'none',
  logLevel: 'warning',
  define: { PORTOLAN_VERSION: JSON.stringify(version) },
  // Its main file is UMD, whose inner requires no bundler can follow.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // Only our own tables are text: a dependency's .json keeps its meaning.
  plugins: [ownDataAsText()],
};

function ownDataAsText() {
  return {
    name: 'own-data-as-text',
    setup(plugin) {
      plugin.onLoad({ filter: /\.(json|md)$/ }, ({ path: file }) => {
        if (file.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
        const text = readFileSync(file, 'utf8');
        const content = file.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text;
        return { contents: content, loader: textFiles[path.extname(file)] };
      });
    },
  };
}

const esm = { format: 'esm', platform: 'node', splitting: true, banner: { js: requireForEsm() } };

function requireForEsm() {
  return "import { createRequire as portolanRequire } from 'node:module'; const require = portolanRequire(import.meta.url);";
}

/** The command line is split, so that a command loads only what it needs. */
function commandLine(outdir, minify) {
  return build({
    ...shared,
    ...esm,
    minify,
    entryPoints: { main: 'cli/main.ts' },
    outdir,
    chunkNames: 'chunk-[hash]',
  });
}

async function bundles() {
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  const minify = production;
  await Promise.all([
    commandLine('dist/cli', minify),
    build({
      ...shared,
      minify,
      entryPoints: ['server/node.ts'],
      outfile: 'dist/server.cjs',
      platform: 'node',
      format: 'cjs',
    }),
    build({
      ...shared,
      minify,
      entryPoints: ['server/web-worker.ts'],
      outfile: 'dist/server.web.js',
      platform: 'browser',
      format: 'iife',
    }),
    build({
      ...shared,
      minify,
      entryPoints: ['client/node.ts'],
      outfile: 'dist/client.cjs',
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
    }),
    build({
      ...shared,
      minify,
      entryPoints: ['client/web.ts'],
      outfile: 'dist/client.web.cjs',
      platform: 'browser',
      format: 'cjs',
      external: ['vscode'],
    }),
  ]);
}

async function tests(only) {
  const outdir = path.join(root, 'out/tests');
  if (only === undefined) await rm(outdir, { recursive: true, force: true });
  const files = await readdir(path.join(root, 'test'), { recursive: true });
  const entryPoints = files
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith('vscode'))
    .map((file) => `test/${file.split(path.sep).join('/')}`)
    .filter((file) => only === undefined || file.startsWith(`test/${only}`));
  await build({
    ...shared,
    ...esm,
    entryPoints,
    outdir,
    outbase: 'test',
    sourcemap: 'inline',
    external: ['vscode', 'esbuild', 'web-tree-sitter', 'onnx-proto', 'protobufjs', 'ajv', 'ajv/*'],
    chunkNames: `chunks/[hash]`,
  });
  console.log(`built ${entryPoints.length} test files`);
}

const valueAfter = (option) =>
  process.argv.includes(option) ? process.argv[process.argv.indexOf(option) + 1] : undefined;
const cliFolder = valueAfter('--cli');
if (process.argv.includes('--test')) await tests(valueAfter('--only'));
else if (cliFolder !== undefined) await commandLine(cliFolder, production);
else await bundles();
