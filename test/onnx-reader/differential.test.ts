import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bytesSource } from '../../core/model';
import { readModel } from '../../core/onnx/reader';
import { inRepository, inShared, withoutShared } from '../harness/repository';
import { decodedNormalForm } from './decoded-normal-form';
import { type Normal, normalForm } from './normal-form';
import { sampleModels } from './sample-models';

/** Reads a file with the reader and with onnx-proto and compares everything that both know. */
function compare(name: string, bytes: Uint8Array, counts: { elements: number }): void {
  const { model, problems } = readModel(bytesSource(bytes));
  assert.deepEqual(problems, [], name);
  const seen = normalForm(model!);
  assert.deepEqual(seen, withElementsOf(decodedNormalForm(bytes), seen, counts), name);
}

/** Elements that the reader did not keep (large payloads), or that onnx-proto has no type for, are not compared. */
function withElementsOf(decoded: Normal, seen: Normal, counts: { elements: number }): Normal {
  if (Array.isArray(decoded) && Array.isArray(seen)) {
    return decoded.map((item, index) => withElementsOf(item, seen[index] ?? null, counts));
  }
  if (!isObject(decoded) || !isObject(seen)) return decoded;
  const entries = Object.entries(decoded).map(([key, value]) => {
    const other = seen[key] ?? null;
    if (key === 'elements' && (other === null || value === null)) return [key, other];
    if (key === 'elements') counts.elements += 1;
    return [key, withElementsOf(value, other, counts)];
  });
  return Object.fromEntries(entries);
}

function isObject(value: Normal): value is { readonly [name: string]: Normal } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function onnxFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.onnx'))
    .map((file) => path.join(folder, file))
    .sort();
}

for (const [name, bytes] of sampleModels) {
  test(`reads as onnx-proto does: ${name}`, () => compare(name, bytes, { elements: 0 }));
}

test('reads as onnx-proto does: the examples', () => {
  const files = onnxFiles(inRepository('examples'));
  assert.ok(files.length > 0);
  for (const file of files) compare(file, readFileSync(file), { elements: 0 });
});

const corpora = [
  { folder: 'onnx', least: 350 },
  { folder: 'onnx-upstream-tests', least: 1000 },
  { folder: 'onnx-backend-tests', least: 1300 },
];

for (const { folder, least } of corpora) {
  test(`reads as onnx-proto does: corpus/${folder}`, { skip: withoutShared('corpus', folder) }, () => {
    const files = onnxFiles(inShared('corpus', folder)!);
    assert.ok(files.length >= least, `${files.length} files`);
    const counts = { elements: 0 };
    let compared = 0;
    for (const file of files) {
      if (path.basename(file) === 'corrupt-model.onnx') continue;
      compare(file, readFileSync(file), counts);
      compared += 1;
    }
    assert.ok(compared >= least && counts.elements > 100, `${compared} files, ${counts.elements} payloads`);
  });
}
