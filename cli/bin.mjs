#!/usr/bin/env node
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') {
  console.log(require('../package.json').version);
} else {
  const { loadProgram } = require('./load-program.cjs');
  const { program } = loadProgram(require.resolve('../dist/cli/main.cjs'));
  // V8 optimises a function three times later: most runs end before its better code is ready, and a run of seconds loses
  // hardly any time. Measured with 1,342 operators: 28 ms and 6 MB less; with 100,000: 2 % more. (After the program is
  // loaded, because the cache of its code is for V8's usual flags.)
  require('node:v8').setFlagsFromString('--interrupt-budget=400000');
  process.exitCode = await program.run(process);
  // Taking the heap down costs more than giving it back; but a pipe may still be reading.
  if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit();
}
