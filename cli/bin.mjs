#!/usr/bin/env node
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') {
  console.log(require('../package.json').version);
} else {
  const { loadProgram } = require('./load-program.cjs');
  const { program } = loadProgram(require.resolve('../dist/cli/main.cjs'));
  process.exitCode = await program.run(process);
}
