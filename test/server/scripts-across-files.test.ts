import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { eventually, LanguageSession } from './language-session';
import { actionsAt, code, kernel, launching, onAscend } from './script-session';

test('a file is seen by those that import it, as it is typed', async (context) => {
  const session = await LanguageSession.start(context, {
    settings: { targets: ['sophgo-sc11-fp300'] },
    files: { 'kernels.py': kernel, 'user.py': launching },
  });
  const [kernels, user] = [session.uri('kernels.py'), session.uri('user.py')];
  await session.open(user, launching);
  const codesOf = async () => (await session.diagnostics(user)).map((one) => one.code);
  assert.ok((await codesOf()).includes('torch/triton-kernel'), 'the kernel on the disk');
  await session.open(kernels, kernel.replace('@triton.jit\n', ''));
  await session.diagnostics(kernels);
  assert.ok(!(await codesOf()).includes('torch/triton-kernel'), 'as it is opened');
  await session.change(kernels, 2, kernel);
  await session.diagnostics(kernels);
  assert.ok((await codesOf()).includes('torch/triton-kernel'), 'as it is typed');
});

test('whether a module may be left out is decided by those that import it, as they are typed', async (context) => {
  const guarded = 'from features import is_bnb_available\n\nif is_bnb_available():\n    import layers\n';
  const library = 'import bitsandbytes\n';
  const session = await LanguageSession.start(context, {
    ...onAscend,
    files: { 'layers.py': library, 'model.py': guarded },
  });
  const [layers, model] = [session.uri('layers.py'), session.uri('model.py')];
  await session.open(layers, library);
  const severity = async () =>
    (await session.diagnostics(layers)).find(({ code }) => code === 'torch/cuda-library')?.severity;
  assert.equal(await severity(), DiagnosticSeverity.Warning, 'the importer on the disk');
  await session.open(model, guarded);
  await session.change(model, 2, guarded.replace('is_bnb_available():', 'True:'));
  await session.diagnostics(model);
  assert.equal(await severity(), DiagnosticSeverity.Error, 'as it is typed');
  await session.change(model, 3, guarded);
  await session.diagnostics(model);
  assert.equal(await severity(), DiagnosticSeverity.Warning, 'as it was');
});

test('the shim of a configuration is that of the programs around it, as they are typed', async (context) => {
  const trainer = 'trainer:\n  class_path: lightning.Trainer\n  accelerator: gpu\n';
  const plain = 'import torch\n\nif __name__ == "__main__":\n    print(torch.zeros(1))\n';
  const shimmed = `from torch_npu.contrib import transfer_to_npu\n${plain}`;
  const session = await LanguageSession.start(context, {
    ...onAscend,
    files: { 'train.py': shimmed, 'train.yaml': trainer },
  });
  const [train, config] = [session.uri('train.py'), session.uri('train.yaml')];

  const codes = async () => (await session.diagnostics(config)).map(({ code }) => code);
  assert.deepEqual(await codes(), [], 'the program on the disk');
  await session.open(train, shimmed);
  await session.change(train, 2, plain);
  await session.diagnostics(train);
  assert.deepEqual(await codes(), ['torch/lightning-trainer'], 'as it is typed');
});

/** The server with a folder of a file system that only the client can read, as in a browser. */
async function virtualSession(context: Parameters<typeof LanguageSession.start>[0], files: Record<string, string>) {
  const session = await LanguageSession.start(context, {
    settings: { targets: ['sophgo-sc11-fp300'] },
    initializationOptions: { servesFiles: true },
    folder: 'memfs:/w',
  });
  const asked: string[] = [];
  const named = ({ uri }: { uri: string }) => {
    asked.push(uri);
    return files[uri.replace('memfs:/w/', '')];
  };
  const { connection } = session;
  connection.onRequest('portolan/findModels', () => []);
  connection.onRequest('portolan/findScripts', () => Object.keys(files).map((name) => `memfs:/w/${name}`));
  connection.onRequest('portolan/readDirectory', () => []);
  connection.onRequest('portolan/fileStatus', (params: { uri: string }) => {
    const text = named(params);
    return text === undefined ? null : { kind: 'file', size: Buffer.byteLength(text), mtime: text.length };
  });
  connection.onRequest('portolan/readFile', (params: { uri: string }) => {
    const text = named(params);
    return text === undefined ? null : Buffer.from(text).toString('base64');
  });
  return { session, asked };
}

test('where only the client can read files they are read ahead, and a script is seen by those that import it', async (context) => {
  const files: Record<string, string> = {
    'user.py': launching,
    'kernels.py': kernel,
    'large.py': `x = "${'x'.repeat(2 ** 20)}"\n`,
    'notes.md': '# Notes',
  };
  const { session, asked } = await virtualSession(context, files);
  const user = 'memfs:/w/user.py';
  await session.open(user, launching);
  const refreshes = () => session.refreshes.get('workspace/diagnostic/refresh') ?? 0;
  const isKernel = async () => {
    const before = refreshes();
    const codes = (await session.diagnostics(user)).map(({ code }) => code);
    return { found: codes.includes('torch/triton-kernel'), before };
  };
  const { found, before } = await isKernel();
  if (!found) await eventually('what was read is told', () => refreshes() > before);
  assert.ok((await isKernel()).found, 'the kernel of the file that was read ahead');
  assert.ok(!asked.includes('memfs:/w/notes.md'), 'what is no script is not read');
  await session.open('memfs:/w/kernels.py', kernel.replace('@triton.jit\n', ''));
  await session.diagnostics('memfs:/w/kernels.py');
  assert.ok(!(await isKernel()).found, 'as it is opened');
  files['kernels.py'] = `${kernel}\n`;
  await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'memfs:/w/kernels.py' } });
  await eventually('as it is saved', async () => (await isKernel()).found);
});

test('the release that a list pins, as it is typed, decides which fixes a script is offered', async (context) => {
  const session = await LanguageSession.start(context, {
    ...onAscend,
    files: { 'requirements.txt': 'torch==2.4.0\n', 'sync.py': 'import torch\n\ntorch.cuda.synchronize()\n' },
  });
  const [list, script] = [session.uri('requirements.txt'), session.uri('sync.py')];
  const text = 'import torch\n\ntorch.cuda.synchronize()\n';
  await session.open(script, text);
  const portable = async () =>
    (await actionsAt(session, script, text, 'synchronize')).filter(({ title }) => title.includes('torch.accelerator'));
  assert.deepEqual(await portable(), []);
  await session.open(list, 'torch==2.8.0\n');
  await session.diagnostics(list);
  assert.match((await portable())[0]!.title, /requirements\.txt:1 asks for torch==2\.8\.0/);
});

test('a script that lies in no folder of the workspace sees the scripts beside it', async (context) => {
  const session = await LanguageSession.start(context, {
    ...onAscend,
    folder: 'file:///nowhere/at-all',
    files: { 'layers.py': 'from torch.nn import Linear as Layer\n', 'requirements.txt': 'torch==2.8.0\n' },
  });
  const uri = session.uri('train.py');
  await session.open(uri, 'from layers import Layer\n\nlayer = Layer(8, 8)\nlayer.cuda()\n');
  const found = await session.diagnostics(uri);
  assert.deepEqual(
    found.map((one) => [one.code, one.severity, one.range.start.line]),
    [[code, 1, 3]],
  );
});
