import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type Diagnostic, ProgressType, type WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { eventually, LanguageSession, plainClient } from './language-session';
import { mixedModel, notedModel, plainModel } from './models';

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const unsupported = 'onnx/unsupported-operator';

async function workspaceReport(
  session: LanguageSession,
  previous: readonly { uri: string; value: string }[] = [],
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const answer = await session.request<{ items: WorkspaceDocumentDiagnosticReport[] }>('workspace/diagnostic', {
    previousResultIds: previous,
  });
  return answer.items;
}

test('on the lines of the text view: code, source, rule page, data, and the place of the operator', async (context) => {
  const session = await LanguageSession.start(context, { files: { 'm.onnx': mixedModel } });
  const view = session.view('m.onnx');
  const text = await session.open(view);
  const found = (await session.diagnostics(view)).find(({ code }) => code === unsupported);
  assert.ok(found, 'nothing said of com.example.Mystery');
  const { start: from, end } = found.range;
  assert.equal(text.split('\n')[from.line]!.slice(from.character, end.character), 'Mystery');
  assert.equal(found.source, 'portolan');
  assert.equal(found.severity, 1);
  assert.match(found.message, /SC11 FP300|910B2/);
  assert.equal((found.data as { rule: string }).rule, unsupported);
  assert.equal((found.data as { node: string }).node, 'odd');
  assert.match(await session.text(found.codeDescription!.href), /^# /);
});

test('on the file itself, never opened: the node is named, and the place in the view is related', async (context) => {
  const session = await LanguageSession.start(context, { files: { 'm.onnx': mixedModel, 'plain.onnx': plainModel } });
  const reports = await workspaceReport(session);
  assert.deepEqual(reports.map(({ uri }) => uri).sort(), [session.uri('m.onnx'), session.uri('plain.onnx')]);
  const report = reports.find(({ uri }) => uri === session.uri('m.onnx'));
  assert.ok(report?.kind === 'full');
  const found = report.items.find(({ code }) => code === unsupported);
  assert.ok(found);
  assert.deepEqual(found.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  assert.match(String(found.message), /Mystery odd/);
  const related = found.relatedInformation?.[0]?.location;
  assert.equal(related?.uri, session.view('m.onnx'));
  const text = await session.text(session.view('m.onnx'));
  assert.match(text.split('\n')[related.range.start.line]!, /\[odd\]/);
});

test('a model that has not changed is not reported again; a changed one and a deleted one are', async (context) => {
  const session = await LanguageSession.start(context, { files: { 'a.onnx': plainModel, 'b.onnx': plainModel } });
  const first = await workspaceReport(session);
  const ids = first.map(({ uri, resultId }) => ({ uri, value: resultId! }));
  assert.ok((await workspaceReport(session, ids)).every(({ kind }) => kind === 'unchanged'));
  session.write('a.onnx', mixedModel);
  rmSync(path.join(session.folder, 'b.onnx'));
  await session.touched({ 'a.onnx': 2, 'b.onnx': 3 });
  const second = await workspaceReport(session, ids);
  const of = (name: string) => second.find(({ uri }) => uri === session.uri(name));
  const [a, b] = [of('a.onnx'), of('b.onnx')];
  assert.ok(a?.kind === 'full' && codes(a.items).includes(unsupported));
  assert.ok(b?.kind === 'full' && b.items.length === 0);
});

test('partial results arrive one model at a time', async (context) => {
  const session = await LanguageSession.start(context, { files: { 'a.onnx': plainModel, 'b.onnx': plainModel } });
  const parts: string[] = [];
  const type = new ProgressType<{ items: WorkspaceDocumentDiagnosticReport[] }>();
  session.connection.onProgress(type, 'part', ({ items }) => {
    parts.push(...items.map(({ uri }) => uri));
  });
  const answer = await session.request<{ items: unknown[] }>('workspace/diagnostic', {
    previousResultIds: [],
    partialResultToken: 'part',
  });
  assert.deepEqual(answer.items, []);
  assert.deepEqual(parts, [session.uri('a.onnx'), session.uri('b.onnx')]);
});

test('pushed to a client that cannot ask, for open documents and the whole workspace', async (context) => {
  const session = await LanguageSession.start(context, { capabilities: plainClient, files: { 'm.onnx': mixedModel } });
  assert.equal(session.initialized.capabilities.diagnosticProvider, undefined);
  const pushed = await eventually('diagnostics of the file', () => session.published.get(session.uri('m.onnx')));
  const found = pushed.find(({ code }) => code === unsupported);
  assert.equal(found?.range.start.line, 0);
  assert.equal(found.relatedInformation, undefined, 'it could not open the view');
  // An editor may fill the buffer of the .onnx with the text view: then the findings stand on its lines.
  await session.open(session.uri('m.onnx'));
  const text = await session.text(session.uri('m.onnx'));
  const line = text.split('\n').findIndex((each) => each.includes('[odd]'));
  await eventually('diagnostics on lines', () =>
    session.published
      .get(session.uri('m.onnx'))
      ?.some(({ range, code }) => code === unsupported && range.start.line === line),
  );
});

test('a note on several operators stands at the first, and leads to the others', async (context) => {
  const session = await LanguageSession.start(context, { files: { 'm.onnx': notedModel } });
  const note = (diagnostics: readonly Diagnostic[]) => {
    const [found, ...rest] = diagnostics.filter(({ code }) => code === 'onnx/undecided-condition');
    assert.ok(found, 'nothing is told of dilated pooling');
    assert.deepEqual(rest, []);
    return found;
  };
  const view = session.view('m.onnx');
  const lines = (await session.open(view)).split('\n');
  const onLines = note(await session.diagnostics(view));
  assert.match(lines[onLines.range.start.line]!, /\[first\]/);
  assert.match(String(onLines.message), /MaxPool second, MaxPool third/);
  assert.equal((onLines.data as { node?: string }).node, undefined);
  const places = ({ relatedInformation = [] }: Diagnostic) =>
    relatedInformation.map(({ location: { uri, range } }) => [uri, /\[(\w+)\]/.exec(lines[range.start.line]!)![1]]);
  assert.deepEqual(places(onLines), [
    [view, 'second'],
    [view, 'third'],
  ]);
  const report = (await workspaceReport(session)).find(({ uri }) => uri === session.uri('m.onnx'));
  assert.ok(report?.kind === 'full');
  assert.deepEqual(places(note(report.items)), [
    [view, 'first'],
    [view, 'second'],
    [view, 'third'],
  ]);
});

test('a model that somebody writes as text is checked as it is typed', async (context) => {
  const session = await LanguageSession.start(context, {});
  const uri = session.uri('draft.onnxtxt');
  await session.open(uri, mixedModel);
  const found = (await session.diagnostics(uri)).find(({ code }) => code === unsupported);
  assert.match(mixedModel.split('\n')[found?.range.start.line ?? 0]!, /Mystery/);
  await session.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: plainModel }],
  });
  assert.ok(!codes(await session.diagnostics(uri)).includes(unsupported));
  await session.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 3 },
    contentChanges: [{ text: 'plain (float[1,8] x) => (float' }],
  });
  assert.ok(
    (await session.diagnostics(uri)).some(({ severity }) => severity === 1),
    'a syntax error is told',
  );
});

test('the problems of a configuration stand in it', async (context) => {
  const session = await LanguageSession.start(context, {});
  const uri = session.uri('portolan.config.json');
  const text = '{ "targets": ["ascend-910b2", "toaster"] }';
  await session.open(uri, text);
  const [found, ...rest] = await session.diagnostics(uri);
  assert.equal(rest.length, 0);
  assert.match(found?.message ?? '', /toaster/);
  assert.equal(text.slice(found!.range.start.character, found!.range.end.character), '"toaster"');
});
