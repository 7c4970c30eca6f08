// Reads a model and assesses it on two targets in a process that has done nothing before: node run.mjs analyse.ts FILE.
// Prints milliseconds as JSON.
import { readFileSync } from 'node:fs';
import { lintModel, mergeSettings } from '../../../core/lint';
import { bytesSource, type Workspace } from '../../../core/model';
import { readModel } from '../../../core/onnx';

const none: Workspace = {
  status: async () => undefined,
  resolve: async () => undefined,
  read: async () => undefined,
  list: async () => [],
};
const source = bytesSource(readFileSync(process.argv[2]!));

const start = performance.now();
readModel(source);
const read = performance.now();
await lintModel({ path: '/model.onnx', source, workspace: none }, mergeSettings());
const linted = performance.now();
console.log(JSON.stringify({ read: read - start, all: linted - read }));
