// Parses, analyses and lints the Python files of a folder, warm and in one thread, then edits a long one:
// node run.mjs lint-scripts.ts FOLDER. Prints what it measured as JSON, times in seconds.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mergeSettings } from '../../../core/lint';
import { lintScriptFile } from '../../../core/lint/script';
import { uninterrupted } from '../../../core/model';
import { createScriptProject, pythonParser as parser } from '../../../core/pytorch';
import { trainingFile } from '../training-workspace';

const folder = process.argv[2]!;
const settings = mergeSettings({ targets: ['ascend-910b2'] });
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.py'))
  .sort()
  .map((file) => ({ file: file.split(path.sep).join('/'), text: readFileSync(path.join(folder, file), 'utf8') }));
const megabytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6;

const warmUp = 3;
const passes = 9;

/** Of passes after V8 has compiled what they run. The best tells what the machine's other work did not take. */
function seconds(work: () => void): { median: number; best: number } {
  for (let pass = 0; pass < warmUp; pass++) work();
  const times = Array.from({ length: passes }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  }).sort((one, other) => one - other);
  return { median: times[passes >> 1]!, best: times[0]! };
}

function project() {
  const made = createScriptProject(parser);
  for (const { file, text } of files) made.update(file, text);
  return made;
}

const lint = (path: string, text: string, index: ReturnType<typeof project>) =>
  lintScriptFile({ path, kind: 'python', text }, parser, settings, uninterrupted, index);

const parse = () => files.forEach(({ text }) => void parser.parse(text));
const analyse = () => {
  const all = project();
  for (const { file } of files) all.analyze(file);
};
const lintAll = () => {
  const all = project();
  for (const { file, text } of files) lint(file, text, all);
};

/** Milliseconds from a keystroke in a file of 2,000 lines to its findings. */
function edits(): number[] {
  const all = project();
  const long = trainingFile(7, 4, 2000);
  const times: number[] = [];
  for (let count = 0; count < 60; count++) {
    // A character more or less, somewhere in a line.
    const at = long.indexOf('\n', Math.floor((long.length * ((count * 37) % 100)) / 100));
    const text = `${long.slice(0, at)}  # ${'x'.repeat(count % 5)}${long.slice(at)}`;
    const start = performance.now();
    all.update('pkg0/edited.py', text);
    lint('pkg0/edited.py', text, all);
    times.push(performance.now() - start);
  }
  return times.slice(10).sort((one, other) => one - other);
}

const measured = { parse: seconds(parse), analyse: seconds(analyse), lint: seconds(lintAll) };
const times = edits();
console.log(
  JSON.stringify({
    files: files.length,
    megabytes,
    ...measured,
    editMedian: times[times.length >> 1],
    edit95: times[Math.floor(times.length * 0.95)],
  }),
);
