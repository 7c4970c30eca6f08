import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeSettings } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import { lintScript, lintScriptFile } from '../../core/lint/script';
import { createScriptProject, pythonParser } from '../../core/pytorch';

type Files = Readonly<Record<string, string>>;

const model = 'import torch\n\n\ndef load(x: torch.Tensor):\n    return x.cuda()\n';
const shim = 'from torch_npu.contrib import transfer_to_npu\n';
const main = '\nif __name__ == "__main__":\n    load(torch.zeros(8))\n';
const train = `import torch\n${shim}from model import load\n${main}`;
const plain = `import torch\nfrom model import load\n${main}`;
const adaptor = 'import os\nos.environ["ENABLE_TORCH_ADAPTOR"] = "1"\nimport torch_tpu.accelerator\n';

function projectOf(files: Files) {
  const project = createScriptProject(pythonParser);
  for (const [path, text] of Object.entries(files)) project.update(path, text);
  return project;
}

/** Whether the call of `.cuda()` in model.py is told. */
function isTold(project: ReturnType<typeof projectOf>, path = 'model.py', configuration: object = {}): boolean {
  const { facts, problems } = project.analyze(path)!;
  const { settings } = readConfiguration(JSON.stringify({ targets: ['ascend-910b2'], ...configuration }), '/p.json');
  const { findings } = lintScript(facts, problems, mergeSettings(settings), undefined, project);
  return findings.some(({ rule }) => rule === 'torch/cuda-call');
}

const cases: readonly (readonly [what: string, files: Files, told: boolean, target?: string])[] = [
  ['nobody imports it', {}, true],
  ['a program without a shim', { 'train.py': plain }, true],
  ['a program with the shim', { 'train.py': train }, false],
  [
    'a program that switches the shim on by the environment',
    { 'train.py': `import os\nos.environ["TORCH_TRANSFER_TO_NPU"] = "1"\nimport torch_npu\n${plain}` },
    false,
  ],
  [
    'the environment says no',
    { 'train.py': `import os\nos.environ["TORCH_TRANSFER_TO_NPU"] = "0"\nimport torch_npu\n${plain}` },
    true,
  ],
  ['another program without the shim', { 'train.py': train, 'serve.py': plain }, true],
  ['a test without the shim is no program of its own', { 'train.py': train, 'tests/test_model.py': plain }, false],
  [
    'through modules between',
    {
      'train.py': `${shim}import engine\nengine.run()\n`,
      'engine.py': 'from model import load\n\n\ndef run():\n    load(1)\n',
    },
    false,
  ],
  [
    'the shim is in a module that the program imports',
    { 'train.py': `import npu_setup\n${plain}`, 'npu_setup.py': `import torch_npu\n${shim}` },
    false,
  ],
  [
    'the shim is in the package of a module that the program imports',
    { 'train.py': `from pkg.deep import x\n${plain}`, 'pkg/__init__.py': shim, 'pkg/deep.py': 'x = 1\n' },
    false,
  ],
  [
    'by its name alone, in a package that the program imports',
    {
      'pkg/train.py': `from pkg import run\n${shim}${main}`,
      'pkg/__init__.py': '',
      'pkg/models/__init__.py': '',
      'pkg/models/model.py': model,
    },
    false,
  ],
  [
    'by nobody, as a test in a package that the program imports',
    { 'pkg/train.py': `from pkg import run\n${shim}${main}`, 'pkg/__init__.py': '', 'pkg/tests/model.py': model },
    true,
  ],
  ['the shim of the other route', { 'train.py': train }, true, 'sophgo-sc11-fp300'],
  ['the adaptor of torch_tpu', { 'train.py': adaptor + plain }, false, 'sophgo-sc11-fp300'],
  [
    'the adaptor without its variable',
    { 'train.py': `import torch_tpu.accelerator\n${plain}` },
    true,
    'sophgo-sc11-fp300',
  ],
];

for (const [what, files, told, target] of cases) {
  test(`a shim of the programs that a module is a part of: ${what}`, () => {
    const targets = [target ?? 'ascend-910b2'];
    const path = Object.keys(files).find((file) => file.endsWith('/model.py')) ?? 'model.py';
    assert.equal(isTold(projectOf({ 'model.py': model, ...files }), path, { targets }), told);
  });
}

test('a module that a program loads by its name is a part of that program, as what it imports is', () => {
  const plugin = `from engine import base\n${model}`;
  const run = `import torch\n${shim}import engine\n${main}`;
  const files = { 'models/one.py': plugin, 'engine.py': 'base = 1\n', 'train.py': run };
  assert.equal(isTold(projectOf(files), 'models/one.py'), false);
  const indirect = { ...files, 'models/two.py': `from models import one\n${model}`, 'models/__init__.py': '' };
  assert.equal(isTold(projectOf(indirect), 'models/two.py'), false);
  // Another program runs the engine without the shim, and may load it as well.
  assert.equal(isTold(projectOf({ ...files, 'serve.py': `import engine\n${main}` }), 'models/one.py'), true);
  assert.equal(isTold(projectOf({ ...files, 'models/one.py': model }), 'models/one.py'), true);
});

test('the configuration goes before what programs import', () => {
  const project = projectOf({ 'model.py': model, 'train.py': train });
  assert.equal(isTold(project, 'model.py', { shim: 'none' }), true);
  assert.equal(isTold(projectOf({ 'model.py': model }), 'model.py', { shim: 'transfer_to_npu' }), false);
});

test('programs are followed as they are edited', () => {
  const project = projectOf({ 'model.py': model, 'train.py': plain, 'serve.py': 'x = 1\n' });
  const states: [boolean, number][] = [];
  const note = () => states.push([isTold(project), project.programsVersion()]);
  note();
  project.update('train.py', train);
  note();
  project.update('serve.py', plain);
  note();
  project.update('serve.py', `${plain}y = 2\n`);
  note();
  project.remove('serve.py');
  note();
  project.update('train.py', plain);
  note();
  assert.deepEqual(
    states.map(([told]) => told),
    [true, false, true, true, false, true],
  );
  const versions = states.map(([, version]) => version);
  assert.equal(versions[2], versions[3], 'an edit that changes no program');
  assert.deepEqual([...new Set(versions)].length, 5);
});

test('a program for whose sake modules are judged without the shim says so, once, and which', () => {
  const said = (files: Files, path: string, configuration: object = {}) => {
    const project = projectOf({ 'model.py': model, 'shapes.py': 'import model\nsize = 8\n', ...files });
    const { facts, problems } = project.analyze(path)!;
    const { settings } = readConfiguration(JSON.stringify({ targets: ['ascend-910b2'], ...configuration }), '/p.json');
    const { findings } = lintScript(facts, problems, mergeSettings(settings), undefined, project);
    return findings.filter(({ rule }) => rule === 'torch/program-shim').map(({ message }) => message.en);
  };
  const serve = `import shapes\n${plain}`;
  const both = { 'train.py': `import shapes\n${train}`, 'serve.py': serve };
  assert.deepEqual(said(both, 'serve.py'), [
    'This program does not switch on transfer_to_npu, as train.py does: model.py of both are checked for ascend-910b2 without it.',
  ]);
  assert.deepEqual(said(both, 'train.py'), []);
  assert.deepEqual(said(both, 'model.py'), []);
  assert.deepEqual(said(both, 'serve.py', { shim: 'none' }), []);
  assert.deepEqual(said({ 'serve.py': serve }, 'serve.py'), []);
  assert.deepEqual(said({ 'train.py': train, 'serve.py': 'import os\nprint(os)\n' }, 'serve.py'), []);
});

const trainer = 'trainer:\n  class_path: lightning.Trainer\n  accelerator: gpu\n';

/** Whether what a configuration asks Lightning for is told. */
function isTrainerTold(path: string, files: Files, configuration: object = {}): boolean {
  const { settings } = readConfiguration(JSON.stringify({ targets: ['ascend-910b2'], ...configuration }), '/p.json');
  const file = { path, kind: 'yaml', text: trainer } as const;
  const { findings } = lintScriptFile(file, pythonParser, mergeSettings(settings), undefined, projectOf(files));
  return findings.some(({ rule }) => rule === 'torch/lightning-trainer');
}

const configurations: readonly (readonly [what: string, path: string, files: Files, told: boolean])[] = [
  ['no program', 'configs/train.yaml', { 'model.py': model }, true],
  ['a program with the shim beside it', 'train.yaml', { 'train.py': train }, false],
  ['a program with the shim above it', 'configs/train.yaml', { 'train.py': train, 'model.py': model }, false],
  ['a program without the shim', 'configs/train.yaml', { 'train.py': plain }, true],
  ['programs with and without the shim', 'train.yaml', { 'train.py': train, 'tools/serve.py': plain }, true],
  ['one without the shim that is further away', 'a/train.yaml', { 'a/train.py': train, 'serve.py': plain }, false],
  ['one with the shim that is further away', 'a/train.yaml', { 'a/train.py': plain, 'b/train.py': train }, true],
];

for (const [what, path, files, told] of configurations) {
  test(`a shim of the programs around a configuration: ${what}`, () => {
    assert.equal(isTrainerTold(path, files), told);
  });
}

test('a shim that the settings name is one of configurations as well', () => {
  assert.equal(isTrainerTold('train.yaml', {}, { shim: 'transfer_to_npu' }), false);
  assert.equal(isTrainerTold('train.yaml', { 'train.py': train }, { shim: 'none' }), true);
});
