// Bundles a program in two parts, so that a run reads no more of it than it needs.
import path from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles `entry` for CommonJS in two parts. `first` has what `entry` and `firstModules` import, `second` what is left: modules
 * that are only loaded by an `import()`, and what they alone import. What a part asks the other one for it requires as
 * `portolan:<part>/<module>`, which `modules` of that part gives (see cli/bin.cjs).
 *
 * esbuild itself splits into many small modules of ECMAScript. Each part is bundled of them once more: within a part, nothing
 * is looked up when the program runs.
 *
 * @param firstModules modules that `first` has as well, although they are loaded by an `import()`
 * @returns the text of each part by its name
 */
export async function bundleInParts(options, { entry, first, second, firstModules }) {
  const chunks = await split(options, entry);
  const firstNames = staticClosure(chunks, [entry, ...firstModules]);
  const partOf = (name) => (firstNames.has(name) ? first : second);
  const texts = new Map();
  for (const part of [first, second]) {
    const isRunAtOnce = part === first;
    const contents = [
      isRunAtOnce ? `export * from ${literal(`./${nameOf(chunks, entry)}`)};` : '',
      modulesFor(chunks, part, partOf, isRunAtOnce),
    ].join('\n');
    const { outputFiles } = await build({
      ...options,
      plugins: [chunksOfPart(chunks, part, partOf, isRunAtOnce)],
      stdin: { contents, resolveDir: '/' },
      format: 'cjs',
      supported: { 'dynamic-import': false },
      write: false,
    });
    texts.set(part, outputFiles[0].text);
  }
  return texts;
}

/** What esbuild splits the program into, by name: each chunk's text, what it imports, and what it exports. */
async function split(options, entry) {
  const { metafile, outputFiles } = await build({
    ...options,
    minify: false,
    entryPoints: [entry],
    outdir: '/',
    chunkNames: '[name]-[hash]',
    format: 'esm',
    splitting: true,
    write: false,
    metafile: true,
  });
  const chunks = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), { text }]));
  for (const [file, { entryPoint, exports, imports }] of Object.entries(metafile.outputs)) {
    const imported = imports.filter(({ external }) => !external);
    Object.assign(chunks.get(path.basename(file)), {
      entryPoint,
      exports,
      imports: imported.map(({ path: of, kind }) => ({ name: path.basename(of), kind })),
    });
  }
  return chunks;
}

function nameOf(chunks, entryPoint) {
  const found = [...chunks].find(([, chunk]) => chunk.entryPoint === entryPoint);
  if (found === undefined) throw new Error(`${entryPoint} is not loaded by an import()`);
  return found[0];
}

/** The modules `entryPoints`, what they import, and what that imports. */
function staticClosure(chunks, entryPoints) {
  const closure = new Set();
  const waiting = entryPoints.map((entryPoint) => nameOf(chunks, entryPoint));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (closure.has(name)) continue;
    closure.add(name);
    const { imports } = chunks.get(name);
    waiting.push(...imports.filter(({ kind }) => kind === 'import-statement').map(({ name }) => name));
  }
  return closure;
}

/**
 * `modules` of a part, with what the other part asks for; in a part that runs at once, also what its own `import()`s ask for,
 * since esbuild would make a function of each module that one of them reaches.
 *
 * @param isRunAtOnce whether all of the part runs when it is loaded, and not each module when it is asked for
 */
function modulesFor(chunks, part, partOf, isRunAtOnce) {
  const wanted = new Set();
  for (const [name, { imports }] of chunks) {
    for (const { name: imported, kind } of imports) {
      const isAsked = partOf(name) !== part || (isRunAtOnce && kind === 'dynamic-import');
      if (isAsked && partOf(imported) === part) wanted.add(imported);
    }
  }
  const lines = [];
  const modules = [...wanted].map((name, index) => {
    const file = literal(`./${name}`);
    if (!isRunAtOnce) return `${literal(name)}: () => require(${file})`;
    const exports = chunks.get(name).exports.map((exported) => [exported, `${exported}_${index}`]);
    lines.push(`import { ${exports.map(([exported, local]) => `${exported} as ${local}`).join(', ')} } from ${file};`);
    return `${literal(name)}: () => ({ ${exports.map(([exported, local]) => `${exported}: ${local}`).join(', ')} })`;
  });
  return [...lines, `export const modules = { ${modules.join(', ')} };`].join('\n');
}

/** Gives esbuild the chunks of a part; those of the other one it is to require. */
function chunksOfPart(chunks, part, partOf, isRunAtOnce) {
  return {
    name: 'chunks-of-part',
    setup(plugin) {
      plugin.onResolve({ filter: /^portolan:/ }, ({ path: name }) => ({ path: name, external: true }));
      plugin.onResolve({ filter: /^\.\// }, ({ path: file, kind }) => {
        const name = file.slice(2);
        const isOwn = partOf(name) === part;
        if (isOwn && (kind !== 'dynamic-import' || !isRunAtOnce)) return { path: name, namespace: 'chunk' };
        if (kind === 'dynamic-import') return { path: `portolan:${partOf(name)}/${name}`, external: true };
        return { path: name, namespace: 'elsewhere' };
      });
      plugin.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path: name }) => ({ contents: chunks.get(name).text }));
      // Constants: what is imported would be looked up at each use.
      plugin.onLoad({ filter: /.*/, namespace: 'elsewhere' }, ({ path: name }) => ({
        contents: `export const { ${chunks.get(name).exports.join(', ')} } = require(${literal(`portolan:${partOf(name)}/${name}`)});`,
      }));
    },
  };
}

const literal = JSON.stringify;
