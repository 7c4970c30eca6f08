import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, CodeLens } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { eventually, LanguageSession, modernClient } from './language-session';
import { mixedModel } from './models';

interface Choice {
  readonly targets: readonly { readonly id: string }[];
  readonly selected: readonly string[];
  readonly source: string;
}

const targetsOf = (session: LanguageSession) =>
  session.request<Choice>('portolan/targets', { uri: session.uri('m.onnx') });

test('a configuration file goes before the settings, the settings before the default', async (context) => {
  const session = await LanguageSession.start(context, { files: { 'm.onnx': mixedModel } });
  assert.equal((await targetsOf(session)).source, 'default');

  session.settings = { targets: ['sophgo-bm1684x'] };
  await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  const fromSettings = await targetsOf(session);
  assert.deepEqual([fromSettings.source, fromSettings.selected], ['settings', ['sophgo-bm1684x']]);

  session.write('portolan.config.json', '{ "targets": ["ascend-310p"] }');
  await session.touched({ 'portolan.config.json': 1 });
  const fromFile = await targetsOf(session);
  assert.deepEqual([fromFile.source, fromFile.selected], ['configuration', ['ascend-310p']]);
});

test('a change takes effect at once, and the client is asked to look again', async (context) => {
  const session = await LanguageSession.start(context, { files: { 'm.onnx': mixedModel } });
  const view = session.view('m.onnx');
  await session.open(view);
  const title = async () => {
    const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: view } });
    return lenses.map(({ command }) => command?.title).join();
  };
  assert.match(await title(), /910B2/);
  session.write(
    'portolan.config.json',
    '{ "targets": ["sophgo-bm1684x"], "rules": { "onnx/unsupported-operator": "off" } }',
  );
  await session.touched({ 'portolan.config.json': 1 });
  for (const what of ['diagnostic', 'codeLens', 'textDocumentContent']) {
    await eventually(`${what} refresh`, () => session.refreshes.get(`workspace/${what}/refresh`));
  }
  assert.match(await title(), /BM1684X/);
  const left = await session.diagnostics(view);
  assert.ok(left.every(({ code }) => code !== 'onnx/unsupported-operator'));
});

test('a client that cannot be asked sends its settings', async (context) => {
  const { workspace, ...rest } = modernClient;
  const session = await LanguageSession.start(context, {
    capabilities: { ...rest, workspace: { ...workspace, configuration: false } },
    files: { 'm.onnx': mixedModel },
    initializationOptions: { targets: ['ascend-910c'] },
  });
  assert.deepEqual((await targetsOf(session)).selected, ['ascend-910c']);
  await session.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { portolan: { targets: ['sophgo-bm1688'] } },
  });
  assert.deepEqual((await targetsOf(session)).selected, ['sophgo-bm1688']);
});

test('chosen targets are written into the configuration that names them, with its comments kept', async (context) => {
  const configuration = '{\n  // agreed on\n  "targets": ["ascend-310p"]\n}\n';
  const session = await LanguageSession.start(context, {
    files: { 'm.onnx': mixedModel, 'portolan.config.json': configuration },
  });
  const params = { uri: session.uri('m.onnx'), targets: ['ascend-910b2'] };
  assert.equal(await session.request('portolan/setTargets', params), true);
  const [edit] = session.edits as [{ changes: Record<string, { newText: string }[]> }];
  const edits = edit.changes[session.uri('portolan.config.json')];
  assert.match(edits?.map(({ newText }) => newText).join('') ?? '', /ascend-910b2/);
  session.write('portolan.config.json', '{}');
  await session.touched({ 'portolan.config.json': 2 });
  assert.equal(await session.request('portolan/setTargets', params), false, 'the settings are to be written');
});

test('a finding can be ignored in the configuration, for one node', async (context) => {
  const session = await LanguageSession.start(context, {
    files: { 'm.onnx': mixedModel, 'portolan.config.json': '{}\n' },
  });
  const view = session.view('m.onnx');
  await session.open(view);
  const diagnostics = (await session.diagnostics(view)).filter(({ code }) => code === 'onnx/unsupported-operator');
  const actions = await session.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: view },
    range: diagnostics[0]!.range,
    context: { diagnostics },
  });
  const configuration = session.uri('portolan.config.json');
  const edits = actions.flatMap(({ edit }) => edit?.changes?.[configuration] ?? []);
  const written = JSON.parse(
    TextDocument.applyEdits(TextDocument.create(configuration, 'json', 0, '{}\n'), edits.slice(0, 1)),
  );
  assert.equal(written.ignores[0].rule, 'onnx/unsupported-operator');
  assert.equal(written.ignores[0].node, 'odd');
  session.write('portolan.config.json', JSON.stringify(written));
  await session.touched({ 'portolan.config.json': 2 });
  const left = await session.diagnostics(view);
  assert.ok(left.every(({ code, message }) => code !== 'onnx/unsupported-operator' || !message.includes('odd')));
});
