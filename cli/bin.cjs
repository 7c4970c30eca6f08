#!/usr/bin/env node
'use strict';
// CommonJS: Node.js takes 5 ms longer to begin with a module. And one file: for another one Node.js follows links and reads
// the package's package.json, which takes 3 ms.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/**
 * Flags are V8's own matter: another version has others, and complains on standard error of those that it does not know. They
 * are set where they were measured: in the V8 of Node 20.
 */
exports.engineOfFlags = '11.3.';
const { v8 } = process.versions;

/** The one flag of long runs that later ones have as well. */
const asV8CollectsByItself = '--heap-growing-percent=0';

/** Most runs are short: V8 is told so. Figures: 1,342 operators in a file of 1.9 GB, Node 20. */
const flagsOfShortRuns = [
  // A function is optimised three times later: most runs end before its better code is ready, and a run of seconds loses
  // hardly any time. 100 million instructions of 360 above bare Node.js, 18 ms, and 3 MB less; with 100,000 operators 2 % more.
  '--interrupt-budget=400000',
  // V8 gathers what it needs to know of a function, and compiles it a first time, once it has run through so many times its
  // length, not eight times: a run has hundreds of functions that run a dozen times. 11 million instructions less, 2 ms;
  // beyond 128 the loops are longer without it than the rest gains.
  '--interrupt-budget-factor-for-feedback-allocation=64',
  // As V8 has them by itself; a thread of a long run (cli/long-run-flags.ts) begins with them, too, so that the cache below is
  // for it.
  '--no-always-sparkplug',
  '--max-inlined-bytecode-size-cumulative=920',
  '--ticks-before-optimization=3',
  '--initial-old-space-size=0',
  asV8CollectsByItself,
  // The young generation begins with 1 MB, and grows to 16 at once instead of by way of 2, 4 and 8: it is collected three
  // times instead of eight. 13 million instructions less, for 3 MB more.
  '--semi-space-growth-factor=16',
  // The build keeps the code of functions that it ran a while ago, too.
  '--no-flush-bytecode',
  // What is found of a file dies with it, or when its answer has gone to another thread. V8, which sees some of it live on, puts
  // more and more of that into old memory at once, from where it keeps the rest alive: on two threads a twentieth to a tenth of
  // the computing time. Models take the same time with and without.
  '--no-allocation-site-pretenuring',
];
const flagsOfLater = /^1[1-4]\./.test(v8) ? [asV8CollectsByItself] : [];
const flags = v8.startsWith(exports.engineOfFlags) ? flagsOfShortRuns : flagsOfLater;

/**
 * Loads the bundled program, a part of it when another one asks for it (scripts/program-parts.mjs). Compiling a megabyte of
 * JavaScript takes longer than most models take to lint, so that the build keeps what V8 made of each part beside it
 * (`<file>.cache`, as `createCache` gives it). V8 itself refuses a cache of another version, of other flags or of another
 * source; then the part is compiled as ever.
 */
exports.loadProgram = (file) => {
  const { Script } = require('node:vm');
  loadParserOfArguments();
  setFlags();
  const folder = dirname(file);
  const scripts = new Map();
  const parts = new Map();

  function load(path) {
    const source = readFileSync(path, 'latin1');
    let cachedData;
    try {
      cachedData = readFileSync(`${path}.cache`);
    } catch {}
    const script = new Script(source, { filename: path, cachedData });
    scripts.set(path, script);
    const module = { exports: {} };
    script.runInThisContext().call(module.exports, module.exports, requireModule, module, folder);
    return module.exports;
  }

  /** `portolan:<part>/<module>` is a module of a part of the program. */
  function requireModule(name) {
    if (!name.startsWith('portolan:')) return require(name);
    const [part, module] = name.slice('portolan:'.length).split('/');
    if (!parts.has(part)) parts.set(part, load(`${folder}/${part}.cjs`));
    return parts.get(part).modules[module]();
  }

  const program = load(file);
  parts.set('main', program);
  return {
    program,
    isCached: [...scripts.values()].every((script) => script.cachedDataRejected === false),
    createCache: () => {
      // What was run may have set others, and V8 keeps with the cache under which flags it was made.
      setFlags();
      return [...scripts].map(([path, script]) => [path, script.createCachedData()]);
    },
  };
};

function setFlags() {
  const { setFlagsFromString } = require('node:v8');
  for (const flag of flags) setFlagsFromString(flag);
}

/**
 * Node.js has V8's code of its own modules with it, which V8 refuses under other flags than those of the start: what the
 * program needs of them is loaded before the flags are set. Node.js itself loads this parser when it is first asked for; one
 * that is compiled takes a millisecond longer.
 */
function loadParserOfArguments() {
  return require('node:util').parseArgs;
}

/** Not where the build or a thread asks for the loader. */
if (require.main === module) {
  const [first] = process.argv.slice(2);
  if (first === '--version' || first === '-V') {
    console.log(require('../package.json').version);
  } else {
    exports.loadProgram(join(__dirname, '../dist/cli/main.cjs')).program.run(process);
  }
}
