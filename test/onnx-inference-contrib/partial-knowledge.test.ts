import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documented } from './documented-cases';
import { inferCase, type OperatorCase } from './operator-case';
import { contrib, machineLearning, nameOf } from './recorded-cases';
import { training } from './training-cases';

/**
 * Whatever is left unknown of an operator's inputs, what is said of its outputs stays true: a number is the true one, a
 * symbol stands for the true one, and nothing is reported.
 */
describe('operators of ONNX Runtime with partly unknown inputs', () => {
  for (const operatorCase of [...contrib.cases, ...machineLearning.cases, ...documented, ...training]) {
    it(nameOf(operatorCase), () => {
      for (const { name, inputs, values } of weakened(operatorCase)) {
        const { types, problems } = inferCase({ ...operatorCase, inputs });
        assert.deepEqual(
          problems.map(({ message }) => message.en),
          [],
          name,
        );
        for (const [i, truth] of operatorCase.outputs.entries()) assertTrue(types[i]!, truth, values, name);
      }
    });
  }
});

interface Weakened {
  readonly name: string;
  readonly inputs: OperatorCase['inputs'];
  /** What the symbols stand for. */
  readonly values: ReadonlyMap<string, string>;
}

function* weakened({ inputs }: OperatorCase): Generator<Weakened> {
  const types = inputs.map((input) => (typeof input === 'string' ? input : input.type));
  const values = new Map<string, string>();
  const symbolic = (type: string, input: number, only?: number): string =>
    withDims(type, (dim, axis) => {
      if (dim === '?' || (only !== undefined && axis !== only)) return dim;
      const symbol = `s${input}_${axis}`;
      values.set(symbol, dim);
      return symbol;
    });
  yield { name: 'constants unknown', inputs: types, values };
  yield { name: 'all dimensions symbols', inputs: types.map((type, i) => symbolic(type, i)), values };
  yield { name: 'all dimensions unknown', inputs: types.map((type) => withDims(type, () => '?')), values };
  yield { name: 'no shapes', inputs: types.map(withoutShape), values };
  for (const [i, type] of types.entries()) {
    if (type === '') continue;
    yield { name: `no shape of input ${i}`, inputs: inputs.with(i, withoutShape(type)), values };
    for (const axis of dimsOf(type).keys()) {
      yield { name: `input ${i} axis ${axis} a symbol`, inputs: inputs.with(i, symbolic(type, i, axis)), values };
      const unknown = withDims(type, (dim, at) => (at === axis ? '?' : dim));
      yield { name: `input ${i} axis ${axis} unknown`, inputs: inputs.with(i, unknown), values };
    }
  }
}

function dimsOf(type: string): string[] {
  return /\[(.+)\]/.exec(type)?.[1]?.split(',') ?? [];
}

function withDims(type: string, change: (dim: string, axis: number) => string): string {
  return type.replace(/\[(.+)\]/, (_, dims: string) => `[${dims.split(',').map(change).join(',')}]`);
}

function withoutShape(type: string): string {
  return /^\w+$/.test(type) ? `${type}[]` : type.replace(/\[.+\]/, '[]');
}

function assertTrue(found: string, truth: string, values: ReadonlyMap<string, string>, name: string): void {
  const [element, shape] = parts(found);
  const [trueElement, trueShape] = parts(truth);
  const message = `${name}: ${found}, in truth ${truth}`;
  assert.ok(element === 'undefined' || trueElement === 'undefined' || element === trueElement, message);
  if (shape === undefined || trueShape === undefined) return;
  assert.equal(shape.length, trueShape.length, message);
  shape.forEach((dim, axis) => {
    const trueDim = trueShape[axis]!;
    if (dim !== '?' && trueDim !== '?') assert.equal(values.get(dim) ?? dim, trueDim, message);
  });
}

/** Without a shape: of unknown rank. */
function parts(type: string): [element: string, shape: string[] | undefined] {
  if (type === 'undefined' || type.includes('[]')) return [type.replace('[]', ''), undefined];
  return [type.replace(/\[.+\]/, ''), dimsOf(type)];
}
