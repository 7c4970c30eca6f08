import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bytesSource } from '../../core/model';
import { describeModel, inferTypes, readModel } from '../../core/onnx';
import { inShared, withoutShared } from '../harness/repository';

interface Reference {
  readonly macs: number;
  /** Convolutions and matrix products, and how many of them have an unknown shape. */
  readonly gemmLikeNodes: number;
  readonly unknown: number;
}

/** Keys are `repository/version/path`; the corpus leaves the version out, and has ONNX's own backend tests in a part of its own. */
function fileOf(key: string): string | undefined {
  const [repository, , ...rest] = key.split('/');
  const file = rest.join('/');
  const candidates = [
    path.join('corpus/onnx', repository!, file),
    path.join('corpus/onnx-backend-tests', file.replace('onnx/backend/test/data/', '')),
  ];
  return candidates.map((candidate) => inShared(candidate)).find((found) => found !== undefined && existsSync(found));
}

test('MACs of every model of the corpus that the reference counts completely are equal to the reference', {
  skip: withoutShared('facts', 'onnx', 'reference-macs.json') || withoutShared('corpus'),
}, () => {
  const text = readFileSync(inShared('facts', 'onnx', 'reference-macs.json')!, 'utf8');
  const references = Object.entries(JSON.parse(text) as Record<string, Reference>);
  const differences: string[] = [];
  let compared = 0;
  for (const [key, reference] of references) {
    const file = fileOf(key);
    if (file === undefined || reference.unknown > 0) continue;
    compared += 1;
    const { model } = readModel(bytesSource(readFileSync(file)));
    const { total } = describeModel(file, model!, inferTypes(model!));
    if (total.macs !== reference.macs) differences.push(`${key}: ${total.macs}, not ${reference.macs}`);
  }
  assert.deepEqual(differences, []);
  assert.ok(compared >= 132, `only ${compared} models were found`);
});
