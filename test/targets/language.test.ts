import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Answer, compileCondition, compileQuestion, type Environment } from '../../core/targets/language';
import { operatorCase } from './operator-case';

const environment: Environment = {
  chip: 'bm1690',
  precision: 'f16',
  isConstant: (facts, index) => facts.inputIsConstant(index),
};

const conv =
  'Conv <kernel_shape = [3,5], pads = [1,2,1,2], auto_pad = "NOTSET"> (float[1,N,8,8], float16[4,2,3,5] = ?, -) => 1';
const gather = 'Gather <axis = 1> (float[2,4], int64[3] = {0,-1,2})';

/** A condition, the operator that it is asked of, and its truth: undefined where the graph does not tell. */
const cases: readonly (readonly [condition: string, operator: string, truth: boolean | undefined])[] = [
  ['true', conv, true],
  ['undecidable', conv, undefined],
  ['not undecidable', conv, undefined],
  ['true or undecidable', conv, true],
  ['undecidable or undecidable', conv, undefined],
  ['not true and undecidable', conv, false],
  ['true and undecidable', conv, undefined],
  ['certainly(undecidable)', conv, false],
  ['not certainly(undecidable)', conv, true],
  ['not (true and not true) or not true', conv, true],
  ['given(input[1])', conv, true],
  ['given(input[2])', conv, false],
  ['given(input[7])', conv, false],
  ['constant(input[0])', conv, false],
  ['constant(input[1])', conv, true],
  ['constant(input[2])', conv, false],
  ['used(output[0])', conv, true],
  ['used(output[1])', conv, false],
  ['dynamic(input[0])', conv, true],
  ['dynamic(input[1])', conv, false],
  ['known(input[0])', conv, false],
  ['known(input[1])', conv, true],
  ['known(input[2])', conv, false],
  ['scalar(input[1])', conv, true],
  ['scalar(input[1])', gather, false],
  ['scalar(input[0])', gather, false],
  ['attr.group absent', conv, true],
  ['attr.kernel_shape present', conv, true],
  ['attr.group == 1', conv, true],
  ['attr.no_such_attribute == 1', conv, false],
  ['attr.no_such_attribute != 1', conv, false],
  ["attr.auto_pad in ['NOTSET', 'VALID']", conv, true],
  ["attr.auto_pad != 'VALID'", conv, true],
  ['count(attr.pads) == 4', conv, true],
  ['max(attr.kernel_shape) == 5', conv, true],
  ['min(attr.kernel_shape) > 3', conv, false],
  ['product(attr.kernel_shape) == 15', conv, true],
  ['max(attr.dilations) > 1', conv, false],
  ['count(inputs) == 3', conv, true],
  ['count(outputs) in [1, 2]', conv, true],
  ['count(constants) == 1', conv, true],
  ['rank(input[0]) == 4', conv, true],
  ['rank(input[2]) == 4', conv, false],
  ['dtype(input[1]) in [float16, bfloat16]', conv, true],
  ['dtype(input[0]) == float', conv, true],
  ['dim(input[0], 1) == 2', conv, undefined],
  ['dim(input[0], -1) >= 8', conv, true],
  ['dim(input[0], 9) == 8', conv, false],
  ['size(input[0]) > 0', conv, undefined],
  ['size(input[1]) == 120', conv, true],
  ['max(spatial(input[0])) == 8', conv, true],
  ['dim(input[1], 3) % 2 == 1', conv, true],
  ['opset >= 13 and opset < 18', conv, true],
  ["chip == 'bm1690' and chip in ['bm1684x', 'bm1690']", conv, true],
  ["precision == 'bf16'", conv, false],
  ['min(elements(input[1])) < 0', gather, true],
  ['at(elements(input[1]), -1) == 2', gather, true],
  ['at(elements(input[1]), 3) == 2', gather, false],
  ['max(elements(input[0])) < 3', gather, undefined],
  ['dim(input[0], attr.axis) == 4', gather, true],
  ['dtype(attr.axis) == float', gather, true],
  ["subset(attr.activations, ['Sigmoid', 'Tanh'])", 'GRU <activations = ["Sigmoid", "Relu"]> (float[2,1,4])', false],
  ["subset(attr.activations, ['Sigmoid', 'Tanh'])", 'GRU <activations = ["Tanh"]> (float[2,1,4])', true],
  ['size(attr.value) == 2', 'ConstantOfShape <value = float[2] {1,2}> (int64[2])', true],
  ['attr.alpha > 0.29 and attr.alpha < 0.31', 'Elu <alpha = 0.3> (float[2])', true],
  ['rank(input[0]) == 1', 'Elu (float[])', undefined],
];

describe('the condition language', () => {
  for (const [condition, line, truth] of cases) {
    test(`${condition} is ${truth ?? 'undecided'} for ${line}`, () => {
      assert.equal(compileCondition(condition)(operatorCase(line).operator, environment), truth);
    });
  }

  test('a precision that is not known decides nothing', () => {
    const unknown = { ...environment, precision: undefined };
    const condition = compileCondition("precision in ['f16'] or chip == 'cpu'");
    assert.equal(condition(operatorCase(gather).operator, unknown), undefined);
  });

  test('in the body of a function the caller decides what is constant', () => {
    const inBody = { ...environment, isConstant: () => undefined };
    const { operator } = operatorCase(gather);
    assert.equal(compileCondition('constant(input[1])')(operator, inBody), undefined);
    assert.equal(compileCondition('scalar(input[1])')(operator, inBody), undefined);
    assert.equal(compileCondition('count(constants) > 0')(operator, inBody), undefined);
  });
});

/** Who leaves a condition open. */
const answers: readonly (readonly [condition: string, answer: Answer])[] = [
  ['rank(input[0]) == 4', true],
  ['rank(input[0]) == 3', false],
  ['dim(input[0], 1) == 2', 'file'],
  ['rank(input[0]) == 4 and undecidable', 'sources'],
  ['rank(input[0]) == 3 and undecidable', false],
  ['rank(input[0]) == 3 or undecidable', 'sources'],
  // Doubtful twice.
  ['dim(input[0], 1) == 2 and undecidable', false],
  ['dim(input[0], 1) == 2 or undecidable', 'sources'],
  ['dim(input[0], 1) == 2 or rank(input[0]) == 3 and undecidable', 'file'],
];

describe('a condition that is open is open in the file or in the sources', () => {
  for (const [condition, answer] of answers) {
    test(condition, () => assert.equal(compileQuestion(condition)(operatorCase(conv).operator, environment), answer));
  }
});

const mistakes: readonly (readonly [condition: string, message: RegExp])[] = [
  ['', /ends early/],
  ['rank(input[0])', /ends early/],
  ['rank(input[0]) = 4', /= is no comparison/],
  ['rank(input[-1]) == 4', /natural number/],
  ['rank(attr.x) == 4', /takes an input or output/],
  ['constant(output[0])', /asks about an input/],
  ['used(input[0])', /asks about an output/],
  ['elements(output[0]) == 1', /elements of an input/],
  ['dtype(input[0]) == float32', /float32 is no element type/],
  ['opset absent', /only an attribute/],
  ['count(inputs) == 2 )', /unexpected \)/],
  ['(count(inputs) == 2', /expected \)/],
  ['attr.mode in attr.mode', /expected \[/],
  ['subset(attr.a, attr.b)', /is a list/],
];

describe('a condition that is wrong', () => {
  for (const [condition, message] of mistakes) {
    test(`is refused: ${condition || 'nothing'}`, () => assert.throws(() => compileCondition(condition), message));
  }
});
