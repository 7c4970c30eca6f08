import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { engineOfFlags, longRunFlagsFor } from '../../cli/long-run-flags';
import { ProcessOutput } from '../../cli/process-output';
import { builtProgram } from './built-program';

const folder = mkdtempSync(path.join(os.tmpdir(), 'portolan-output-'));
after(() => rmSync(folder, { recursive: true }));
const onPosix = { skip: process.platform === 'win32' && 'Windows has streams for everything' };

function noStream(): never {
  throw new Error('the stream of Node.js is not to be loaded');
}

test('a file is written to without a stream', onPosix, () => {
  const file = path.join(folder, 'report.txt');
  const descriptor = openSync(file, 'w');
  const output = new ProcessOutput(descriptor, noStream);
  output.write('报告 ');
  output.write('x'.repeat(100_000));
  closeSync(descriptor);
  assert.equal(readFileSync(file, 'utf8'), `报告 ${'x'.repeat(100_000)}`);
  assert.deepEqual([output.isTerminal, output.columns, output.isPending], [false, undefined, false]);
});

test('what a full pipe does not take goes to the stream, and so does all that follows', onPosix, () => {
  const pipe = path.join(folder, 'pipe');
  assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
  const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const parts: string[] = [];
  const stream = { write: (part: string | Uint8Array) => parts.push(part.toString()), writableLength: 7 };
  const output = new ProcessOutput(descriptor, () => stream as unknown as NodeJS.WriteStream);
  const long = Array.from({ length: 200_000 }, (_, index) => `${index} `).join('');
  output.write(long);
  output.write('the end');
  closeSync(descriptor);
  assert.equal(parts.length, 2);
  assert.ok(parts[0]!.length > 0 && long.endsWith(parts[0]!));
  assert.equal(parts[1], 'the end');
  assert.equal(output.isPending, true);
});

test('a terminal is what Node.js says of its stream; one of no width has none', () => {
  const terminal = (columns: number) => ({ isTTY: true, columns, writableLength: 0 }) as NodeJS.WriteStream;
  // No descriptor has this number, so that the stream is asked.
  const output = (columns: number) => new ProcessOutput(1_000_000, () => terminal(columns));
  assert.deepEqual([output(91).isTerminal, output(91).columns, output(0).columns], [true, 91, undefined]);
});

const bin = builtProgram('process-output');

test('a reader that leaves early ends the program quietly', onPosix, async () => {
  const model = path.resolve('examples/deepseek_layer.onnx');
  const child = spawn(process.execPath, [bin, 'ops', model, '--target', 'ascend-910b2', '--format', 'json']);
  const errors: string[] = [];
  child.stderr.on('data', (text) => errors.push(String(text)));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.deepEqual([errors.join(''), code], ['', 0]);
});

const beside = (name: string) => JSON.stringify(path.join(path.dirname(bin), name));

test('V8 accepts the code that the build keeps, in a thread of a long run too', () => {
  const load = `require(${beside('bin.cjs')}).loadProgram(${beside('../dist/cli/main.cjs')}).isCached`;
  for (const flags of [[], longRunFlagsFor(process.versions.v8)]) {
    const check = `for (const flag of ${JSON.stringify(flags)}) require('node:v8').setFlagsFromString(flag); ${load}`;
    assert.equal(spawnSync(process.execPath, ['-p', check], { encoding: 'utf8' }).stdout, 'true\n', `${flags}`);
  }
});

test('a V8 is given the flags that were measured in it; others, which complain of flags that they do not know, only what they have', () => {
  const script = path.join(folder, 'train.py');
  writeFileSync(script, 'import torch\nx = torch.zeros(1).cuda()\n');
  const run = (version: string) => {
    const program = `
      Object.defineProperty(process, 'versions', { value: { ...process.versions, v8: ${JSON.stringify(version)} } });
      const flags = [];
      require('node:v8').setFlagsFromString = (flag) => flags.push(flag);
      process.argv = ['node', 'portolan', 'lint', ${JSON.stringify(script)}, '--target', 'ascend-910b2', '--quiet'];
      process.on('exit', () => console.error(JSON.stringify(flags)));
      require(${beside('bin.cjs')}).loadProgram(${beside('../dist/cli/main.cjs')}).program.run(process);`;
    const { stderr, status } = spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    assert.equal(status, 1);
    return JSON.parse(stderr) as string[];
  };
  const engine = `${engineOfFlags}244.8-node.33`;
  const given = run(engine);
  const ofLongRun = longRunFlagsFor(engine);
  assert.deepEqual(given.slice(-ofLongRun.length), ofLongRun);
  assert.ok(given.length > ofLongRun.length && ofLongRun.length > 5);
  assert.deepEqual(run('13.6.233.17-node.37'), ['--heap-growing-percent=0', '--heap-growing-percent=100']);
  assert.deepEqual(run('15.0.245.1-node.1'), []);
});

test('a run over scripts and a model says nothing on standard error, whatever the engine', () => {
  const { stderr, status } = spawnSync(process.execPath, [bin, 'lint', 'examples', '--target', 'ascend-910b2'], {
    encoding: 'utf8',
  });
  assert.deepEqual([stderr, status], ['', 1]);
});
