#!/usr/bin/env node
import { createRequire } from 'node:module';

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') {
  console.log(createRequire(import.meta.url)('../package.json').version);
} else {
  const { run } = await import('../dist/cli/main.js');
  process.exitCode = await run(process);
}
