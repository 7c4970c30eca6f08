// Measures the analysis of Python: node scripts/run.mjs scripts/measure-pytorch.ts FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyzeScript, loadPython } from '../core/pytorch';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name a folder of Python files');
const grammarWasm = readFileSync(path.resolve('node_modules/tree-sitter-python/tree-sitter-python.wasm'));
const parser = await loadPython({ grammarWasm });
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.py'))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
const megabytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
const time = (work: (file: string, text: string) => void) => {
  const start = performance.now();
  for (const { file, text } of files) work(file, text);
  const seconds = (performance.now() - start) / 1000;
  return `${(megabytes / seconds).toFixed(1)} MB/s, ${(files.length / seconds).toFixed(0)} files/s`;
};
let problems = 0;
let calls = 0;
for (const { text } of files.slice(0, 50)) parser.parse(text);
console.log(`${files.length} files, ${megabytes.toFixed(1)} MB`);
console.log(
  'parse and lower',
  time((_, text) => parser.parse(text)),
);
console.log(
  'analyse',
  time((file, text) => {
    const result = analyzeScript(file, text, parser);
    problems += Number(result.problems.length > 0);
    calls += result.facts.calls.length;
  }),
);
console.log(`${problems} files with syntax problems, ${calls} calls`);
