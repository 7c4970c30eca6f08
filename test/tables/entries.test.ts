import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entry, refused, text } from '../../scripts/tables/conditions/entry';
import { parseEvidence } from '../../scripts/tables/evidence';
import { checkIds, pairEntries, TableBuilder } from '../../scripts/tables/operators/build';

const condition = refused('two-inputs', 'count(inputs) != 2', text('Two inputs.', '两个输入。'));
const two = entry('exactly 2 inputs', condition);

test('a fact without an entry stops the generator', () => {
  assert.throws(
    () => pairEntries('Add', ['exactly 2 inputs', 'a new one'], [two]),
    /no entry for the fact "a new one"/,
  );
});

test('an entry whose fact has changed stops the generator', () => {
  assert.throws(() => pairEntries('Add', [], [two]), /no longer say "exactly 2 inputs"/);
});

test('entries follow the order of the facts, those of their own after them', () => {
  const own = entry(undefined);
  const three = entry('three');
  const paired = pairEntries('Add', ['three', 'exactly 2 inputs'], [own, two, three]);
  assert.deepEqual(paired, [
    { fact: 0, entry: three },
    { fact: 1, entry: two },
    { fact: undefined, entry: own },
  ]);
});

test('a condition without evidence, and two of one name, stop the generator', () => {
  const builder = new TableBuilder();
  assert.throws(() => builder.condition(condition, undefined), /has no evidence/);
  const row = builder.condition(condition, 'sophgo/tpu-mlir file.py:1 @36e3c625ae35b3db55eaffe34be37e1f86c5ab09');
  assert.throws(() => checkIds('Add', [row, row]), /two conditions are called two-inputs/);
});

const sources: readonly (readonly [string, ReturnType<typeof parseEvidence>])[] = [
  [
    'sophgo/tpu-mlir regression/chip.py:chip_support @36e3c625ae35b3db55eaffe34be37e1f86c5ab09',
    [{ source: 'sophgo/tpu-mlir', version: '36e3c625ae35', where: 'regression/chip.py:chip_support' }],
  ],
  [
    'sophgo/tpu-mlir python/profile_helper/ @36e3c625ae35b3db55eaffe34be37e1f86c5ab09bm1690_defs.py:392',
    [{ source: 'sophgo/tpu-mlir', version: '36e3c625ae35', where: 'python/profile_helper/bm1690_defs.py:392' }],
  ],
  [
    'hicann/ge@ffdcbc9f7496:parser/onnx_parser.cc:412-468; sophgo/torch-tpu docs/a.rst',
    [
      { source: 'hicann/ge', version: 'ffdcbc9f7496', where: 'parser/onnx_parser.cc:412-468' },
      { source: 'sophgo/torch-tpu', version: 'fe9b478b', where: 'docs/a.rst' },
    ],
  ],
];
for (const [written, evidence] of sources) {
  test(`evidence: ${written}`, () => assert.deepEqual(parseEvidence(written), evidence));
}

test('evidence in an unknown form stops the generator', () => {
  assert.throws(() => parseEvidence('somebody said so'), /unknown form/);
});
