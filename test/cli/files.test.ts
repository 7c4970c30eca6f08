import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { FileError } from '../../cli/files/file-system';
import { findFiles } from '../../cli/files/find-files';
import { nodeFileSystem } from '../../cli/files/node-file-system';
import { absolute, ancestors, shown } from '../../cli/files/paths';
import { positionedSource } from '../../cli/files/positioned-source';
import { UsageError } from '../../cli/usage-error';
import { type Files, memoryFileSystem } from './memory-file-system';

const tree: Files = {
  '/w/.git/HEAD': '',
  '/w/.gitignore': 'build/\n*.tmp.onnx\n/top.onnx\n',
  '/w/a.onnx': '',
  '/w/b.onnxtxt': '',
  '/w/readme.md': '',
  '/w/top.onnx': '',
  '/w/x.tmp.onnx': '',
  '/w/build/c.onnx': '',
  '/w/deep/.gitignore': '!keep.tmp.onnx\nlocal.onnx\n',
  '/w/deep/D.ONNX': '',
  '/w/deep/keep.tmp.onnx': '',
  '/w/deep/local.onnx': '',
  '/w/deep/top.onnx': '',
  '/w/node_modules/p/n.onnx': '',
  '/w/.hidden/h.onnx': '',
};

function find(
  operands: readonly string[],
  more: {
    files?: Files;
    ignore?: readonly string[];
    ignoreFiles?: boolean;
    cwd?: string;
    wanted?: (path: string) => boolean;
  } = {},
) {
  return findFiles(operands, {
    fs: memoryFileSystem(more.files ?? tree),
    cwd: more.cwd ?? '/w',
    ignorePatterns: more.ignore ?? [],
    useIgnoreFiles: more.ignoreFiles ?? true,
    wanted: more.wanted ?? ((path) => /\.(onnx|onnxtxt)$/i.test(path)),
  });
}

test('a folder is searched as Git sees it, in order', () => {
  assert.deepEqual(find(['.']), {
    paths: [
      '/w/.hidden/h.onnx',
      '/w/a.onnx',
      '/w/b.onnxtxt',
      '/w/deep/D.ONNX',
      '/w/deep/keep.tmp.onnx',
      '/w/deep/top.onnx',
    ],
    ignored: 3,
  });
});

test('the .gitignore above a folder holds in it', () => {
  assert.deepEqual(find(['deep']).paths, ['/w/deep/D.ONNX', '/w/deep/keep.tmp.onnx', '/w/deep/top.onnx']);
});

test('--no-ignore looks at everything', () => {
  const { paths, ignored } = find(['.'], { ignoreFiles: false });
  assert.equal(ignored, 0);
  for (const file of ['/w/build/c.onnx', '/w/top.onnx', '/w/node_modules/p/n.onnx', '/w/deep/local.onnx']) {
    assert.ok(paths.includes(file), file);
  }
});

test('a file that is named is taken, ignored or not, whatever it is called', () => {
  assert.deepEqual(find(['top.onnx', './readme.md', '/w/a.onnx', 'a.onnx']).paths, [
    '/w/a.onnx',
    '/w/readme.md',
    '/w/top.onnx',
  ]);
});

test('--ignore-pattern leaves out files and folders, named ones too', () => {
  assert.deepEqual(find(['.', 'top.onnx'], { ignore: ['deep', '*.onnxtxt', './.hidden/**', 'top.onnx'] }).paths, [
    '/w/a.onnx',
  ]);
  assert.deepEqual(find(['.'], { ignore: ['deep/*.ONNX', '.hidden/'] }).paths, [
    '/w/a.onnx',
    '/w/b.onnxtxt',
    '/w/deep/keep.tmp.onnx',
    '/w/deep/top.onnx',
  ]);
});

test('globs are expanded', () => {
  assert.deepEqual(find(['*.onnx']).paths, ['/w/a.onnx']);
  assert.deepEqual(find(['**/*.{onnx,ONNX}']).paths, [
    '/w/.hidden/h.onnx',
    '/w/a.onnx',
    '/w/deep/D.ONNX',
    '/w/deep/keep.tmp.onnx',
    '/w/deep/top.onnx',
  ]);
  assert.deepEqual(find(['/w/deep/[Dt]*']).paths, ['/w/deep/D.ONNX', '/w/deep/top.onnx']);
  assert.deepEqual(find(['../deep/D*'], { cwd: '/w/build' }).paths, ['/w/deep/D.ONNX']);
});

test('what is special in globs is not special in the name of a file or of the current folder', () => {
  const files = { '/w/[x]/a[1].onnx': '', '/w/[x]/b.onnx': '' };
  assert.deepEqual(find(['a[1].onnx'], { files, cwd: '/w/[x]' }).paths, ['/w/[x]/a[1].onnx']);
  assert.deepEqual(find(['*.onnx'], { files, cwd: '/w/[x]' }).paths, ['/w/[x]/a[1].onnx', '/w/[x]/b.onnx']);
});

test('an operand that leads nowhere is an error', () => {
  for (const operand of ['none.onnx', 'none/*.onnx', 'none']) assert.throws(() => find([operand]), UsageError, operand);
});

test('symlinks are followed: in circles only once, and a real path wins over a link', () => {
  const files: Files = {
    '/w/blobs/abc': '',
    '/w/snapshot/model.onnx': { link: '../blobs/abc' },
    '/w/snapshot/broken.onnx': { link: '../blobs/gone' },
    '/w/aa-link': { link: 'real' },
    '/w/real/m.onnx': '',
    '/w/real/self': { link: '.' },
    '/w/real/up': { link: '..' },
    '/w/loop1': { link: 'loop2' },
    '/w/loop2': { link: 'loop1' },
    '/w/out': { link: '/elsewhere' },
    '/elsewhere/e.onnx': '',
    '/elsewhere/back': { link: '/w' },
  };
  assert.deepEqual(find(['.'], { files }).paths, ['/w/out/e.onnx', '/w/real/m.onnx', '/w/snapshot/model.onnx']);
});

test('paths are shown as a person calls them', () => {
  assert.equal(absolute('/w', 'a/../b.onnx'), '/w/b.onnx');
  assert.equal(absolute('/w', '/x/'), '/x');
  assert.equal(shown('/w', '/w/a.onnx'), 'a.onnx');
  assert.equal(shown('/w', '/w2/a.onnx'), '/w2/a.onnx');
  assert.equal(shown('/', '/a.onnx'), 'a.onnx');
  assert.equal(shown('/w', '/w'), '.');
  assert.deepEqual(ancestors('/a/b/c.onnx'), ['/a/b', '/a', '/']);
});

test('a source gives what the file has, whatever is asked in whatever order', () => {
  const size = 3_000_000;
  const file = Uint8Array.from({ length: size }, (_, index) => (index * 7 + (index >> 8)) & 255);
  const source = positionedSource(size, (target, length, position) => {
    // A file system may give less than it was asked for.
    const some = file.subarray(position, Math.min(size, position + Math.min(length, 100_000)));
    target.set(some);
    return some.length;
  });
  const ranges: (readonly [number, number])[] = [
    [0, 16],
    [0, 0],
    [5, 40_000],
    [4, 10],
    [2_999_990, 100],
    [3_000_000, 5],
    [4_000_000, 5],
    [100, 2_500_000],
    [7, -3],
  ];
  for (let offset = 0; offset < size; offset += 65_537) ranges.push([offset, 131], [offset + 100, 300]);
  for (const [offset, length] of ranges) {
    assert.deepEqual(
      source.read(offset, length),
      file.slice(offset, Math.max(offset, offset + length)),
      `${offset}+${length}`,
    );
  }
  assert.equal(source.size, size);
});

test('a file that has shrunk since it was opened gives less', () => {
  const source = positionedSource(100_000, (target, length, position) => {
    const count = Math.max(0, Math.min(length, 10 - position));
    target.fill(1, 0, count);
    return count;
  });
  assert.equal(source.read(0, 50).length, 10);
  assert.equal(source.read(50, 50).length, 0);
});

const folder = mkdtempSync(path.join(os.tmpdir(), 'portolan-files-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string) => path.join(folder, name);

test('the file system of the machine does what is asked of it', async () => {
  mkdirSync(inFolder('sub'));
  writeFileSync(inFolder('file.bin'), Uint8Array.from([1, 2, 3]));
  symlinkSync('file.bin', inFolder('link'));
  symlinkSync('nowhere', inFolder('broken'));
  const fs = nodeFileSystem;

  assert.deepEqual(
    [...fs.entries(folder)].sort((a, b) => (a.name < b.name ? -1 : 1)),
    [
      { name: 'broken', kind: 'symlink' },
      { name: 'file.bin', kind: 'file' },
      { name: 'link', kind: 'symlink' },
      { name: 'sub', kind: 'directory' },
    ],
  );
  assert.deepEqual(fs.entries(inFolder('none')), []);
  assert.deepEqual(
    ['file.bin', 'link', 'sub', 'broken', 'none'].map((name) => fs.kind(inFolder(name))),
    ['file', 'file', 'directory', undefined, undefined],
  );
  assert.equal(fs.realPath(inFolder('link')), fs.realPath(inFolder('file.bin')));
  assert.equal(fs.realPath(inFolder('broken')), undefined);
  assert.equal((await fs.status(inFolder('link')))?.kind, 'symlink');
  assert.deepEqual(await fs.status(inFolder('file.bin')), { kind: 'file', size: 3, links: 1 });
  assert.equal(await fs.status(inFolder('none')), undefined);
  assert.deepEqual([...(await fs.read(inFolder('file.bin')))!], [1, 2, 3]);
  assert.deepEqual((await fs.list(folder)).toSorted(), ['broken', 'file.bin', 'link', 'sub']);

  const file = fs.open(inFolder('link'));
  assert.equal(file.size, 3);
  assert.deepEqual([...file.read(1, 5)], [2, 3]);
  file.close();
  assert.throws(() => fs.open(inFolder('none')), FileError);
  assert.throws(() => fs.open(inFolder('sub')), FileError);
  assert.equal(fs.readText(inFolder('none')), undefined);
  assert.equal(fs.readText(inFolder('file.bin/none')), undefined);
  assert.throws(() => fs.readText(inFolder('sub')), FileError);
});

test('a report is written as a whole or not at all', () => {
  const fs = nodeFileSystem;
  writeFileSync(inFolder('report.json'), 'old');
  fs.write(inFolder('report.json'), ['n', 'ew']);
  assert.equal(readFileSync(inFolder('report.json'), 'utf8'), 'new');
  assert.throws(
    () => fs.write(inFolder('none/report.json'), ['new']),
    (error) => error instanceof FileError && error.text.zh === '文件或文件夹不存在',
  );
  assert.throws(() => fs.write(inFolder('sub'), ['new']), FileError);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.tmp')),
    [],
  );
});
