import assert from 'node:assert/strict';
import { test } from 'node:test';
import { npuLimits } from '../../scripts/tables/torch/npu/limits';
import { refuseUnused, restrictions, restrictionsOf } from '../../scripts/tables/torch/npu/restrictions';

const said = (cell: string) => restrictionsOf(cell).map(({ text }) => text?.en);

test('lists of types state nothing beside what the table has by parameter', () => {
  for (const cell of ['支持fp16，fp32', '- `input`仅支持bf16，fp16，fp32', '- `query`、`key`仅支持bf16、fp16和fp32']) {
    assert.deepEqual(said(cell), [], cell);
  }
});

test('a line is known by its words, whatever marks a release sets them in', () => {
  const expected = ['memory_format is torch.contiguous_format or torch.preserve_format.'];
  for (const cell of [
    'memory_format仅支持torch.contiguous_format和torch.preserve_format',
    '- `memory_format`仅支持torch.contiguous_format和torch.preserve_format',
    '支持fp16，fp32，boolmemory_format仅支持torch.contiguous_format和torch.preserve_format',
  ]) {
    assert.deepEqual(said(cell), expected, cell);
  }
  assert.deepEqual(said('- `input`仅支持fp32\n- 只支持`mode` = nearest，例如：\n\n- 不支持`dropout`参数').length, 2);
});

test('a line that nobody has read stops the generator, and so does a restriction that no line states', () => {
  assert.throws(() => restrictionsOf('支持fp32\n不支持奇数'), /No restriction is written for the line "不支持奇数"/);
  assert.doesNotThrow(() => refuseUnused(new Set(restrictions)));
  assert.throws(() => refuseUnused(new Set(restrictions.slice(1))), /No line of the tables is as/);
});

test('limits that a restriction names exist', () => {
  const ids = new Set(npuLimits.map(({ id }) => id));
  for (const { limits, pattern } of restrictions) {
    for (const id of limits) assert.ok(ids.has(id), `${pattern}: ${id}`);
  }
});
