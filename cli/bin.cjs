#!/usr/bin/env node
'use strict';
// CommonJS: Node.js takes 5 ms longer to begin with a module.
const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') {
  console.log(require('../package.json').version);
} else {
  const { loadProgram } = require('./load-program.cjs');
  const { program } = loadProgram(require.resolve('../dist/cli/main.cjs'));
  program.run(process);
}
