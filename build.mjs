// Builds the bundles into dist/; with --test, the tests into out/tests/ (`--only <prefix>` limits them); with
// `--cli <folder>`, the command line alone into a folder.
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleInParts } from './scripts/program-parts.mjs';

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
  alias: {
    // Its main file is UMD, whose inner requires no bundler can follow.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  },
  // Only our own tables are text: a dependency's .json keeps its meaning.
  plugins: [ownDataAsText()],
};

/** Tables and pages as text. @param texts takes each text, and says where it will be; by default all are inlined. */
function ownDataAsText({ texts } = {}) {
  return {
    name: 'own-data-as-text',
    setup(plugin) {
      plugin.onLoad({ filter: /\.(json|md)$/ }, ({ path: file }) => {
        if (file.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
        const text = readFileSync(file, 'utf8');
        const content = file.endsWith('.json') ? bundledTable(file, JSON.parse(text)) : text;
        if (texts === undefined) return { contents: content, loader: textFiles[path.extname(file)] };
        const { start, length } = texts.add(file.endsWith('.json') ? escaped(content) : content);
        return {
          contents: `import { textAt } from 'portolan-texts';
            export default { toString: () => textAt(${start}, ${length}) };`,
          loader: 'js',
        };
      });
      plugin.onResolve({ filter: /^portolan-texts$/ }, ({ path: name }) => ({
        path: name,
        namespace: 'portolan-texts',
      }));
      plugin.onLoad({ filter: /.*/, namespace: 'portolan-texts' }, () => ({ contents: texts.module, loader: 'js' }));
    },
  };
}

/**
 * Long lists of tables, of which a run needs a few rows: in the bundles each row is JSON text within the table's or below it,
 * parsed when it is asked for (core/targets/operator-table.ts, core/onnx/schemas/table.ts).
 */
const rowsAsTexts = {
  'rules/operators/atc.json': operatorTableRows,
  'rules/operators/ort-cann.json': operatorTableRows,
  'rules/operators/tpu-mlir.json': operatorTableRows,
  'core/onnx/schemas/operators.generated.json': (table) =>
    JSON.stringify({
      ...table,
      typeLists: asTexts(table.typeLists),
      constraints: asTexts(table.constraints),
      parameters: asTexts(table.parameters),
      attributes: asTexts(table.attributes),
      operators: asTexts(table.operators.map(([, , rows]) => rows)),
      operatorKeys: table.operators.map(([domain, name]) => `${domain}:${name}`).join('|'),
    }),
};

function bundledTable(file, table) {
  const convert = rowsAsTexts[path.relative(root, file).split(path.sep).join('/')];
  return convert === undefined ? JSON.stringify(table) : convert(table);
}

/** All rows in one text, which is parsed at once; a bar between them, as it needs no backslash. */
function asTexts(rows) {
  const texts = rows.map((row) => JSON.stringify(row));
  if (texts.some((text) => text.includes('|'))) throw new Error('a row of a table has a bar');
  return texts.join('|');
}

/** A line of the table, with the keys of its operators and how long its lists are, then a line for each row of them. */
function operatorTableRows({ operators, texts, sources, ...table }) {
  const header = { ...table, operators: Object.keys(operators), texts: texts.length, sources: sources.length };
  return [header, ...Object.values(operators), ...texts, ...sources].map((row) => JSON.stringify(row)).join('\n');
}

/** Texts in one file beside the program, each read when it is asked for. */
class Texts {
  #parts = [];
  #size = 0;

  constructor(file) {
    this.file = file;
    this.module = `import { closeSync, openSync, readSync } from 'node:fs';
      export function textAt(start, length) {
        const file = openSync(__dirname + ${JSON.stringify(`/${path.basename(file)}`)});
        try {
          const bytes = Buffer.allocUnsafe(length);
          readSync(file, bytes, 0, length, start);
          return bytes.toString();
        } finally {
          closeSync(file);
        }
      }`;
  }

  add(text) {
    const bytes = Buffer.from(text);
    this.#parts.push(bytes);
    this.#size += bytes.length;
    return { start: this.#size - bytes.length, length: bytes.length };
  }

  write() {
    writeFileSync(this.file, Buffer.concat(this.#parts));
  }
}

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
  const texts = new Texts(`${outfile}.texts`);
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
  return `(function (exports, require, module, __dirname) {${escaped(source)}\n})`;
}

/** JavaScript or JSON in ASCII alone. */
function escaped(source) {
  return source.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Runs the program on examples, so that the functions that a run needs are compiled, and keeps V8's code of them. */
async function cacheCode(file) {
  const { program, createCache } = createRequire(import.meta.url)('./cli/bin.cjs').loadProgram(file);
  const reports = `${file}.reports`;
  const output = openSync(reports, 'w');
  const surroundings = { cwd: () => root, env: {}, hrtime: process.hrtime, platform: process.platform };
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
