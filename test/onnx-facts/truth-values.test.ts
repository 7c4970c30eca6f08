import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOfText } from '../harness/text-model';

/** Whether the value `y`, which the body makes of a float `x`, an int64 `n`, and a bool `b`, is known to be 0 and 1 alone. */
function isTruth(body: string): boolean {
  const facts = factsOfText(`<ir_version: 10, opset_import: ["" : 17]>
    main (float[2,3] x, int64[2,3] n, bool[2,3] b) => (out)
    <float ones = {1}, float[2,3] mask = {0, 1, 1, 0, 0, 1}, float[1] half = {0.5}, int64[2] shape = {3, 2}, float[1] zero = {0}> {
      ${body}
      [asked] out = Cast <to = 9> (y)
    }`);
  return facts.graphs[0]!.operators.find(({ operator }) => operator.name === 'asked')!.inputHoldsTruths(0);
}

const cases: readonly (readonly [body: string, truth: boolean])[] = [
  ['y = Identity (b)', true],
  ['y = Identity (x)', false],
  ['y = Cast <to = 1> (b)', true],
  ['y = Cast <to = 1> (n)', false],
  ['c = Greater (x, ones) d = Cast <to = 7> (c) y = Reshape (d, shape)', true],
  ['c = Cast <to = 1> (b) y = Mul (c, mask)', true],
  ['c = Cast <to = 1> (b) y = Mul (c, half)', false],
  ['c = Cast <to = 1> (b) y = Add (c, mask)', false],
  ['c = Cast <to = 1> (b) y = Sub (ones, c)', true],
  ['c = Cast <to = 1> (b) y = Sub (c, ones)', false],
  ['y = Where (b, mask, zero)', true],
  ['y = Where (b, x, zero)', false],
  // A router's mask: ones scattered into zeros.
  ['s = Shape (x) z = ConstantOfShape (s) y = ScatterElements <axis = 1> (z, n, mask)', true],
  ['s = Shape (x) z = ConstantOfShape <value = float[1] {2}> (s) y = ScatterElements <axis = 1> (z, n, mask)', false],
  ['s = Shape (x) z = ConstantOfShape (s) y = ScatterElements <axis = 1> (z, n, x)', false],
  ['s = Shape (x) z = ConstantOfShape (s) y = ScatterElements <axis = 1, reduction = "add"> (z, n, mask)', false],
];

for (const [body, truth] of cases)
  test(`${body}: ${truth ? '0 and 1 alone' : 'anything'}`, () => assert.equal(isTruth(body), truth));
