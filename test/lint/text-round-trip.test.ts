import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type GraphReport, lintModel, mergeSettings } from '../../core/lint';
import { bytesSource } from '../../core/model';
import { readModel } from '../../core/onnx';
import { printModel } from '../../core/onnx/text';
import { memoryWorkspace } from '../harness/memory-workspace';
import { inRepository } from '../harness/repository';

const workspace = memoryWorkspace(new Map());

function lint(path: string, bytes: Uint8Array): Promise<GraphReport> {
  return lintModel({ path, source: bytesSource(bytes), workspace }, mergeSettings());
}

const told = ({ findings, problems }: GraphReport) =>
  [...findings, ...problems].map(({ message }) => message.en).sort();

for (const name of readdirSync(inRepository('examples')).filter((file) => file.endsWith('.onnx'))) {
  test(`the text of ${name} is told the same as the file`, async () => {
    const bytes = readFileSync(inRepository('examples', name));
    const text = printModel(readModel(bytesSource(bytes)).model!).text;
    const [file, ofText] = [await lint('/a.onnx', bytes), await lint('/a.onnxtxt', new TextEncoder().encode(text))];
    assert.ok(file.findings.length > 0);
    assert.deepEqual(told(ofText), told(file));
  });
}
