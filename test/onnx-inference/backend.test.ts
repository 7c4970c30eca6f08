import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytesSource, type Dimension, formatType, isKnown, type ValueType } from '../../core/model';
import { inferTypes, readModel } from '../../core/onnx';
import { inShared, withoutShared } from '../harness/repository';

interface Run {
  readonly model: string;
  readonly outputs: readonly { readonly name: string; readonly dtype: number; readonly dims?: readonly number[] }[];
}

function runs(): Run[] {
  return readFileSync(inShared('corpus', 'onnx-backend-tests', 'shapes.jsonl')!, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function fits(dimension: Dimension, actual: number): boolean {
  return !isKnown(dimension) || Number(dimension) === actual;
}

function isExact(type: ValueType | undefined, dtype: number, dims: readonly number[]): boolean {
  return (
    type?.kind === 'tensor' &&
    type.elementType === dtype &&
    type.shape?.length === dims.length &&
    type.shape.every((dimension, i) => isKnown(dimension) && Number(dimension) === dims[i])
  );
}

const skip = withoutShared('corpus', 'onnx-backend-tests');

test('what is inferred without declared output types is true in every recorded run, and mostly exact', { skip }, () => {
  let [outputs, exact] = [0, 0];
  for (const { model: file, outputs: actual } of runs()) {
    const { model } = readModel(bytesSource(readFileSync(inShared('corpus', 'onnx-backend-tests', file)!)));
    const { root, problems } = inferTypes(model!, { ignoreDeclaredOutputs: true });
    assert.deepEqual(problems, [], file);
    for (const { name, dtype, dims } of actual) {
      outputs++;
      const type = root!.typeOf(name);
      // Of sequences only some elements are recorded.
      if (dims === undefined || type?.kind !== 'tensor') continue;
      const says = `${file}: ${name} is ${formatType(type)}, but was ${dtype} [${dims}]`;
      assert.ok(type.elementType === 0 || type.elementType === dtype, says);
      if (type.shape !== undefined) {
        assert.equal(type.shape.length, dims.length, says);
        assert.ok(
          type.shape.every((dimension, i) => fits(dimension, dims[i]!)),
          says,
        );
      }
      if (isExact(type, dtype, dims)) exact++;
    }
  }
  assert.ok(outputs > 1500);
  assert.ok(exact / outputs >= 0.84, `${exact} of ${outputs} exact`);
});
