import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { flagsOfLongRuns } from '../../cli/process-host';
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

test('V8 accepts the code that the build keeps, in a thread of a long run too', () => {
  const beside = (name: string) => JSON.stringify(path.join(path.dirname(bin), name));
  const load = `require(${beside('bin.cjs')}).loadProgram(${beside('../dist/cli/main.cjs')}).isCached`;
  for (const flags of [[], flagsOfLongRuns]) {
    const check = `for (const flag of ${JSON.stringify(flags)}) require('node:v8').setFlagsFromString(flag); ${load}`;
    assert.equal(spawnSync(process.execPath, ['-p', check], { encoding: 'utf8' }).stdout, 'true\n', `${flags}`);
  }
});
