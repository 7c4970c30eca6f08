import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScriptProject, pythonParser } from '../../core/pytorch';

/** The device's names of a text that reach something, at a path. */
function devices(text: string, path = 'train.py'): string[] {
  const project = createScriptProject(pythonParser);
  project.update(path, `import types\nfrom unittest.mock import MagicMock, Mock\n${text}\n`);
  return project.analyze(path)!.facts.deviceStrings.map(({ text: said }) => said);
}

for (const text of [
  'Mock(device="cuda:0")',
  'def test_load(mocker):\n    mocker.MagicMock(device="cuda", backend="nccl")',
  'model = MagicMock()\nmodel.device = "cuda"\nmodel.config.distributed_backend = "nccl"',
  'def test_load(mock_model):\n    mock_model.device = "cuda:0"',
  'stub.device_type = "cuda"',
  'class _FakeTarget:\n    device = "cuda"',
]) {
  test(`what stands in for something is on no device: ${text}`, () => {
    assert.deepEqual(devices(text), []);
  });
}

test('an object that keeps its arguments stands in for something in tests alone', () => {
  const text = 'options = types.SimpleNamespace(device="cuda")';
  assert.deepEqual(devices(text, 'tests/check.py'), []);
  assert.deepEqual(devices(text, 'test_model.py'), []);
  assert.deepEqual(devices(text), ['cuda']);
});

for (const text of [
  'run(Mock(), device="cuda")',
  'model.device = "cuda"',
  'faker.device = "cuda"',
  'class Target:\n    device = "cuda"',
]) {
  test(`what is no stand-in: ${text}`, () => {
    assert.deepEqual(devices(text, 'tests/test_model.py'), ['cuda']);
  });
}
