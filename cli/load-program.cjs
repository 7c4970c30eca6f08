'use strict';
const { readFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads the bundled program. Compiling a megabyte of JavaScript takes longer than most models take to lint, so that the
 * build keeps what V8 made of it beside the bundle (`<file>.cache`, as `createCache` gives it). V8 itself refuses a cache
 * of another version, of other flags or of another source; then the program is compiled as ever.
 */
exports.loadProgram = (file) => {
  const source = readFileSync(file, 'latin1');
  let cachedData;
  try {
    cachedData = readFileSync(`${file}.cache`);
  } catch {}
  const script = new Script(`(function (exports, require, module, __dirname) {${source}\n})`, {
    filename: file,
    cachedData,
  });
  const module = { exports: {} };
  script.runInThisContext().call(module.exports, module.exports, require, module, dirname(file));
  return { program: module.exports, createCache: () => script.createCachedData() };
};
