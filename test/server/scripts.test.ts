import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  CodeAction,
  CodeLens,
  DocumentLink,
  Hover,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { LanguageSession, type PlainDiagnostic } from './language-session';
import { actionsAt, code, edited, onAscend, opened, ported, positionOf, train } from './script-session';

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

test('all fixes at once are offered with the others, but to VS Code, which shows them where it asks for them', async (context) => {
  const text = `${train}z = 1  # portolan: ignore[cuda-call] moved away\n`;
  for (const commandLinks of [false, true]) {
    const { session, uri } = await opened(context, text, { ...onAscend, initializationOptions: { commandLinks } });
    const kinds = async (only?: string[]) =>
      (await actionsAt(session, uri, text, 'cuda())\n', only)).map(({ kind }) => kind);
    assert.equal((await kinds()).includes('source.fixAll.portolan'), !commandLinks);
    assert.deepEqual(await kinds(['source.fixAll.portolan']), ['source.fixAll.portolan']);
  }
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

test('hover on .cuda() does not call it supported where it raises, whatever lists say; under a shim it does', async (context) => {
  const text = 'import torch\nx = torch.zeros(8).cuda()\nlayer = torch.nn.Linear(8, 8)\nlayer.cuda(0)\n';
  const { session, uri } = await opened(context, text);
  const hoverAt = async (wanted: string) => {
    const position = positionOf(text, wanted);
    return JSON.stringify(await session.request('textDocument/hover', { textDocument: { uri }, position }));
  };
  for (const wanted of ['cuda()', 'cuda(0)']) {
    const said = await hoverAt(wanted);
    assert.match(said, /Asks for a CUDA device, which is not there. Instead: .*npu/);
    assert.doesNotMatch(said, /listed as supported/);
  }
  session.settings = { ...session.settings, shim: 'transfer_to_npu' };
  await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  assert.match(await hoverAt('cuda()'), /listed as supported/);
});

const restricted = [
  ['en', /The vendor says: Sequences of different lengths are not supported/, /The dropout between layers/],
  ['zh-cn', /厂商说明：不支持变长序列输入/, /昇腾上 LSTM、GRU 不支持层间 dropout 参数/],
] as const;

for (const [locale, told, broken] of restricted) {
  test(`hover says what the vendor restricts in words, and judges what a call shows: ${locale}`, async (context) => {
    const text = [
      'from torch import nn',
      'layer = nn.GRU(8, 8, 2, dropout=0.5)',
      'plain = nn.GRUCell if 0 else nn.GRU',
      'kept = nn.GRU(8, 8, 2, dropout=0)',
    ].join('\n');
    const { session, uri } = await opened(context, text, { ...onAscend, locale });
    const hoverAt = async (line: number, character: number) =>
      JSON.stringify(
        await session.request('textDocument/hover', { textDocument: { uri }, position: { line, character } }),
      );
    const call = await hoverAt(1, 'layer = nn.'.length);
    assert.match(call, told);
    assert.match(call, broken);
    assert.doesNotMatch(call, /dropout is not supported|不支持 dropout 参数/, 'the limit says it');
    const name = await hoverAt(2, 'plain = nn.GRUCell if 0 else nn.'.length);
    assert.match(name, told);
    assert.match(name, /dropout is not supported|不支持 dropout 参数/);
    const met = await hoverAt(3, 'kept = nn.'.length);
    assert.match(met, told);
    assert.doesNotMatch(met, /dropout/);
  });
}

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

test('a lens names what it counts to the extension, which lists it', async (context) => {
  const settings = { targets: ['sophgo-sc11-fp300', 'ascend-910b2'] };
  const { session, uri } = await opened(context, train, { settings, initializationOptions: { commandLinks: true } });
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const [first, second, ofClass] = lenses.map(({ command }) => command?.arguments?.[0]);
  assert.deepEqual(
    [first, second].map(({ name, ...rest }) => rest),
    settings.targets.map((target) => ({ uri, target })),
  );
  const [{ message }] = (await session.diagnostics(uri)) as [PlainDiagnostic];
  for (const { name } of [first, second]) assert.ok(message.includes(name), `${name} in ${message}`);
  assert.equal(ofClass.uri, uri);
  assert.equal(ofClass.range.start.line, 4);
  assert.equal(ofClass.range.end.line, 6);
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
