import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { eventually, LanguageSession, plainClient } from './language-session';
import { mixedModel } from './models';
import { code, kernel, launching, onAscend, train } from './script-session';

type Report = WorkspaceDocumentDiagnosticReport;
const onSophgo = { settings: { targets: ['sophgo-sc11-fp300'] } };
const isKernel = (items: readonly { code?: unknown }[]) => items.some((one) => one.code === 'torch/triton-kernel');

/** A client that asks for the findings of the workspace again and again, and keeps them. */
class Walker {
  readonly told = new Map<string, Report & { kind: 'full' }>();

  constructor(private readonly session: LanguageSession) {}

  get ids(): { uri: string; value: string }[] {
    return [...this.told].map(([uri, { resultId }]) => ({ uri, value: resultId! }));
  }

  /** The names of the files that are told anew. */
  async ask(): Promise<string[]> {
    const { items } = await this.session.request<{ items: Report[] }>('workspace/diagnostic', {
      previousResultIds: this.ids,
    });
    const fresh = items.filter((one) => one.kind === 'full');
    for (const report of fresh) this.told.set(report.uri, report);
    return fresh.map(({ uri }) => uri.slice(this.session.uri('').length + 1));
  }

  of(name: string) {
    return this.told.get(this.session.uri(name))?.items ?? [];
  }

  async until(what: string, condition: () => boolean): Promise<void> {
    await eventually(what, async () => {
      await this.ask();
      return condition();
    });
  }
}

function writeBelow(session: LanguageSession, name: string, text: string): void {
  const file = path.join(session.folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

test('of a folder that goes or comes, a client tells the folder: its files are meant', async (context) => {
  const session = await LanguageSession.start(context, onAscend);
  writeBelow(session, 'old/deep/train.py', train);
  const walker = new Walker(session);
  await walker.ask();
  assert.ok(walker.of('old/deep/train.py').length > 0);
  renameSync(path.join(session.folder, 'old'), path.join(session.folder, 'new'));
  await session.touched({ old: 3, new: 1 });
  await walker.until('at the new place', () => walker.of('new/deep/train.py').length > 0);
  assert.deepEqual(walker.of('old/deep/train.py'), []);
});

test('those that import a package follow when it goes and when it comes back', async (context) => {
  const session = await LanguageSession.start(context, { ...onSophgo, files: { 'user.py': launching } });
  writeBelow(session, 'kernels/__init__.py', kernel);
  const walker = new Walker(session);
  await walker.ask();
  assert.ok(isKernel(walker.of('user.py')));
  const away = path.join(session.folder, '.away');
  renameSync(path.join(session.folder, 'kernels'), away);
  await session.touched({ kernels: 3 });
  await walker.until('no kernel', () => !isKernel(walker.of('user.py')));
  renameSync(away, path.join(session.folder, 'kernels'));
  await session.touched({ kernels: 1 });
  await walker.until('the kernel', () => isKernel(walker.of('user.py')));
});

test('what is installed into the workspace is none of its scripts', async (context) => {
  const session = await LanguageSession.start(context, { ...onAscend, files: { 'own.py': train } });
  const walker = new Walker(session);
  assert.deepEqual(await walker.ask(), ['own.py']);
  const installed = ['.venv/lib/python3.11/site-packages/a/b.py', 'env/lib/python3.11/site-packages/c.py'];
  for (const name of [...installed, 'more.py', 'notebook.ipynb']) writeBelow(session, name, train);
  await session.touched(
    Object.fromEntries([...installed, '.venv', 'more.py', 'notebook.ipynb'].map((name) => [name, 1 as const])),
  );
  await walker.until('a file of its own', () => walker.of('more.py').length > 0);
  assert.deepEqual([...walker.told.keys()].sort(), [session.uri('more.py'), session.uri('own.py')]);
});

test('scripts are those that the command line finds: as Git sees them; a model counts wherever it lies', async (context) => {
  const session = await LanguageSession.start(context, onAscend);
  const own = ['.ci/run.py', 'own.py', 'pkg/build/own.py'];
  const others = ['out/copy.py', 'env/copy.py', 'node_modules/copy.py', 'build/lib/copy.py'];
  for (const name of [...own, ...others]) writeBelow(session, name, train);
  for (const name of ['env/pyvenv.cfg', 'pyproject.toml']) writeBelow(session, name, '');
  writeBelow(session, '.gitignore', 'out/\n');
  for (const name of ['out/m.onnx', 'node_modules/m.onnx']) session.write(name, mixedModel);
  const walker = new Walker(session);
  const told = () => [...walker.told].filter(([, { items }]) => items.length > 0).map(([uri]) => uri);
  const uris = (names: string[]) => names.map((name) => session.uri(name)).sort();
  await walker.ask();
  assert.deepEqual(told().sort(), uris([...own, 'out/m.onnx']));
  // Changed, they are what they were.
  await session.touched(Object.fromEntries([...own, ...others, 'out', 'env'].map((name) => [name, 1 as const])));
  writeBelow(session, 'later.py', train);
  await session.touched({ 'later.py': 1 });
  await walker.until('what is told later', () => walker.of('later.py').length > 0);
  assert.deepEqual(told().sort(), uris([...own, 'later.py', 'out/m.onnx']));
  writeBelow(session, '.gitignore', 'pkg/\n');
  await session.touched({ '.gitignore': 2 });
  await walker.until('what it leaves out now', () => walker.of('pkg/build/own.py').length === 0);
  assert.deepEqual(told().sort(), uris(['.ci/run.py', 'own.py', 'later.py', 'out/copy.py', 'out/m.onnx']));
});

test('what marks a build or an environment makes its files none of the workspace when it comes, and its own when it goes', async (context) => {
  const session = await LanguageSession.start(context, onAscend);
  const all = ['build/own.py', 'env/own.py', 'own.py'];
  for (const name of all) writeBelow(session, name, train);
  const walker = new Walker(session);
  const told = () => [...walker.told].filter(([, { items }]) => items.length > 0).map(([uri]) => uri);
  const uris = (names: string[]) => names.map((name) => session.uri(name)).sort();
  await walker.ask();
  assert.deepEqual(told().sort(), uris(all));
  for (const [mark, folder] of [
    ['pyproject.toml', 'build'],
    ['setup.py', 'build'],
    ['env/pyvenv.cfg', 'env'],
  ] as const) {
    writeBelow(session, mark, '');
    await session.touched({ [mark]: 1 });
    await walker.until(`${mark} came`, () => walker.of(`${folder}/own.py`).length === 0);
    assert.deepEqual(told().sort(), uris(all.filter((name) => !name.startsWith(folder))));
    rmSync(path.join(session.folder, mark));
    await session.touched({ [mark]: 3 });
    await walker.until(`${mark} went`, () => walker.of(`${folder}/own.py`).length > 0);
    assert.deepEqual(told().sort(), uris(all));
  }
});

test('a client that takes parts, and has all there is, is answered when something changes', async (context) => {
  const session = await LanguageSession.start(context, {
    ...onSophgo,
    files: { 'kernels.py': kernel, 'user.py': launching },
  });
  const walker = new Walker(session);
  await walker.ask();
  let answered = 0;
  const wait = () =>
    session
      .request('workspace/diagnostic', { previousResultIds: walker.ids, partialResultToken: `part ${answered}` })
      .then(() => (answered += 1));
  const first = wait();
  // Whatever else is asked later is answered before.
  for (let times = 0; times < 3; times += 1) assert.deepEqual(await walker.ask(), []);
  assert.equal(answered, 0);
  rmSync(path.join(session.folder, 'kernels.py'));
  await session.touched({ 'kernels.py': 3 });
  await first;
  await walker.until('it is gone', () => !isKernel(walker.of('user.py')));
  // What is typed counts for those that import it.
  const kernels = session.uri('kernels.py');
  const second = wait();
  await session.open(kernels, kernel);
  await session.diagnostics(kernels);
  await second;
  await walker.until('as it is typed', () => isKernel(walker.of('user.py')));
});

test('what was open and lies in no folder keeps no findings when it is closed', async (context) => {
  const session = await LanguageSession.start(context, { ...onAscend, folder: 'file:///nowhere/at-all' });
  const uri = session.uri('train.py');
  const cell = 'vscode-notebook-cell:/train.ipynb#C0';
  await session.open(uri, train);
  await session.openCell(session.uri('train.ipynb'), cell, train);
  for (const one of [uri, cell]) assert.ok((await session.diagnostics(one)).length > 0);
  const walker = new Walker(session);
  await walker.ask();
  assert.equal(walker.told.size, 0, 'while they are open');
  await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await session.connection.sendNotification('notebookDocument/didClose', {
    notebookDocument: { uri: session.uri('train.ipynb') },
    cellTextDocuments: [{ uri: cell }],
  });
  await walker.until('both are told', () => [uri, cell].every((one) => walker.told.get(one)?.items.length === 0));
});

test('a script for CUDA follows when one for another type of device comes to stand beside it', async (context) => {
  const session = await LanguageSession.start(context, { ...onAscend, files: { 'cuda_device.py': train } });
  const uri = session.uri('cuda_device.py');
  await session.open(uri, train);
  const codes = async () => (await session.diagnostics(uri)).map((one) => one.code);
  assert.ok((await codes()).includes(code));
  session.write('npu_device.py', 'import torch\n');
  await session.touched({ 'npu_device.py': 1 });
  await eventually('it is asked anew', () => session.refreshes.get('workspace/diagnostic/refresh'));
  assert.deepEqual(await codes(), []);
});

test('those that import a file and are not open are told anew to a client that cannot ask', async (context) => {
  const session = await LanguageSession.start(context, {
    capabilities: plainClient,
    initializationOptions: onSophgo.settings,
    files: { 'kernels.py': kernel, 'user.py': launching },
  });
  const tells = (wanted: boolean) => () => isKernel(session.published.get(session.uri('user.py')) ?? []) === wanted;
  await eventually('the kernel', tells(true));
  await session.open(session.uri('kernels.py'), kernel);
  await session.change(session.uri('kernels.py'), 2, kernel.replace('@triton.jit\n', ''));
  await eventually('as it is typed', tells(false));
  await session.connection.sendNotification('textDocument/didClose', {
    textDocument: { uri: session.uri('kernels.py') },
  });
  await eventually('as it is on the disk', tells(true));
  rmSync(path.join(session.folder, 'kernels.py'));
  await session.touched({ 'kernels.py': 3 });
  await eventually('as it is gone', tells(false));
});
