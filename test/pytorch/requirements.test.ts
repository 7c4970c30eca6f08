import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from '../../core/pytorch';

test('requirements: names normalised, specifiers located, options passed over', () => {
  const text =
    '# comment\n-r other.txt\nFlash_Attn>=2.5 # fast\r\ntorch[opt] == 2.6 ; python_version > "3.9"\napex\nhttps://a.b/c.whl\n';
  const found = readRequirements(text);
  assert.deepEqual(
    found.map(({ name, specifier }) => [name, specifier]),
    [
      ['flash-attn', '>=2.5'],
      ['torch', '== 2.6'],
      ['apex', ''],
    ],
  );
  assert.deepEqual(
    found.map(({ span }) => text.slice(span.start, span.end)),
    ['Flash_Attn>=2.5', 'torch[opt] == 2.6', 'apex'],
  );
});
