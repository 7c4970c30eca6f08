'use strict';
const { readFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

/** Most runs are short: V8 is told so. Figures: 1,342 operators in a file of 1.9 GB, Node 20. */
const flags = [
  // A function is optimised three times later: most runs end before its better code is ready, and a run of seconds loses
  // hardly any time. 28 ms and 6 MB less; with 100,000 operators 2 % more.
  '--interrupt-budget=400000',
  // The build keeps the code of functions that it ran a while ago, too.
  '--no-flush-bytecode',
];

/**
 * Loads the bundled program. Compiling a megabyte of JavaScript takes longer than most models take to lint, so that the
 * build keeps what V8 made of it beside the bundle (`<file>.cache`, as `createCache` gives it). V8 itself refuses a cache
 * of another version, of other flags or of another source; then the program is compiled as ever.
 */
exports.loadProgram = (file) => {
  for (const flag of flags) setFlagsFromString(flag);
  const source = readFileSync(file, 'latin1');
  let cachedData;
  try {
    cachedData = readFileSync(`${file}.cache`);
  } catch {}
  const script = new Script(source, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, require, module, dirname(file));
  return {
    program: module.exports,
    isCached: script.cachedDataRejected === false,
    createCache: () => script.createCachedData(),
  };
};
