// What a bundle has of the repository's own tables and pages.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inAscii } from './ascii.mjs';
import { storedTable } from './stored-table.mjs';

const root = path.join(import.meta.dirname, '..');
const capabilities = ['operators', 'texts', 'sources'];

/** Tables of which a run needs a few rows, and the lists that these are in. */
const storedByRow = {
  'rules/operators/atc.json': capabilities,
  'rules/operators/ort-cann.json': capabilities,
  'rules/operators/tpu-mlir.json': capabilities,
  'core/onnx/schemas/operators.generated.json': ['typeLists', 'constraints', 'parameters', 'attributes', 'operators'],
};

/**
 * Plugin of esbuild that gives tables and pages as text. Only our own are: a dependency's .json keeps its meaning.
 *
 * @param texts takes each text ({@link TextFile}); where there is none, all are inlined
 */
export function ownDataAsText({ texts } = {}) {
  return {
    name: 'own-data-as-text',
    setup(plugin) {
      plugin.onLoad({ filter: /\.(json|md)$/ }, ({ path: file }) => {
        if (file.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
        const isTable = file.endsWith('.json');
        const contents = isTable ? tableText(file) : readFileSync(file, 'utf8');
        if (texts === undefined) return { contents, loader: 'text' };
        const { start, length } = texts.add(isTable ? inAscii(contents) : contents);
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

function tableText(file) {
  const table = JSON.parse(readFileSync(file, 'utf8'));
  const lists = storedByRow[path.relative(root, file).split(path.sep).join('/')];
  return lists === undefined ? JSON.stringify(table) : storedTable(table, lists);
}

/** Texts in one file beside the program, each read when it is asked for. */
export class TextFile {
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
