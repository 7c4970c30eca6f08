import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileSystem } from '../../cli/files/file-system';
import type { Host } from '../../cli/host';
import { foldersOf, ProjectRoots } from '../../cli/lint/project-roots';
import { UnmarkedProject } from '../../cli/lint/unmarked-project';
import { main } from '../../cli/main';
import { type Files, memoryFileSystem } from './memory-file-system';

const cwd = '/home/user';

function rootOf(files: readonly string[], operands: readonly string[], script: string): string {
  const fs = memoryFileSystem(Object.fromEntries([...files, script].map((path) => [path, ''])));
  const host = { fs, cwd } as unknown as Host;
  const { folder, kind } = new ProjectRoots(host, foldersOf(operands, host)).of(script);
  return `${kind} ${folder}`;
}

test('where a project begins', () => {
  const cases: readonly [files: string[], operands: string[], script: string, expected: string][] = [
    // Its repository, whatever is named and whatever is marked in it.
    [['/home/user/a/.git', '/home/user/a/b/setup.py'], ['a/b'], '/home/user/a/b/c.py', 'project /home/user/a'],
    [['/home/user/a/.git', '/home/user/pyproject.toml'], ['.'], '/home/user/a/b.py', 'project /home/user/a'],
    // The nearest mark at or above what is linted.
    [['/home/user/setup.cfg', '/home/user/a/pyproject.toml'], ['a/b'], '/home/user/a/b/c.py', 'project /home/user/a'],
    [['/home/user/a/portolan.config.json'], ['a/b/c.py'], '/home/user/a/b/c.py', 'project /home/user/a'],
    // The outermost one in it.
    [['/home/user/a/setup.py', '/home/user/a/x/setup.py'], ['.'], '/home/user/a/x/c.py', 'project /home/user/a'],
    // None: the folder that is linted, or the package that it is in.
    [[], ['a'], '/home/user/a/b/c.py', 'folder /home/user/a'],
    [[], ['a', 'a/b'], '/home/user/a/b/c.py', 'folder /home/user/a'],
    [[], ['a/**/*.py'], '/home/user/a/b/c.py', 'folder /home/user/a'],
    [['/home/user/p/__init__.py', '/home/user/p/q/__init__.py'], ['p/q'], '/home/user/p/q/c.py', 'folder /home/user/p'],
    [['/home/user/p/__init__.py'], ['p/c.py'], '/home/user/p/c.py', 'folder /home/user/p'],
    // Files that are named alone.
    [[], ['a/c.py'], '/home/user/a/c.py', 'file /home/user/a'],
    [[], ['*.py'], '/home/user/c.py', 'file /home/user'],
    [[], ['/srv/c.py'], '/srv/c.py', 'file /srv'],
  ];
  for (const [files, operands, script, expected] of cases) {
    assert.equal(rootOf(files, operands, script), expected, `${operands} ${script}`);
  }
});

/** Lints, and tells what was found and which scripts were read for it. */
async function lint(files: Files, operands: readonly string[]): Promise<{ found: string; read: string[] }> {
  const fs = memoryFileSystem(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${cwd}/${name}`, text])),
  );
  const read = new Set<string>();
  const recording: FileSystem = {
    ...fs,
    open(path) {
      if (path.endsWith('.py')) read.add(path.slice(cwd.length + 1));
      return fs.open(path);
    },
  };
  let found = '';
  const silent = { write: () => {}, isTerminal: false, columns: undefined };
  await main({
    argv: ['lint', ...operands, '--target', 'ascend-910b2'],
    fs: recording,
    cwd,
    stdin: { read: async () => new Uint8Array() },
    stdout: { ...silent, write: (text) => void (found += text) },
    stderr: silent,
    env: {},
    today: () => '2026-01-02',
    now: () => 0,
  });
  return { found, read: [...read].sort() };
}

const layers = 'from torch.nn import Linear as Layer\n';
const train = 'from layers import Layer\n\nlayer = Layer(8, 8)\nlayer.cuda()\n';
const others = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`other${index}/a.py`, `import layers\nprint(${index})\n`]),
);

test('of what lies in the current folder beside what is linted, only what is imported is read', async () => {
  for (const operand of ['job', 'job/train.py']) {
    const { found, read } = await lint({ ...others, 'job/train.py': train, 'job/layers.py': layers }, [operand]);
    assert.match(found, /job\/train\.py:4:\d+/);
    assert.deepEqual(read, ['job/layers.py', 'job/train.py']);
  }
});

test('no file is read for its imports where nothing is looked for outside the folder', () => {
  const files = { '/home/user/a/train.py': train, '/home/user/a/layers.py': layers, '/home/user/other.py': '' };
  const host = { fs: memoryFileSystem(files), cwd: '/home/user/a' } as unknown as Host;
  const read = (path: string) => assert.fail(`${path} is read`);
  const project = new UnmarkedProject({ folder: '/home/user/a', kind: 'folder' }, host, read);
  assert.deepEqual([...project.files()].sort(), ['/home/user/a/layers.py', '/home/user/a/train.py']);
  assert.deepEqual(project.importedBy('/home/user/a/train.py', train), []);
});

test('what is imported is found above what is linted, up to the current folder, with what it imports itself', async () => {
  const files = {
    ...others,
    'job/train.py': train.replace('from layers', 'from pkg.model'),
    'pkg/__init__.py': '',
    'pkg/model.py': 'from .inner import Layer\n',
    'pkg/inner.py': layers,
    'pkg/unrelated.py': '',
  };
  const { found, read } = await lint(files, ['job']);
  assert.match(found, /job\/train\.py:4:\d+/);
  assert.deepEqual(read, ['job/train.py', 'pkg/__init__.py', 'pkg/inner.py', 'pkg/model.py']);
});

test('a script that is named alone sees the packages beside it, a notebook as well', async () => {
  const files = { ...others, 'nets/__init__.py': '', 'nets/layers.py': layers };
  const script = train.replace('from layers', 'from nets.layers');
  assert.match((await lint({ ...files, 'train.py': script }, ['train.py'])).found, /train\.py:4:\d+/);
  const source = script
    .trimEnd()
    .split('\n')
    .map((line) => `${line}\n`);
  const cell = { cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source };
  const notebook = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
  const { found, read } = await lint({ ...files, 'train.ipynb': notebook }, ['train.ipynb']);
  assert.match(found, /torch\/cuda-call[\s\S]*train\.ipynb/);
  assert.deepEqual(read, ['nets/__init__.py', 'nets/layers.py']);
});

test('programs and lists of packages above what is linted speak for it', async () => {
  const files = {
    ...others,
    'requirements.txt': 'torch==2.8.0\n',
    'main.py': 'import torch_npu\nfrom torch_npu.contrib import transfer_to_npu\nimport pkg.model\n\npkg.model.run()\n',
    'pkg/__init__.py': '',
    'pkg/model.py': 'import torch\n\ndef run():\n    torch.zeros(8).cuda()\n    torch.cuda.synchronize()\n',
  };
  const shimmed = await lint(files, ['pkg']);
  assert.doesNotMatch(shimmed.found, /torch\/cuda-call/);
  const { 'main.py': _, ...withoutMain } = files;
  const bare = await lint(withoutMain, ['pkg']);
  assert.match(bare.found, /torch\/cuda-call/);
  assert.match(bare.found.replaceAll(/\s+/g, ' '), /requirements\.txt:1 asks for torch==2\.8\.0/);
});
