// Builds the bundles into dist/; with --test, the tests into out/tests/ (`--only <prefix>` limits them); with
// `--cli <folder>`, the command line alone into a folder.
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { inAscii } from './scripts/ascii.mjs';
import { ownDataAsText, TextFile } from './scripts/own-data.mjs';
import { bundleInParts } from './scripts/program-parts.mjs';

const root = import.meta.dirname;
const production = !process.argv.includes('--dev');
const version = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;
const shared = {
  absWorkingDir: root,
  bundle: true,
  charset: 'ascii',
  target: 'node20',
  legalComments: 'none',
  logLevel: 'warning',
  define: { PORTOLAN_VERSION: JSON.stringify(version) },
  alias: {
    // Its main file is UMD, whose inner requires no bundler can follow.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  },
  plugins: [ownDataAsText()],
};

const esm = { format: 'esm', platform: 'node', splitting: true, banner: { js: requireForEsm() } };

function requireForEsm() {
  return "import { createRequire as portolanRequire } from 'node:module'; const require = portolanRequire(import.meta.url);";
}

/**
 * The command line: one file, because a module costs more to load than its code to skip; tables and pages beside it, so
 * that no run reads those that it does not need; and what V8 makes of it, see cli/bin.cjs.
 */
async function commandLine(outdir, minify) {
  await rm(path.resolve(root, outdir), { recursive: true, force: true });
  await mkdir(path.resolve(root, outdir), { recursive: true });
  const outfile = path.resolve(root, outdir, 'main.cjs');
  const texts = new TextFile(`${outfile}.texts`);
  const options = {
    ...shared,
    plugins: [ownDataAsText({ texts })],
    minify,
    platform: 'node',
  };
  const parts = await bundleInParts(options, {
    entry: 'cli/main.ts',
    first: 'main',
    second: 'more',
    firstModules: ['cli/commands/lint.ts', 'cli/reporters/text/index.ts'],
  });
  for (const [name, text] of parts) writeFileSync(path.join(path.dirname(outfile), `${name}.cjs`), wrapped(text));
  texts.write();
  await cacheCode(outfile);
}

/**
 * Makes the program a function of what a module is given, as its loader wants it. `charset: 'ascii'` leaves regular
 * expressions as they are; the program is read as Latin-1, the fastest way to a string.
 */
function wrapped(source) {
  return `(function (exports, require, module, __dirname) {${inAscii(source)}\n})`;
}

/** Runs the program on examples, so that the functions that a run needs are compiled, and keeps V8's code of them. */
async function cacheCode(file) {
  const { program, createCache } = createRequire(import.meta.url)('./cli/bin.cjs').loadProgram(file);
  const reports = `${file}.reports`;
  const output = openSync(reports, 'w');
  const { platform, versions } = process;
  const surroundings = { cwd: () => root, env: {}, hrtime: process.hrtime, platform, versions };
  const run = async (...args) => {
    const own = { ...surroundings, argv: ['node', 'portolan', ...args], exitCode: 0, exit() {} };
    await program.run(own, { stdout: output, stderr: output });
    if (own.exitCode > 1) throw new Error(`portolan ${args.join(' ')} ends with ${own.exitCode}`);
  };
  try {
    await run('lint', 'examples', '--target', 'sophgo-sc11-fp300,ascend-910b2', '--all');
    await run('lint', 'examples', '--target', 'sophgo-sc11-fp300,ascend-910b2');
    await run('lint', 'examples', '--format', 'json');
    await run('ops', 'examples/vision_flow.onnx', '--target', 'ascend-910b2', '--format', 'json');
    for (const [part, data] of createCache()) await writeFile(`${part}.cache`, data);
  } catch (error) {
    console.warn(`no code cache for ${file}: ${error.stack}`);
  } finally {
    closeSync(output);
    await rm(reports);
  }
}

async function bundles() {
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  await mkdir(path.join(root, 'dist'), { recursive: true });
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
      outfile: 'dist/client.web.js',
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
