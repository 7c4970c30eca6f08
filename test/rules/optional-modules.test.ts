import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeSettings } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import { lintScript } from '../../core/lint/script';
import { createScriptProject, pythonParser } from '../../core/pytorch';

type Files = Readonly<Record<string, string>>;

const library = 'import bitsandbytes\n\n\nclass Linear8bit:\n    pass\n';
const guarded =
  'def is_bnb_available():\n    return False\n\n\nif is_bnb_available():\n    from .bnb import Linear8bit\n';
const sure = 'from .bnb import Linear8bit\n';

function projectOf(files: Files) {
  const project = createScriptProject(pythonParser);
  for (const [path, text] of Object.entries(files)) project.update(path, text);
  return project;
}

/** How surely bnb.py fails at its import of the library. */
function severity(project: ReturnType<typeof projectOf>, configuration: object = {}): string | undefined {
  const { facts, problems } = project.analyze('pkg/bnb.py')!;
  const { settings } = readConfiguration(JSON.stringify({ targets: ['ascend-910b2'], ...configuration }), '/p.json');
  const { findings } = lintScript(facts, problems, mergeSettings(settings), undefined, project);
  return findings.find(({ rule }) => rule === 'torch/cuda-library')?.severity;
}

const cases: readonly (readonly [what: string, files: Files, severity: string])[] = [
  ['nobody imports it', {}, 'error'],
  ['behind a question for the library', { 'pkg/model.py': guarded }, 'warning'],
  ['also without a question', { 'pkg/model.py': guarded, 'pkg/other.py': sure }, 'error'],
  ['also without a question in a test', { 'pkg/model.py': guarded, 'tests/test_model.py': sure }, 'warning'],
  ['nowhere but in a test', { 'tests/test_model.py': 'from pkg.bnb import Linear8bit\n' }, 'error'],
  [
    'where a failing import is caught',
    { 'pkg/model.py': `try:\n    ${sure}except ImportError:\n    pass\n` },
    'warning',
  ],
  ['when a function is called', { 'pkg/model.py': `def quantize():\n    ${sure}` }, 'warning'],
  ['twice in one file, once without a question', { 'pkg/model.py': `${guarded}\n${sure}` }, 'error'],
  ['where CUDA is there', { 'pkg/model.py': `import torch\n\nif torch.cuda.is_available():\n    ${sure}` }, 'warning'],
  [
    'by a module that is behind a question itself',
    { 'pkg/layers.py': sure, 'pkg/model.py': guarded.replaceAll('.bnb', '.layers') },
    'warning',
  ],
  ['by a module that nobody imports', { 'pkg/layers.py': sure, 'pkg/model.py': guarded }, 'error'],
  [
    'by modules that import each other, and that one is behind a question',
    {
      'pkg/layers.py': `from . import blocks\n${sure}`,
      'pkg/blocks.py': 'from . import layers\n',
      'pkg/model.py': guarded.replaceAll('.bnb', '.layers'),
    },
    'warning',
  ],
  [
    'by modules that import each other and nobody else does',
    { 'pkg/layers.py': `from . import blocks\n${sure}`, 'pkg/blocks.py': 'from . import layers\n' },
    'error',
  ],
  [
    'by a program that is imported behind a question as well',
    {
      'pkg/main.py': `${sure}\nif __name__ == "__main__":\n    pass\n`,
      'pkg/model.py': guarded.replace('.bnb', '.main'),
    },
    'error',
  ],
];

for (const [what, files, expected] of cases) {
  test(`the import of a library in a module that is imported: ${what}`, () => {
    assert.equal(severity(projectOf({ 'pkg/__init__.py': '', 'pkg/bnb.py': library, ...files })), expected);
  });
}

test('a package is loaded with what is below it', () => {
  const files = { 'main.py': 'import pkg.bnb.layers\n', 'pkg/bnb/layers.py': '', 'pkg/__init__.py': '' };
  const project = projectOf({ ...files, 'pkg/bnb/__init__.py': library, 'pkg/model.py': guarded });
  const { facts } = project.analyze('pkg/bnb/__init__.py')!;
  const isOptional = () => project.isOptional(facts.path, () => true);
  assert.equal(isOptional(), false);
  project.update('main.py', 'import pkg\n');
  assert.equal(isOptional(), true);
});

test('what stands behind a question for CUDA runs under a shim that answers it with yes', () => {
  const project = projectOf({
    'pkg/bnb.py': library,
    'pkg/model.py': `import torch\n\nif torch.cuda.is_available():\n    ${sure}`,
  });
  assert.equal(severity(project, { shim: 'transfer_to_npu' }), 'error');
  const lazy =
    'import torch\n\n\ndef make():\n    if torch.cuda.is_available():\n        from .bnb import Linear8bit\n';
  project.update('pkg/model.py', lazy);
  assert.equal(severity(project, { shim: 'transfer_to_npu' }), 'warning');
});

test('a chain of modules that is too long to follow counts as loaded', () => {
  const files: Record<string, string> = { 'pkg/bnb.py': library };
  const chain = (length: number) => {
    for (let at = 0; at < length; at++) files[`pkg/m${at}.py`] = at === 0 ? sure : `from . import m${at - 1}\n`;
    return projectOf({
      ...files,
      'pkg/model.py': guarded.replace('.bnb import Linear8bit', `. import m${length - 1}`),
    });
  };
  assert.equal(severity(chain(20)), 'warning');
  assert.equal(severity(chain(300)), 'error');
});

test('optional modules are followed as their importers are edited', () => {
  const project = projectOf({ 'pkg/__init__.py': '', 'pkg/bnb.py': library, 'pkg/model.py': guarded });
  const states: [string | undefined, number][] = [];
  const note = () => states.push([severity(project), project.programsVersion()]);
  note();
  project.update('pkg/model.py', `${guarded}\nx = 1\n`);
  note();
  project.update('pkg/model.py', guarded.replace('if is_bnb_available():', 'if True:'));
  note();
  project.update('pkg/model.py', guarded);
  note();
  project.update('pkg/other.py', sure);
  note();
  project.remove('pkg/other.py');
  note();
  assert.deepEqual(
    states.map(([found]) => found),
    ['warning', 'warning', 'error', 'warning', 'error', 'warning'],
  );
  const versions = states.map(([, version]) => version);
  assert.equal(versions[0], versions[1], 'an edit that changes no import');
  assert.equal(new Set(versions).size, 5);
});
