import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type {
  CodeAction,
  CodeLens,
  DocumentLink,
  Hover,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { eventually, LanguageSession, plainClient, type SessionOptions } from './language-session';

const train = `import torch
from torch import nn


class Net(nn.Module):
    def forward(self, x):
        return x.cuda()


y = torch.zeros(8)
print(y.cuda())
`;
const ported = train.replaceAll('.cuda()', '.cpu()');
const onAscend: SessionOptions = { settings: { targets: ['ascend-910b2'] } };
const code = 'torch/cuda-call';

/** The position of the first letter of `wanted` in `text`. */
function positionOf(text: string, wanted: string) {
  const before = text.slice(0, text.indexOf(wanted)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

async function opened(context: Parameters<typeof LanguageSession.start>[0], text = train, options = onAscend) {
  const session = await LanguageSession.start(context, options);
  const uri = session.uri('train.py');
  await session.open(uri, text);
  return { session, uri };
}

const actionsAt = (session: LanguageSession, uri: string, text: string, wanted: string, only?: string[]) => {
  const start = positionOf(text, wanted);
  return session.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
};

const edited = (text: string, uri: string, action: CodeAction | undefined) => {
  const edits = action?.edit?.changes?.[uri];
  assert.ok(edits !== undefined, `no edit in ${JSON.stringify(action)}`);
  return TextDocument.applyEdits(TextDocument.create(uri, 'python', 0, text), edits);
};

test('a script is checked as it is typed: place, code, source, rule page', async (context) => {
  const { session, uri } = await opened(context);
  const found = (await session.diagnostics(uri)).filter((one) => one.code === code);
  assert.equal(found.length, 2);
  const [first] = found;
  assert.equal(
    train.split('\n')[first!.range.start.line]!.slice(first!.range.start.character, first!.range.end.character),
    'cuda',
  );
  assert.match(first!.message, /^\[.*910B2\] /);
  assert.match(await session.text(first!.codeDescription!.href), /^# torch\/cuda-call/);
  await session.change(uri, 2, ported);
  assert.deepEqual(
    (await session.diagnostics(uri)).filter((one) => one.code === code),
    [],
  );
  await session.change(uri, 3, 'def f(x):\n    x = = x.cuda()\n');
  assert.ok((await session.diagnostics(uri)).some((one) => one.code === 'python/syntax'));
});

test('what is said for two targets is one diagnostic', async (context) => {
  const { session, uri } = await opened(context, train, {});
  const found = (await session.diagnostics(uri)).filter((one) => one.code === code);
  assert.equal(found.length, 2);
  assert.match(found[0]!.message, /SC11 FP300[\s\S]*910B2/);
});

test('in Chinese', async (context) => {
  const { session, uri } = await opened(context, train, { ...onAscend, locale: 'zh-cn' });
  const messages = (await session.diagnostics(uri)).map(({ message }) => message);
  assert.match(messages[0]!, /[\u4e00-\u9fff]/);
  // The target by its name, without the space that an id has around it.
  assert.ok(messages.some((message) => /[\u4e00-\u9fff]昇腾 910B2/.test(message)));
  assert.ok(!messages.some((message) => /ascend-910b2|[\u4e00-\u9fff] 昇腾/.test(message)), messages.join('\n'));
});

test('fixes, the ones of the target last and marked; and a suppression that holds', async (context) => {
  const { session, uri } = await opened(context);
  const actions = await actionsAt(session, uri, train, 'cuda())\n');
  const review = actions.find(({ title }) => title.endsWith('[review]'));
  assert.ok(!edited(train, uri, review).includes('print(y.cuda())'));
  const suppress = actions.find(({ title }) => title.startsWith('Keep torch/cuda-call back'));
  const kept = edited(train, uri, suppress);
  assert.match(kept, /print\(y\.cuda\(\)\) {2}# portolan: ignore\[torch\/cuda-call\] TODO/);
  await session.change(uri, 2, kept);
  assert.equal((await session.diagnostics(uri)).filter((one) => one.code === code).length, 1);
});

test('a second rule goes into the comment that is there', async (context) => {
  const text = train.replace('print(y.cuda())', 'print(y.cuda())  # portolan: ignore[float64] for now');
  const { session, uri } = await opened(context, text);
  const actions = await actionsAt(session, uri, text, 'cuda())  #');
  const suppress = actions.find(({ title }) => title.startsWith('Keep torch/cuda-call back'));
  assert.match(edited(text, uri, suppress), /ignore\[float64, torch\/cuda-call\] for now/);
});

test('source.fixAll applies what is safe, and nothing else', async (context) => {
  const text = `${train}z = 1  # portolan: ignore[cuda-call] moved away\n`;
  const { session, uri } = await opened(context, text);
  const [all, ...rest] = await actionsAt(session, uri, text, 'import', ['source.fixAll']);
  assert.equal(rest.length, 0);
  assert.equal(all?.kind, 'source.fixAll.portolan');
  assert.equal(edited(text, uri, all), `${train}z = 1\n`);
  await session.change(uri, 2, ported);
  assert.deepEqual(await actionsAt(session, uri, ported, 'import', ['source.fixAll']), []);
});

test('hover on an API: each target, with evidence; on nothing: nothing', async (context) => {
  const text = 'import torch\ntorch.cuda.empty_cache()\nx = torch.zeros(8)\nn = len([x])\n';
  const { session, uri } = await opened(context, text, {});
  const hoverAt = (wanted: string) =>
    session.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position: positionOf(text, wanted) });
  const cuda = JSON.stringify(await hoverAt('empty_cache'));
  assert.match(cuda, /torch\.cuda\.empty_cache/);
  assert.match(cuda, /torch-tpu/);
  assert.match(cuda, /torch_?\.?npu/);
  assert.match(cuda, /Ascend\/pytorch/);
  assert.match(JSON.stringify(await hoverAt('zeros')), /torch\.zeros/);
  assert.equal(await hoverAt('len'), null);
});

test('hover on a suppression shows the page of its rule, and the rule is a link to it', async (context) => {
  const text = `${train}z = y.cuda()  # portolan: ignore[cuda-call] the old machine\n`;
  const { session, uri } = await opened(context, text);
  const hover = await session.request<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: positionOf(text, 'cuda-call]'),
  });
  assert.match(JSON.stringify(hover.contents), /# torch\/cuda-call/);
  const links = await session.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
  assert.ok(links.some(({ target }) => target?.includes('torch/cuda-call')));
});

test('lenses say what is left to port: of the file for each target, and of each module', async (context) => {
  const { session, uri } = await opened(context, train, {});
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const titles = lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`);
  assert.match(titles[0]!, /^0 .*SC11 FP300: 2 left to port/);
  assert.match(titles[1]!, /^0 .*910B2: 2 left to port/);
  assert.match(titles[2]!, /^4 1 left to port in this module/);
});

test('no lens, no hover and no folding where the script is none of PyTorch', async (context) => {
  const { session, uri } = await opened(context, 'class A:\n    x = 1\n');
  for (const method of ['textDocument/codeLens', 'textDocument/foldingRange', 'textDocument/documentSymbol']) {
    const answer = await session.request<unknown[] | null>(method, { textDocument: { uri } });
    assert.deepEqual(answer ?? [], [], method);
  }
});

test('every script of the workspace, opened or not; a changed one anew', async (context) => {
  const session = await LanguageSession.start(context, {
    ...onAscend,
    files: { 'a.py': train, 'clean.py': 'x = 1\n', 'requirements.txt': 'numpy\n' },
  });
  const report = (previousResultIds: { uri: string; value: string }[] = []) =>
    session.request<{ items: WorkspaceDocumentDiagnosticReport[] }>('workspace/diagnostic', { previousResultIds });
  const { items } = await report();
  assert.deepEqual(
    items.map(({ uri }) => uri).sort(),
    ['a.py', 'clean.py', 'requirements.txt'].map((name) => session.uri(name)),
  );
  const a = items.find(({ uri }) => uri === session.uri('a.py'));
  assert.ok(a?.kind === 'full' && a.items.filter((one) => one.code === code).length === 2);
  const ids = items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
  assert.ok((await report(ids)).items.every(({ kind }) => kind === 'unchanged'));
  session.write('a.py', ported);
  await session.touched({ 'a.py': 2 });
  const again = (await report(ids)).items.find(({ uri }) => uri === session.uri('a.py'));
  assert.ok(again?.kind === 'full' && again.items.every((one) => one.code !== code));
});

test('pushed to a client that cannot ask; of changes that follow each other the last counts', async (context) => {
  const { session, uri } = await opened(context, train, {
    capabilities: plainClient,
    initializationOptions: { targets: ['ascend-910b2'] },
  });
  const codesOf = () => session.published.get(uri)?.map((one) => one.code);
  await eventually('findings', () => codesOf()?.includes(code));
  for (let version = 2; version < 30; version += 1)
    await session.change(uri, version, version % 2 === 0 ? ported : train);
  await session.change(uri, 30, ported);
  await eventually('no findings', () => codesOf()?.includes(code) === false);
});

test('a script that is deleted loses what a client that cannot ask was told of it', async (context) => {
  const session = await LanguageSession.start(context, {
    capabilities: plainClient,
    initializationOptions: { targets: ['ascend-910b2'] },
    files: { 'closed.py': train, 'opened.py': train },
  });
  const countOf = (name: string) => session.published.get(session.uri(name))?.length;
  await session.open(session.uri('opened.py'), train);
  await eventually('findings', () => countOf('closed.py') && countOf('opened.py'));
  await session.connection.sendNotification('textDocument/didClose', {
    textDocument: { uri: session.uri('opened.py') },
  });
  for (const name of ['closed.py', 'opened.py']) rmSync(path.join(session.folder, name));
  await session.touched({ 'closed.py': 3, 'opened.py': 3 });
  await eventually('no findings', () => countOf('closed.py') === 0 && countOf('opened.py') === 0);
});

test('the cells of a notebook are told anew, to a client that cannot ask, when settings change', async (context) => {
  const session = await LanguageSession.start(context, {
    capabilities: plainClient,
    initializationOptions: { targets: ['ascend-910b2'] },
  });
  const cell = 'vscode-notebook-cell:/train.ipynb#C0';
  await session.connection.sendNotification('notebookDocument/didOpen', {
    notebookDocument: {
      uri: session.uri('train.ipynb'),
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: [{ kind: 2, document: cell }],
    },
    cellTextDocuments: [{ uri: cell, languageId: 'python', version: 1, text: train }],
  });
  const isFor = (target: string) => () => session.published.get(cell)?.some(({ message }) => message.includes(target));
  await eventually('findings for the target', isFor('910B2'));
  await session.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { portolan: { targets: ['sophgo-sc11-fp300'] } },
  });
  await eventually('findings for the other target', isFor('SC11 FP300'));
});

test('a shim and a release from the settings', async (context) => {
  const { session, uri } = await opened(context, train, {
    settings: { targets: ['ascend-910b2'], shim: 'transfer_to_npu', torch: '2.6' },
  });
  assert.deepEqual(
    (await session.diagnostics(uri)).filter((one) => one.code === code),
    [],
  );
});

test('a notebook: findings in its cells, names of one cell known in the next, edits kept in theirs', async (context) => {
  const session = await LanguageSession.start(context, onAscend);
  const notebook = session.uri('train.ipynb');
  const cells = ['# Training', '%matplotlib inline\nimport torch\nx = torch.zeros(8)\n', '%%time\ny = x.cuda()'];
  const uris = cells.map((_, index) => `vscode-notebook-cell:/train.ipynb#C${index}`);
  await session.connection.sendNotification('notebookDocument/didOpen', {
    notebookDocument: {
      uri: notebook,
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: uris.map((document, index) => ({ kind: index === 0 ? 1 : 2, document })),
    },
    cellTextDocuments: uris
      .slice(1)
      .map((uri, index) => ({ uri, languageId: 'python', version: 1, text: cells[index + 1] })),
  });
  const [finding] = (await session.diagnostics(uris[2]!)).filter((one) => one.code === code);
  assert.deepEqual(finding?.range, { start: { line: 1, character: 6 }, end: { line: 1, character: 10 } });
  assert.deepEqual(await session.diagnostics(uris[1]!), []);
  const actions = await session.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: uris[2]! },
    range: finding.range,
    context: { diagnostics: [finding] },
  });
  const review = actions.find(({ title }) => title.endsWith('[review]'));
  assert.ok(review?.edit?.changes && Object.keys(review.edit.changes).every((uri) => uris.includes(uri)));
  await session.connection.sendNotification('notebookDocument/didChange', {
    notebookDocument: { uri: notebook, version: 2 },
    change: {
      cells: {
        textContent: [{ document: { uri: uris[2]!, version: 2 }, changes: [{ text: 'y = x.cpu()' }] }],
      },
    },
  });
  assert.deepEqual(await session.diagnostics(uris[2]!), []);
});

test('status of a script', async (context) => {
  const { session, uri } = await opened(context);
  const status = await session.request<{ summary: string; detail: string; severity: string }>('portolan/modelStatus', {
    uri,
  });
  assert.match(status.summary, /^(1 error|2 errors), /);
  assert.match(status.detail, /910B2: \d left to port/);
});

const kernel = `import triton


@triton.jit
def add(x, y):
    pass
`;
const launching = `import torch
from kernels import add

x = torch.zeros(8)
add[(1,)](x, x)
`;

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

test('of several files that change before a pause, all open importers are told anew to a client that cannot ask', async (context) => {
  const other = launching.replaceAll('kernels', 'more');
  const session = await LanguageSession.start(context, {
    capabilities: plainClient,
    initializationOptions: { targets: ['sophgo-sc11-fp300'] },
    files: { 'kernels.py': kernel, 'more.py': kernel, 'user.py': launching, 'other.py': other },
  });
  const uris = ['user.py', 'other.py'].map((name) => session.uri(name));
  await session.open(uris[0]!, launching);
  await session.open(uris[1]!, other);
  const areKernels = (wanted: boolean) => () =>
    uris.every((uri) => session.published.get(uri)?.some(({ code }) => code === 'torch/triton-kernel') === wanted);
  await eventually('kernels in both', areKernels(true));
  for (const name of ['kernels.py', 'more.py']) {
    await session.open(session.uri(name), kernel);
    await session.change(session.uri(name), 2, kernel.replace('@triton.jit\n', ''));
  }
  await eventually('kernels in none', areKernels(false));
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
