import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml } from '../../core/launch';

const accelerators = (...lines: string[]) =>
  (readYaml('configs/train.yaml', lines.join('\n')).settings ?? []).map(
    ({ keys, value }) => `${keys.join('.')} = ${String(value)}`,
  );

test("an accelerator is Lightning's where the file says that a trainer of Lightning takes it", () => {
  const setting = ['trainer:', '  accelerator: gpu'];
  const found = ['trainer.accelerator = gpu'];
  assert.deepEqual(accelerators('# lightning.pytorch==2.4.0', ...setting), found);
  assert.deepEqual(accelerators('seed_everything: true', ...setting), found);
  assert.deepEqual(accelerators(...setting, '  logger: {class_path: lightning.pytorch.loggers.CSVLogger}'), found);
  assert.deepEqual(accelerators(...setting, '  _target_: pytorch_lightning.Trainer'), found);
  assert.deepEqual(accelerators('_target_: lightning.pytorch.trainer.Trainer', 'accelerator: "cuda"'), [
    'accelerator = cuda',
  ]);
  assert.deepEqual(
    accelerators('run:', '  class_path: lightning.Trainer', '  init_args:', '    devices: 2', '    accelerator: gpu'),
    ['run.init_args.accelerator = gpu'],
  );
});

test('an accelerator of which that is not said, or another one, is no setting', () => {
  for (const text of [
    'trainer:\n  accelerator: gpu\n  devices: 2\n',
    'nodeSelector:\n  accelerator: gpu\n',
    'seed_everything: 1\nserving:\n  accelerator: gpu\n',
    'seed_everything: 1\ntrainer:\n  accelerator: cpu\n',
    'seed_everything: 1\ntrainer:\n  accelerator: auto\n',
    'seed_everything: 1\ntrainer:\n  accelerator: [gpu]\n',
    '_target_: accelerate.Trainer\naccelerator: gpu\n',
    'trainer:\n  accelerator: gpu\nmodel:\n  class_path: lightning.pytorch.demos.boring_classes.BoringModel\n',
  ]) {
    assert.deepEqual(accelerators(text), [], text);
  }
});
