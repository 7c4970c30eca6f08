import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import {
  CancellationTokenSource,
  type Hover,
  LSPErrorCodes,
  type ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { inShared, withoutShared } from '../harness/repository';
import { eventually, LanguageSession, modelBytes } from './language-session';
import { hostileNames, plainModel } from './models';

const unreadable: Readonly<Record<string, string | Uint8Array>> = {
  'empty.onnx': new Uint8Array(),
  'text.onnx': Buffer.from('<html>not found</html>'),
  'pointer.onnx': Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 99\n'),
  'cut.onnx': modelBytes(plainModel).subarray(0, 30),
};

test('a file that is no model says so, in its view and in the Problems panel', async (context) => {
  const session = await LanguageSession.start(context, { files: unreadable });
  for (const name of Object.keys(unreadable)) {
    const text = await session.text(session.view(name));
    assert.ok(text.length > 20, `${name}: ${text}`);
    const found = await session.diagnostics(session.view(name));
    assert.ok(
      found.some(({ severity }) => severity === 1),
      `${name} has no error`,
    );
  }
  assert.match(await session.text(session.view('absent.onnx')), /^# absent\.onnx/);
});

test('every question about a broken, absent or foreign document is answered', async (context) => {
  const session = await LanguageSession.start(context, { files: unreadable });
  const position = { line: 3, character: 999 };
  const uris = [...Object.keys(unreadable), 'absent.onnx'].map((name) => session.view(name));
  uris.push(
    'portolan-onnx:',
    'portolan-onnx:/x?not%20a%20uri',
    'portolan-rule:/no/such.md',
    'untitled:Untitled-1',
    'x',
  );
  for (const uri of uris) {
    const textDocument = { uri };
    for (const [method, rest] of [
      ['textDocument/hover', { position }],
      ['textDocument/definition', { position }],
      ['textDocument/references', { position, context: { includeDeclaration: true } }],
      ['textDocument/documentHighlight', { position }],
      ['textDocument/documentSymbol', {}],
      ['textDocument/codeLens', {}],
      ['textDocument/foldingRange', {}],
      ['textDocument/diagnostic', {}],
      ['workspace/textDocumentContent', { uri }],
      ['portolan/modelStatus', { uri }],
    ] as const) {
      await session.request(method, { textDocument, ...rest });
    }
  }
});

test('names of a file stay names: no Markdown, HTML or command link of theirs reaches the editor', async (context) => {
  const session = await LanguageSession.start(context, {
    files: { 'm.onnx': hostileNames },
    initializationOptions: { commandLinks: true },
  });
  const view = session.view('m.onnx');
  const text = await session.open(view);
  const lines = text.split('\n');
  let shown = '';
  for (const [line, content] of lines.entries()) {
    for (let character = 0; character < content.length; character += 3) {
      const params = { textDocument: { uri: view }, position: { line, character } };
      const hover = await session.request<Hover | null>('textDocument/hover', params);
      if (hover !== null) shown += `\n\n${(hover.contents as { value: string }).value}`;
    }
  }
  shown += await session.text(`${view.replace('portolan-onnx:', 'portolan-report:')}.md`);
  assert.match(shown, /command:workbench/, 'the name itself is shown');
  const outsideCode = shown.replace(/(`{3,})[^\n]*\n[\s\S]*?\n\1/g, '').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
  assert.doesNotMatch(outsideCode, /<img/);
  assert.doesNotMatch(outsideCode, /(?<!\\)\]\((?!command:portolan\.)/);
});

test('a request that is cancelled while the server is at it ends as cancelled, and the next one is answered', async (context) => {
  const session = await LanguageSession.start(context, {
    files: { 'big.onnx': manyOperators(60_000), 'm.onnx': plainModel },
  });
  const source = new CancellationTokenSource();
  // The server asks for settings when it has begun with the model: the cancellation reaches it before the answer.
  const cancelled = new Promise<void>((resolve) => {
    session.onFolderSettingsAsked = () => {
      source.cancel();
      resolve();
    };
  });
  const error = await session.connection
    .sendRequest('workspace/textDocumentContent', { uri: session.view('big.onnx') }, source.token)
    .then(
      () => undefined,
      (reason: ResponseError) => reason,
    );
  await cancelled;
  assert.equal(error?.code, LSPErrorCodes.RequestCancelled);
  assert.match(await session.text(session.view('m.onnx')), /Relu/);
});

test('long work shows its progress', async (context) => {
  const session = await LanguageSession.start(context, { files: { 'm.onnx': plainModel } });
  // The work takes until its progress is shown, as it goes on only with this answer.
  session.onFolderSettingsAsked = async () => {
    await eventually('progress', () => session.progress.length > 0);
  };
  await session.text(session.view('m.onnx'));
  const kinds = session.progress.map(({ kind }) => kind);
  assert.equal(kinds[0], 'begin');
  assert.equal(kinds.at(-1), 'end');
});

test('the hostile files: one after another, and the server lives', {
  skip: withoutShared('hostile'),
}, async (context) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portolan-hostile-'));
  copyFileSync(inShared('hostile', 'hostile.mjs')!, path.join(folder, 'hostile.mjs'));
  execFileSync(process.execPath, ['hostile.mjs'], { cwd: folder, stdio: 'ignore' });
  const session = await LanguageSession.start(context);
  const files = readdirSync(path.join(folder, 'files')).filter((name) => name.endsWith('.onnx'));
  assert.ok(files.length > 50);
  for (const name of files) {
    const view = `portolan-onnx:${path.join(folder, 'files', name)}`;
    const textDocument = { uri: view };
    const text = await session.text(view).catch((error) => assert.fail(`${name}: ${error.message}`));
    assert.ok(text.length > 0, name);
    await session.request('textDocument/diagnostic', { textDocument });
    await session.request('textDocument/codeLens', { textDocument });
    await session.request('textDocument/documentSymbol', { textDocument });
    await session.request('textDocument/hover', { textDocument, position: { line: 8, character: 12 } });
  }
  assert.deepEqual(
    session.logged.filter((line) => /TypeError|RangeError/.test(line)),
    [],
  );
  rmSync(folder, { recursive: true });
});

test('the workspace is walked in spite of files that are no models', async (context) => {
  const session = await LanguageSession.start(context, { files: { ...unreadable, 'm.onnx': plainModel } });
  const { items } = await session.request<{ items: WorkspaceDocumentDiagnosticReport[] }>('workspace/diagnostic', {
    previousResultIds: [],
  });
  assert.equal(items.length, Object.keys(unreadable).length + 1);
  writeFileSync(path.join(session.folder, 'm.onnx'), '');
});

function manyOperators(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => `v${index + 1} = Relu (v${index})`);
  return `<ir_version: 8, opset_import: ["" : 13]>
many (float[1,8] v0) => (float[1,8] v${count}) { ${lines.join('\n')} }`;
}
