import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileError } from '../../cli/files/file-system';
import type { Input } from '../../cli/input';
import { FixLog } from '../../cli/lint/fixes';
import type { Session } from '../../cli/session';
import { memoryFileSystem } from './memory-file-system';
import { inMemory } from './world';

const fix = ['lint', '.', '--target', 'ascend-910b2', '--fix=review', '--lang', 'en'];
const device = 'import torch\n\nDEVICE = "cuda"\n';
const asks = (module: string) => `import torch
from ${module} import DEVICE

if DEVICE == "cuda":
    torch.cuda.synchronize()
`;

test('what is fixed in a file does not depend on which other files come before it', async () => {
  const [first, last] = await Promise.all([
    inMemory({ args: fix, files: { 'a_device.py': device, 'train.py': asks('a_device') } }),
    inMemory({ args: fix, files: { 'z_device.py': device, 'train.py': asks('z_device') } }),
  ]);
  assert.ok(last.written.get('train.py')?.includes('"npu"'), last.written.get('train.py') ?? 'not fixed');
  assert.equal(first.written.get('train.py')?.replace('a_device', 'z_device'), last.written.get('train.py'));
});

const input = (name: string) => ({ kind: 'script', path: `/${name}`, name, isStdin: false }) as Input;
const change = { before: 'x.cuda()\n', after: 'x.npu()\n', hasMark: false, fixes: 1 };

test('a file that was changed while it was looked at is left as it is, and that is said', () => {
  const fs = memoryFileSystem({ '/kept.py': change.before, '/typed.py': 'x.cuda()  # typed\n' });
  const warned: string[] = [];
  const session = { host: { fs }, warn: ({ en }: { en: string }) => warned.push(en) } as unknown as Session;
  const log = new FixLog(session, { level: 'review', diff: false });
  for (const name of ['kept.py', 'typed.py']) log.note(input(name), { change }, assert.fail);
  assert.equal(fs.written.size, 0, 'nothing is written before all is known');
  log.write();
  log.tell();
  assert.deepEqual([...fs.written], [['/kept.py', change.after]]);
  assert.match(warned[0]!, /^typed\.py: It was changed/);
  assert.equal(warned[1], '1 fix applied in 1 file');
});

test('a file that cannot be written is told, and the others are written', () => {
  const fs = memoryFileSystem({ '/a.py': change.before, '/b.py': change.before });
  const write = fs.write.bind(fs);
  fs.write = (path, parts) => {
    if (path === '/a.py') throw new FileError({ en: 'read-only', zh: '只读' });
    write(path, parts);
  };
  const session = { host: { fs }, warn: () => {} } as unknown as Session;
  const log = new FixLog(session, { level: 'review', diff: false });
  const failed: string[] = [];
  for (const name of ['a.py', 'b.py'])
    log.note(input(name), { change }, ({ text }) => failed.push(`${name} ${text.en}`));
  log.write();
  assert.deepEqual(failed, ['a.py read-only']);
  assert.deepEqual([...fs.written.keys()], ['/b.py']);
  assert.equal(log.files, 1);
});
