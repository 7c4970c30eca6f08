import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findConfiguration } from '../../core/lint/find-configuration';
import { memoryWorkspace } from '../harness/memory-workspace';

const files = [
  '/a/portolan.config.json',
  '/a/b/c/portolan.config.json',
  'portolan.config.json',
  'C:/w/portolan.config.json',
];
const workspace = memoryWorkspace(new Map(files.map((file) => [file, ''])));

for (const [model, expected] of [
  ['/a/b/c/model.onnx', '/a/b/c/portolan.config.json'],
  ['/a/b/model.onnx', '/a/portolan.config.json'],
  ['/a/model.onnx', '/a/portolan.config.json'],
  ['/model.onnx', undefined],
  ['/other/deep/model.onnx', undefined],
  ['models/model.onnx', 'portolan.config.json'],
  ['model.onnx', 'portolan.config.json'],
  ['C:/w/x/model.onnx', 'C:/w/portolan.config.json'],
  ['D:/w/x/model.onnx', undefined],
] as const) {
  test(`the nearest configuration of ${model}`, async () => {
    assert.equal(await findConfiguration(workspace, model), expected);
  });
}

test('a folder of that name is no configuration', async () => {
  const odd = memoryWorkspace(new Map([['/a/portolan.config.json/x', '']]));
  assert.equal(await findConfiguration(odd, '/a/model.onnx'), undefined);
});

test('the root of a Git repository is as far as it goes', async () => {
  const files = ['/portolan.config.json', '/a/.git/HEAD', '/a/sub/.git', '/b/.git/HEAD', '/b/portolan.config.json'];
  const repositories = memoryWorkspace(new Map(files.map((file) => [file, ''])));
  assert.equal(await findConfiguration(repositories, '/a/x/model.onnx'), undefined);
  assert.equal(await findConfiguration(repositories, '/a/sub/model.onnx'), undefined);
  assert.equal(await findConfiguration(repositories, '/b/x/model.onnx'), '/b/portolan.config.json');
  assert.equal(await findConfiguration(repositories, '/c/model.onnx'), '/portolan.config.json');
});
