import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathFrom } from '../../rules/checks/scripts/path-from';

test('a file is named as seen from another', () => {
  assert.equal(pathFrom('/p/train/main.py', '/p/ops/kernels.py'), '../ops/kernels.py');
  assert.equal(pathFrom('main.py', 'ops/kernels.py'), 'ops/kernels.py');
  assert.equal(pathFrom('C:\\p\\a\\main.py', 'C:\\p\\a\\kernels.py'), 'kernels.py');
  assert.equal(pathFrom('/a/b/main.py', '/a/b/c/b.py'), 'c/b.py');
});
