import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excludesLinux } from '../../core/model';
import { analyzeScript, isRequirementFile, pythonParser, readRequirementFile } from '../../core/pytorch';

/** `name specifier`, as the file says it; then whether it is optional. */
function said(path: string, text: string): string[] {
  const { facts } = readRequirementFile(path, text);
  for (const { span, nameSpan, specifier, specifierSpan, statement } of facts.requirements) {
    assert.ok(span.start === nameSpan.start && nameSpan.end <= span.end);
    assert.ok(specifierSpan === undefined || text.slice(specifierSpan.start, specifierSpan.end) === specifier);
    assert.ok(statement.span.start <= span.start && span.end <= statement.span.end);
  }
  return facts.requirements.map(
    ({ name, specifier, guarded, group }) =>
      `${name}${specifier === '' ? '' : ` ${specifier}`}${guarded ? ' optional' : ''}${group ? ` (${group})` : ''}`,
  );
}

test('which files list packages', () => {
  const yes =
    'requirements.txt a/requirements-dev.txt dev_requirements.txt requirements/cuda.txt requirements.in pyproject.toml Pipfile setup.cfg environment.yml environment-gpu.yaml conda_env.yaml constraints.txt uv.lock a/poetry.lock Pipfile.lock';
  const no = 'readme.txt notes/cuda.txt config.yml setup.py mypyproject.toml action.yml Cargo.lock';
  for (const path of yes.split(' ')) assert.ok(isRequirementFile(path), path);
  for (const path of no.split(' ')) assert.ok(!isRequirementFile(path), path);
});

test("pip's lists: names normalised, specifiers located, options and paths passed over", () => {
  const text =
    '# comment\n-r other.txt\nFlash_Attn>=2.5 # fast\r\ntorch[opt] == 2.6 ; python_version > "3.9"\napex\n./local\n--hash=sha256:00\n';
  assert.deepEqual(said('requirements.txt', text), ['flash-attn >=2.5', 'torch == 2.6', 'apex']);
  const { requirements } = readRequirementFile('requirements.txt', text).facts;
  assert.deepEqual(
    requirements.map(({ span }) => text.slice(span.start, span.end)),
    ['Flash_Attn>=2.5', 'torch[opt] == 2.6', 'apex'],
  );
  assert.equal(requirements[1]!.marker, 'python_version > "3.9"');
});

test("pip's lists: addresses of wheels and repositories name packages", () => {
  const text = [
    'https://a.b/v2/flash_attn-2.5.8+cu122torch2.3cxx11abiFALSE-cp310-cp310-linux_x86_64.whl',
    'git+https://a.b/NVIDIA/apex.git@23.05',
    '-e git+https://a.b/x/y.git#egg=deep_ep # from source',
    'xformers @ git+https://a.b/xformers@v0.0.20',
    'https://a.b/archive.tar.gz',
  ].join('\n');
  assert.deepEqual(said('requirements.txt', text), [
    'flash-attn 2.5.8+cu122torch2.3cxx11abiFALSE',
    'apex',
    'deep-ep',
    'xformers @ git+https://a.b/xformers@v0.0.20',
  ]);
});

test("pip's lists: lines that go on behind a backslash are one entry", () => {
  const text = 'torch==2.6.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\nnumpy\n';
  assert.deepEqual(said('requirements.txt', text), ['torch ==2.6.0', 'numpy']);
  const { span } = readRequirementFile('requirements.txt', text).facts.requirements[0]!.statement;
  assert.equal(text.slice(span.start, span.end), text.slice(0, text.indexOf('\nnumpy')));
});

test('pyproject.toml: lists, extras, groups, Poetry, and what is none of these', () => {
  const text = `[build-system]
requires = ["setuptools>=61", 'torch==2.4.0'] # to build
[project]
name = "flash-attn"
dependencies = [
  "torch>=2.1", # the framework
  "flash_attn>=2.5; sys_platform == 'linux'",
  "numpy[a]",
]
[project.optional-dependencies]
gpu = ["bitsandbytes"]
[dependency-groups]
dev = [{ include-group = "test" }, "cupy-cuda12x"]
[tool.poetry.dependencies]
python = "^3.10"
"xformers" = { version = "^0.0.20", optional = true }
triton = "*"
[tool.poetry.group.quant.dependencies]
deep-gemm = "1.0"
[tool.ruff]
select = ["apex"]
`;
  assert.deepEqual(said('pyproject.toml', text), [
    'setuptools >=61',
    'torch ==2.4.0',
    'torch >=2.1',
    'flash-attn >=2.5',
    'numpy',
    'bitsandbytes optional (gpu)',
    'cupy-cuda12x optional (dev)',
    'xformers ^0.0.20',
    'triton *',
    'deep-gemm 1.0 optional (quant)',
  ]);
  const { requirements } = readRequirementFile('pyproject.toml', text).facts;
  const wholeOf = (name: string) => {
    const { span } = requirements.find((requirement) => requirement.name === name)!.statement;
    return text.slice(span.start, span.end);
  };
  assert.equal(wholeOf('flash-attn'), `"flash_attn>=2.5; sys_platform == 'linux'"`);
  assert.equal(wholeOf('xformers'), '"xformers" = { version = "^0.0.20", optional = true }');
});

test('pyproject.toml: nested inline tables, dotted keys and multi-line strings do not confuse places', () => {
  const text = `project.dependencies = ["a", """b"""]\nx = { y = { z = ["c"] }, dependencies = "d" }\n[[tool.uv.index]]\nurl = "e"\n[tool.poetry]\ndependencies.torch = "2.6.0"\n`;
  assert.deepEqual(said('pyproject.toml', text), ['a', 'b', 'torch 2.6.0']);
});

test('a pyproject.toml that is not TOML: a problem with its place, and what was understood', () => {
  const text = '[project]\ndependencies = ["torch"\nname = \n';
  const { facts, problems } = readRequirementFile('pyproject.toml', text);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['requirements/toml'],
  );
  assert.ok(problems[0]!.span!.start > 10 && problems[0]!.span!.end <= text.length);
  assert.deepEqual(
    facts.requirements.map(({ name }) => name),
    ['torch'],
  );
});

test('environment.yml: packages of conda and of pip', () => {
  const text = `name: x # no package
channels: [nvidia]
dependencies:
  - python=3.10
  - nvidia::cuda-toolkit=12.1=h0
  - "pytorch>=2.1"
  - pip
  - pip:
      - flash-attn==2.5 # fast
      - -r requirements.txt
`;
  assert.deepEqual(said('environment.yml', text), [
    'python =3.10',
    'cuda-toolkit =12.1=h0',
    'pytorch >=2.1',
    'pip',
    'flash-attn ==2.5',
  ]);
  const { problems } = readRequirementFile('environment.yml', 'dependencies:\n  - a\n - b: [\n');
  assert.ok(problems.length > 0 && problems.every(({ code, span }) => code === 'requirements/yaml' && span));
});

test('deep nests are no trouble', () => {
  for (const path of ['environment.yml', 'pyproject.toml', 'requirements.txt']) {
    const text = `dependencies${path.endsWith('l') && path.startsWith('p') ? ' =' : ':'} ${'['.repeat(50_000)}`;
    assert.ok(Array.isArray(readRequirementFile(path, text).problems));
  }
});

test('setup.cfg: requirements, extras, and nothing else', () => {
  const text =
    '[metadata]\nname = apex\n[options]\npackages = find:\ninstall_requires =\n    torch>=2.1\n    # a comment\n    flash-attn\npython_requires = >=3.9\n[options.extras_require]\ngpu = triton; bitsandbytes\nall =\n  xformers\n';
  assert.deepEqual(said('setup.cfg', text), [
    'torch >=2.1',
    'flash-attn',
    'triton optional (gpu)',
    'xformers optional (all)',
  ]);
});

test('setup.py: lists in the call of setup, and names that it passes', () => {
  const text = `from setuptools import setup
extra = ["einops"]
common = ["torch>=2.1", "ninja"] + extra
setup(name="x", install_requires=common, extras_require={"gpu": ["flash_attn==2.5"]}, packages=["apex"])
`;
  const { facts } = analyzeScript('/a/setup.py', text, pythonParser);
  assert.deepEqual(
    facts.requirements.map(({ name, specifier, guarded }) => [name, specifier, guarded]),
    [
      ['torch', '>=2.1', false],
      ['ninja', '', false],
      ['einops', '', false],
      ['flash-attn', '==2.5', true],
    ],
  );
  assert.deepEqual(analyzeScript('/a/other.py', text, pythonParser).facts.requirements, []);
});

test('suppressions of requirement lists', () => {
  const text = 'flash-attn # portolan: ignore[torch/requirements] only on GPUs\n';
  const [suppression] = readRequirementFile('requirements.txt', text).facts.suppressions;
  assert.equal(suppression?.rules[0]?.code, 'torch/requirements');
  assert.equal(suppression?.reason, 'only on GPUs');
});

test('lists that nobody writes are read in time, and their first problems told', () => {
  const words = readRequirementFile('environment.yml', '"torch" '.repeat(50_000));
  assert.ok(words.problems.length > 0 && words.problems.length <= 20);
  assert.deepEqual(readRequirementFile('setup.cfg', `a${' '.repeat(400_000)}`).facts.requirements, []);
});

test('a key of setup.cfg with blanks before its equals sign', () => {
  assert.deepEqual(said('setup.cfg', '[options]\ninstall_requires   = torch==2.5\n'), ['torch ==2.5']);
});

test('lock files: exact releases, who asks for them, and which the project asks for itself', () => {
  const locked = (path: string, text: string) =>
    readRequirementFile(path, text, askedFor).facts.requirements.map(({ name, specifier, locked: lock, nameSpan }) => [
      text.slice(nameSpan.start, nameSpan.end),
      name,
      specifier,
      lock?.by.join(),
      lock?.asked.join(),
    ]);
  const pipfile = '[packages]\ntorch = ">=2.4"\n';
  const askedFor = readRequirementFile('Pipfile', pipfile).facts.requirements;
  const uv =
    '[[package]]\r\nname = "p"\r\nversion = "1"\r\nsource = { virtual = "." }\r\ndependencies = [\r\n    { name = "vllm" },\r\n]\r\n' +
    '[package.metadata]\nrequires-dist = [\n    { name = "vllm", specifier = ">=0.6" },\n]\n' +
    '[[package]]\nname = "vllm"\nversion = "0.6.0"\ndependencies = [\n    { name = "Flash_Attn" },\n]\nwheels = [\n    { url = "x" },\n]\n' +
    '[[package]]\nname = "flash-attn"\nversion = "2.7.0"\n[[package]]\nname = "broken"\n';
  assert.deepEqual(locked('uv.lock', uv), [
    ['vllm', 'vllm', '==0.6.0', '', '>=0.6'],
    ['flash-attn', 'flash-attn', '==2.7.0', 'vllm', ''],
  ]);
  const poetry =
    '[[package]]\nname = "torch"\nversion = "2.6.0"\n[package.dependencies]\ntriton = {version = "3.2.0"}\n[package.extras]\nopt = ["x"]\n' +
    '[[package]]\nname = "triton"\nversion = "3.2.0"\n[metadata]\nlock-version = "2.1"\n';
  assert.deepEqual(locked('poetry.lock', poetry), [
    ['torch', 'torch', '==2.6.0', '', '>=2.4'],
    ['triton', 'triton', '==3.2.0', 'torch', ''],
  ]);
  const pipenv = JSON.stringify(
    {
      _meta: { hash: { sha256: '0' }, sources: [{ name: 'pypi' }] },
      default: { torch: { hashes: ['sha256:0'], version: '==2.6.0' }, mine: { editable: true, path: '.' } },
      develop: { Apex_X: { version: '==0.1' } },
    },
    null,
    4,
  );
  assert.deepEqual(locked('Pipfile.lock', pipenv), [
    ['torch', 'torch', '==2.6.0', '', '>=2.4'],
    ['Apex_X', 'apex-x', '==0.1', '', ''],
  ]);
});

test('lock files: what is not for Linux says so', () => {
  const markers = (path: string, text: string) =>
    readRequirementFile(path, text).facts.requirements.map(
      ({ marker }) => marker !== undefined && excludesLinux({ marker }),
    );
  const poetry =
    '[[package]]\nname = "a"\nversion = "1"\nmarkers = "sys_platform == \\"win32\\""\n' +
    '[[package]]\nname = "b"\nversion = "1"\nmarkers = "sys_platform == \\"win32\\" or sys_platform == \\"linux\\""\n';
  assert.deepEqual(markers('poetry.lock', poetry), [true, false]);
  const uv =
    '[[package]]\nname = "a"\nversion = "1"\nresolution-markers = [\n    "sys_platform == \'darwin\'",\n]\n' +
    '[[package]]\nname = "a"\nversion = "2"\nresolution-markers = [\n    "sys_platform == \'win32\'",\n    "sys_platform != \'darwin\'",\n]\n';
  assert.deepEqual(markers('uv.lock', uv), [true, false]);
  const pipenv = JSON.stringify(
    { default: { a: { markers: "sys_platform == 'win32'", version: '==1' }, b: { version: '==1' } } },
    null,
    4,
  );
  assert.deepEqual(markers('Pipfile.lock', pipenv), [true, false]);
});
