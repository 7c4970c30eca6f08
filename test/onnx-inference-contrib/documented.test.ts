import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inferredOperators } from '../../core/onnx/inference/rules/registry';
import { documented } from './documented-cases';
import { inferCase, type OperatorCase } from './operator-case';
import { contrib, machineLearning, nameOf } from './recorded-cases';
import { training } from './training-cases';

function assertInferred(operatorCase: OperatorCase): void {
  const { types, problems } = inferCase(operatorCase);
  assert.deepEqual(
    problems.map(({ message }) => message.en),
    [],
  );
  assert.deepEqual(types, operatorCase.outputs);
}

describe('operators of ONNX Runtime, as they are documented', () => {
  for (const operatorCase of documented) it(nameOf(operatorCase), () => assertInferred(operatorCase));
});

describe('operators of training of ONNX Runtime', () => {
  for (const operatorCase of training) it(nameOf(operatorCase), () => assertInferred(operatorCase));
});

describe('every rule has a case', () => {
  for (const [domain, cases] of [
    ['com.microsoft', [...contrib.cases, ...documented, ...training]],
    ['ai.onnx.ml', machineLearning.cases],
  ] as const) {
    it(domain, () => {
      const tested = new Set(cases.map(({ op }) => op));
      assert.deepEqual(
        inferredOperators(domain).filter((op) => !tested.has(op)),
        [],
      );
    });
  }
});
