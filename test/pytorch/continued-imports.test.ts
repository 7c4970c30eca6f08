import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzeScript, pythonParser } from '../../core/pytorch';

test('imports that go on behind a backslash name what they name', () => {
  const text = 'from torch.nn import \\\n    Linear, \\\n    Conv2d as Conv\nimport os, \\\n    sys\n';
  const { imports } = analyzeScript('/a.py', text, pythonParser).facts;
  assert.deepEqual(
    imports.map(({ name, alias }) => `${name} ${alias}`),
    ['torch.nn.Linear Linear', 'torch.nn.Conv2d Conv', 'os os', 'sys sys'],
  );
});
