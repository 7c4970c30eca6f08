import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource, type FileStatus, type Problem, type Workspace } from '../../core/model';
import { checkExternalData } from '../../core/onnx/external-data';
import { readModel } from '../../core/onnx/reader';
import { graph, model, node, tensor } from '../harness/onnx-builder';

type Entry = FileStatus & { readonly to?: string };

const file = (size: number, links = 1): Entry => ({ kind: 'file', size, links });
const link = (to: string): Entry => ({ kind: 'symlink', size: to.length, to });

/** Files by absolute path; whatever is opened fails the test. */
function workspace(files: Readonly<Record<string, Entry>>, asked: string[] = []): Workspace {
  const entries = new Map(Object.entries(files));
  const resolved = (path: string): string | undefined => {
    const entry = entries.get(path);
    if (entry?.to !== undefined) return resolved(entry.to);
    return entry !== undefined || [...entries.keys()].some((key) => key.startsWith(`${path}/`)) ? path : undefined;
  };
  return {
    status: async (path) => {
      asked.push(path);
      return entries.get(path);
    },
    resolve: async (path) => resolved(path),
    read: () => assert.fail('a file was opened'),
    list: () => assert.fail('a folder was listed'),
  };
}

const home = { '/m/model.onnx': file(100) };

async function problemsOf(
  external: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Entry>>,
  asked?: string[],
): Promise<Problem[]> {
  const bytes = model({ initializers: [tensor('float', [2, 2], { name: 'w', external })] });
  return checkExternalData(
    readModel(bytesSource(bytes)).model!,
    '/m/model.onnx',
    workspace({ ...home, ...files }, asked),
  );
}

const codes = (problems: readonly Problem[]) =>
  problems.map(({ code, severity }) => `${severity} ${code.split('/')[1]}`);

const refused: readonly (readonly [location: string, code: string])[] = [
  ['', 'empty'],
  ['/etc/passwd', 'absolute'],
  ['../../etc/passwd', 'parent'],
  ['..', 'parent'],
  ['sub/../../etc/passwd', 'parent'],
  ['weights..bin', 'parent'],
  ['..\\..\\Windows\\win.ini', 'parent'],
  ['sub\\w.bin', 'backslash'],
  ['\\\\attacker\\share\\w.bin', 'network'],
  ['//attacker/share/w.bin', 'network'],
  ['C:\\secrets.bin', 'drive'],
  ['c:secrets.bin', 'drive'],
  ['file:///etc/passwd', 'url'],
  ['https://example.com/w.bin', 'url'],
  ['w.bin\0/../../etc/passwd', 'control-character'],
];

for (const [location, code] of refused) {
  test(`the location ${JSON.stringify(location)} is refused, named, and nothing is asked of it`, async () => {
    const asked: string[] = [];
    const problems = await problemsOf({ location }, {}, asked);
    assert.deepEqual(codes(problems), [`error ${code}`]);
    assert.deepEqual(asked, []);
    assert.ok(problems[0]!.message.en.includes('"w"') && problems[0]!.byteOffset! > 0);
    if (code !== 'control-character') assert.ok(problems[0]!.message.zh.includes(location));
  });
}

const cases: readonly {
  readonly what: string;
  readonly external: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, Entry>>;
  readonly problems: readonly string[];
}[] = [
  { what: 'a good file', external: { location: 'w.bin' }, files: { '/m/w.bin': file(16) }, problems: [] },
  {
    what: 'a file in a folder',
    external: { location: './sub//w.bin' },
    files: { '/m/sub/w.bin': file(16) },
    problems: [],
  },
  { what: 'no file', external: { location: 'w.bin' }, problems: ['error missing'] },
  {
    what: 'up and down again',
    external: { location: 'sub/../w.bin' },
    files: { '/m/w.bin': file(16) },
    problems: ['warning parent-inside'],
  },
  {
    what: 'a link out of the folder',
    external: { location: 'link.bin' },
    files: { '/m/link.bin': link('/etc/passwd'), '/etc/passwd': file(1000) },
    problems: ['error symbolic-link-out'],
  },
  {
    what: 'a link to a folder whose name begins like that of the model',
    external: { location: 'link.bin' },
    files: { '/m/link.bin': link('/m2/w.bin'), '/m2/w.bin': file(16) },
    problems: ['error symbolic-link-out'],
  },
  {
    what: 'a link to nothing',
    external: { location: 'link.bin' },
    files: { '/m/link.bin': link('/m/gone.bin') },
    problems: ['error symbolic-link-out'],
  },
  {
    what: 'a link within the folder',
    external: { location: 'link.bin' },
    files: { '/m/link.bin': link('/m/w.bin'), '/m/w.bin': file(16) },
    problems: ['warning symbolic-link'],
  },
  {
    what: 'a link to a device',
    external: { location: 'link.bin' },
    files: { '/m/link.bin': link('/m/zero'), '/m/zero': { kind: 'other', size: 0 } },
    problems: ['error not-a-file'],
  },
  {
    what: 'a FIFO',
    external: { location: 'w' },
    files: { '/m/w': { kind: 'other', size: 0 } },
    problems: ['error not-a-file'],
  },
  {
    what: 'a folder',
    external: { location: 'w' },
    files: { '/m/w': { kind: 'directory', size: 0 } },
    problems: ['error not-a-file'],
  },
  {
    what: 'a file with two hard links',
    external: { location: 'w.bin' },
    files: { '/m/w.bin': file(16, 2) },
    problems: ['warning hard-links'],
  },
  {
    what: 'a part of a file',
    external: { location: 'w.bin', offset: '4096', length: '16' },
    files: { '/m/w.bin': file(4112) },
    problems: [],
  },
  {
    what: 'a part that ends beyond the file',
    external: { location: 'w.bin', offset: '4097', length: '16' },
    files: { '/m/w.bin': file(4112) },
    problems: ['error past-end'],
  },
  {
    what: 'a file that is too short for the shape',
    external: { location: 'w.bin' },
    files: { '/m/w.bin': file(15) },
    problems: ['error past-end'],
  },
  {
    what: 'negative numbers',
    external: { location: 'w.bin', offset: '-1', length: '-1' },
    files: { '/m/w.bin': file(16) },
    problems: ['error bad-offset', 'error bad-length'],
  },
  {
    what: 'no numbers',
    external: { location: 'w.bin', offset: '0x10', length: '1e3' },
    files: { '/m/w.bin': file(16) },
    problems: ['error bad-offset', 'error bad-length'],
  },
  {
    what: 'a length of petabytes',
    external: { location: 'w.bin', length: '9007199254740993000' },
    files: { '/m/w.bin': file(16) },
    problems: ['warning length-mismatch', 'error past-end'],
  },
  {
    what: 'a length that is too short for the shape',
    external: { location: 'w.bin', length: '8' },
    files: { '/m/w.bin': file(16) },
    problems: ['error length-mismatch'],
  },
  {
    what: 'keys that ONNX does not define',
    external: { location: 'w.bin', constructor: 'x', ['__proto__']: 'y' },
    files: { '/m/w.bin': file(16) },
    problems: ['warning unknown-key'],
  },
];

for (const { what, external, files = {}, problems } of cases) {
  test(what, async () => assert.deepEqual(codes(await problemsOf(external, files)), problems));
}

test("the Hugging Face hub's cache: model and weights are links into a folder of blobs", async () => {
  const bytes = model({
    initializers: [tensor('float', [2, 2], { name: 'w', external: { location: 'model.onnx_data' } })],
  });
  const files = {
    '/hub/snapshots/1/onnx/model.onnx': link('/hub/blobs/a'),
    '/hub/snapshots/1/onnx/model.onnx_data': link('/hub/blobs/b'),
    '/hub/blobs/a': file(100),
    '/hub/blobs/b': file(16),
  };
  const { model: read } = readModel(bytesSource(bytes));
  const problems = await checkExternalData(read!, '/hub/snapshots/1/onnx/model.onnx', workspace(files));
  assert.deepEqual(codes(problems), ['warning symbolic-link']);
});

test('tensors of attributes, subgraphs and functions are found, a file of many tensors told once', async () => {
  const external = (name: string, location = 'all.bin') => tensor('float', [1], { name, external: { location } });
  const inner = graph({
    initializers: [external('c')],
    nodes: [node('Constant', [], ['d'], { value: external('d', '/d') })],
  });
  const bytes = model({
    initializers: [external('a'), external('b')],
    nodes: [node('If', ['a'], ['y'], { then_branch: inner })],
  });
  const problems = await checkExternalData(readModel(bytesSource(bytes)).model!, '/m/model.onnx', workspace(home));
  assert.deepEqual(codes(problems), ['error absolute', 'error missing']);
  assert.match(problems[1]!.message.en, /"c" and 2 more/);
});

test('a model without a folder in its path', async () => {
  const bytes = model({ initializers: [tensor('float', [1], { name: 'w', external: { location: 'w.bin' } })] });
  const { model: read } = readModel(bytesSource(bytes));
  const files = { 'model.onnx': file(9), 'w.bin': file(4) };
  assert.deepEqual(codes(await checkExternalData(read!, 'model.onnx', workspace(files))), []);
});
