import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  bytesSource,
  type Dimension,
  formatType,
  isKnown,
  type Model,
  type ValueInfo,
  type ValueType,
} from '../../core/model';
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

/** The model with symbols for the dimensions of its inputs that `isSymbol` picks; what they stand for goes into `bound`. */
function withSymbols(
  model: Model,
  bound: Map<string, number>,
  nameOf: (input: number, axis: number) => string | undefined,
): Model {
  const { graph } = model;
  const constants = new Set(graph!.initializers.map(({ name }) => name));
  const inputs = graph!.inputs.map((input, i): ValueInfo => {
    const { type } = input;
    if (type?.kind !== 'tensor' || type.shape === undefined || constants.has(input.name)) return input;
    const shape = type.shape.map((dimension, axis) => {
      const symbol = typeof dimension === 'number' ? nameOf(i, axis) : undefined;
      if (symbol === undefined) return dimension;
      bound.set(symbol, dimension as number);
      return symbol;
    });
    return { ...input, type: { ...type, shape } };
  });
  return { ...model, graph: { ...graph!, inputs } };
}

for (const [title, nameOf] of [
  ['all dimensions', (input: number, axis: number) => `i${input}_${axis}`],
  ['first dimensions', (input: number, axis: number) => (axis === 0 ? `i${input}` : undefined)],
  ['last dimensions', (input: number, axis: number) => (axis > 0 ? `i${input}_${axis}` : undefined)],
] as const) {
  test(`with symbols for ${title} of the inputs, every number and symbol inferred is true`, { skip }, () => {
    let symbols = 0;
    for (const { model: file, outputs } of runs()) {
      const { model } = readModel(bytesSource(readFileSync(inShared('corpus', 'onnx-backend-tests', file)!)));
      const bound = new Map<string, number>();
      const symbolic = withSymbols(model!, bound, nameOf);
      const { root, problems } = inferTypes(symbolic, { ignoreDeclaredOutputs: true });
      assert.deepEqual(problems, [], file);
      for (const { name, dims } of outputs) {
        const type = root!.typeOf(name);
        if (dims === undefined || type?.kind !== 'tensor' || type.shape === undefined) continue;
        const says = `${file}: ${name} is ${formatType(type)}, but was [${dims}]`;
        assert.equal(type.shape.length, dims.length, says);
        for (const [i, dimension] of type.shape.entries()) {
          const value = typeof dimension === 'string' ? bound.get(dimension) : dimension;
          assert.ok(!isKnown(value) || Number(value) === dims[i], says);
          if (typeof dimension === 'string' && bound.has(dimension)) symbols++;
        }
      }
    }
    assert.ok(symbols > 500, `${symbols} symbols`);
  });
}
