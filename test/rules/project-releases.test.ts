import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeSettings } from '../../core/lint';
import { readConfiguration } from '../../core/lint/configuration';
import { lintScript, type ScriptReport } from '../../core/lint/script';
import { areAtLeast, oneMinor, type TorchReleases } from '../../core/model';
import { createScriptProject, pythonParser } from '../../core/pytorch';

type Files = Readonly<Record<string, string>>;

function projectOf(files: Files) {
  const project = createScriptProject(pythonParser);
  for (const [name, text] of Object.entries(files)) project.update(name, text);
  return project;
}

/** `2.4`, or whether the releases are 2.6 at least; then what says so. */
function said(releases: TorchReleases | undefined): string {
  if (releases === undefined) return 'nothing';
  const atLeast = { true: '>=2.6', false: '<2.6', undefined: 'unknown' }[String(areAtLeast(releases, '2.6'))];
  const pins = releases.pins.map(({ path, line, requirement }) => `${path}:${line} ${requirement}`);
  return [oneMinor(releases) ?? atLeast, ...pins].join(' ');
}

const cases: readonly (readonly [what: string, files: Files, expected: string, accelerator?: 'npu' | 'tpu'])[] = [
  ['no list', {}, 'nothing'],
  ['a list without torch', { 'requirements.txt': 'numpy==1.26\ntorchvision==0.19\n' }, 'nothing'],
  ['a torch of any release', { 'requirements.txt': 'torch\n' }, 'nothing'],
  [
    'an exact pin',
    { 'requirements.txt': 'numpy\ntorch == 2.4.1+cu121 # old\n' },
    '2.4 requirements.txt:2 torch==2.4.1+cu121',
  ],
  ['a pin of a minor release', { 'requirements.txt': 'torch==2.4.*\n' }, '2.4 requirements.txt:1 torch==2.4.*'],
  ['a compatible release', { 'requirements.txt': 'torch~=2.4.0\n' }, '2.4 requirements.txt:1 torch~=2.4.0'],
  [
    'a lock, which says what is installed of what its project admits',
    {
      'pyproject.toml': '[project]\ndependencies = ["torch>=2.1"]\n',
      'uv.lock': '[[package]]\nname = "torch"\nversion = "2.8.0"\n',
    },
    '2.8 uv.lock:2 torch==2.8.0',
  ],
  ['an upper bound', { 'requirements.txt': 'torch>=2.0,<2.6\n' }, '<2.6 requirements.txt:1 torch>=2.0,<2.6'],
  ['an upper bound within 2.6', { 'requirements.txt': 'torch<=2.6.0\n' }, 'unknown requirements.txt:1 torch<=2.6.0'],
  ['a lower bound', { 'requirements.txt': 'torch>=2.1\n' }, 'unknown requirements.txt:1 torch>=2.1'],
  ['a late lower bound', { 'requirements.txt': 'torch>=2.6\n' }, '>=2.6 requirements.txt:1 torch>=2.6'],
  [
    'a wheel by its address',
    {
      'requirements.txt':
        'torch @ https://download.pytorch.org/whl/cu124/torch-2.6.0%2Bcu124-cp311-cp311-linux_x86_64.whl#sha256=ab\n',
    },
    '2.6 requirements.txt:1 torch==2.6.0+cu124',
  ],
  [
    'a wheel for devices of others',
    {
      'requirements.txt':
        'torch @ https://download.pytorch.org/whl/xpu/torch-2.6.0%2Bxpu-cp311-cp311-linux_x86_64.whl\n',
    },
    'nothing',
  ],
  [
    'lists that differ and yet agree about 2.6',
    { 'requirements.txt': 'torch==2.4.0\n', 'requirements-dev.txt': 'torch==2.5.1\n' },
    '<2.6 requirements.txt:1 torch==2.4.0 requirements-dev.txt:1 torch==2.5.1',
  ],
  [
    'lists that contradict each other',
    { 'requirements.txt': 'torch==2.4.0\n', 'environment.yml': 'dependencies:\n  - pytorch=2.8\n' },
    'unknown requirements.txt:1 torch==2.4.0 environment.yml:2 pytorch=2.8',
  ],
  [
    'a pin beside a lower bound',
    {
      'requirements.txt': 'torch==2.4.0\n',
      'setup.py': "from setuptools import setup\nsetup(install_requires=['torch>=2.0'])\n",
    },
    'unknown requirements.txt:1 torch==2.4.0 setup.py:2 torch>=2.0',
  ],
  [
    'a setup.py of its own',
    { 'setup.py': "from setuptools import setup\nsetup(\n    install_requires=['torch==2.4.0'],\n)\n" },
    '2.4 setup.py:3 torch==2.4.0',
  ],
  [
    'pyproject.toml',
    { 'pyproject.toml': '[project]\ndependencies = ["torch<2.5"]\n' },
    '<2.6 pyproject.toml:2 torch<2.5',
  ],
  [
    "Poetry's notation",
    { 'pyproject.toml': '[tool.poetry.dependencies]\ntorch = "~2.4"\n' },
    '2.4 pyproject.toml:2 torch ~2.4',
  ],
  ['a folder of lists', { 'requirements/base.txt': 'torch==2.4.0\n' }, '2.4 requirements/base.txt:1 torch==2.4.0'],
  [
    'lists of other accelerators',
    { 'requirements-rocm.txt': 'torch==2.4.0\n', 'requirements-cpu.txt': 'torch==2.5.0\n' },
    'nothing',
  ],
  [
    "the target's own list goes first",
    { 'requirements.txt': 'torch==2.8.0\n', 'requirements_npu.txt': 'torch==2.4.0\n' },
    '2.4 requirements_npu.txt:1 torch==2.4.0',
  ],
  [
    "another target's list does not count",
    { 'requirements.txt': 'torch==2.8.0\n', 'requirements_npu.txt': 'torch==2.4.0\n' },
    '2.8 requirements.txt:1 torch==2.8.0',
    'tpu',
  ],
  ['a pin for Windows alone', { 'requirements.txt': "torch==2.4.0; sys_platform == 'win32'\n" }, 'nothing'],
  ['a list of a folder beside', { 'docs/requirements.txt': 'torch==2.4.0\n' }, 'nothing'],
  [
    'a specifier that is not understood',
    { 'requirements.txt': 'torch @ git+https://a.b/torch\n' },
    'unknown requirements.txt:1 torch @git+https://a.b/torch',
  ],
];

for (const [what, files, expected, accelerator] of cases) {
  test(`the releases that a project pins: ${what}`, () => {
    assert.equal(said(projectOf(files).torchOf('tools/train.py', accelerator ?? 'npu')), expected);
  });
}

test('the nearest list holds, and a change of it is heeded', () => {
  const project = projectOf({ 'requirements.txt': 'torch==2.8.0\n', 'examples/a/requirements.txt': 'torch==2.4.0\n' });
  const at = (path: string) => oneMinor(project.torchOf(path, 'npu') ?? { first: undefined });
  assert.deepEqual([at('train.py'), at('examples/b/c.py'), at('examples/a/b/c.py')], ['2.8', '2.8', '2.4']);
  project.update('train.py', '');
  project.update('examples/a/x.py', '');
  assert.deepEqual(project.importersOf('examples/a/requirements.txt'), ['examples/a/x.py']);
  project.update('examples/a/requirements.txt', 'torch==2.7.1\n');
  assert.equal(at('examples/a/b/c.py'), '2.7');
  project.remove('examples/a/requirements.txt');
  assert.equal(at('examples/a/b/c.py'), '2.8');
});

const script = 'import torch\n\ntorch.cuda.synchronize()\n';

function report(list: string, configuration: object = {}): ScriptReport {
  const project = projectOf({ 'train.py': script, 'requirements.txt': list });
  const { facts, problems } = project.analyze('train.py')!;
  const { settings } = readConfiguration(JSON.stringify({ targets: ['ascend-910b2'], ...configuration }), '/p.json');
  return lintScript(facts, problems, mergeSettings(settings), undefined, project);
}

const portable = ({ findings }: ScriptReport) =>
  findings
    .flatMap(({ fixes }) => fixes)
    .filter(({ title }) => title.en.includes('torch.accelerator'))
    .map(({ kind, title }) => `${kind} ${title.en}`);

test('a form of a later release is not offered to a project that pins an older one', () => {
  assert.deepEqual(portable(report('torch==2.4.0\n')), []);
  assert.deepEqual(portable(report('torch<2.6\n')), []);
});

test('a release that has the form makes its fix safe, which says from where the release was taken', () => {
  assert.deepEqual(portable(report('torch==2.8.0\n')), [
    'safe Write torch.accelerator.synchronize (PyTorch 2.6 and later; requirements.txt:1 asks for torch==2.8.0)',
  ]);
  assert.deepEqual(portable(report('torch>=1.13\n')), [
    'review Write torch.accelerator.synchronize (PyTorch 2.6 and later; requirements.txt:1 asks for torch>=1.13)',
  ]);
});

test("the configuration's release goes before what the project pins", () => {
  assert.deepEqual(portable(report('torch==2.4.0\n', { torch: '2.8' })), [
    'safe Write torch.accelerator.synchronize (PyTorch 2.6 and later)',
  ]);
  assert.deepEqual(portable(report('torch==2.8.0\n', { torch: '2.4' })), []);
});

test('a pin that the tables do not have takes no finding away', () => {
  const codes = (list: string) => report(list).findings.map(({ rule }) => rule);
  assert.deepEqual(codes('torch==1.13.1\n'), codes('numpy\n'));
});

test("a list for the target is no word about CUDA's machines: what is safe has to be in every list's releases", () => {
  const lists = { 'requirements.txt': 'torch>=2.4\n', 'requirements_npu.txt': 'torch==2.10.0\n' };
  const kinds = (files: Files) => {
    const project = projectOf({ 'train.py': script, ...files });
    const { facts, problems } = project.analyze('train.py')!;
    const { settings } = readConfiguration('{"targets": ["ascend-910b2"]}', '/p.json');
    return portable(lintScript(facts, problems, mergeSettings(settings), undefined, project)).map(
      (fix) => fix.split(' ')[0],
    );
  };
  assert.deepEqual(kinds(lists), ['review']);
  assert.deepEqual(kinds({ ...lists, 'requirements.txt': 'torch>=2.6\n' }), ['safe']);
  assert.deepEqual(kinds({ ...lists, 'requirements.txt': 'torch==2.4.0\n' }), ['review']);
  assert.deepEqual(kinds({ 'requirements_npu.txt': 'torch==2.10.0\n' }), ['safe']);
});
