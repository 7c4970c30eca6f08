import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover } from 'vscode-languageserver-protocol';
import { LanguageSession, plainClient } from './language-session';
import { actionsAt, onAscend, positionOf, train } from './script-session';

/** What it is asked at first takes a while: so it is just after a start. */
async function justStarted(context: Parameters<typeof LanguageSession.start>[0], capabilities = plainClient) {
  const session = await LanguageSession.start(context, {
    capabilities: { ...capabilities, workspace: { configuration: true } },
    settings: onAscend.settings!,
  });
  session.onFolderSettingsAsked = () => new Promise((resolve) => setTimeout(resolve, 200));
  return { session, uri: session.uri('train.py') };
}

/** The script as it is in a version, with what is asked about on another line in each. */
const textOf = (version: number) => `${'# typed\n'.repeat(version)}${train}`;
const versions = Array.from({ length: 30 }, (_, index) => index + 2);
const hasFix = (actions: readonly { readonly title: string }[]) =>
  actions.some(({ title }) => title.endsWith('[review]'));

test('just after a start, fixes are offered in each version of a script that is typed into', async (context) => {
  const { session, uri } = await justStarted(context);
  await session.open(uri, train);
  const answers = [actionsAt(session, uri, train, 'cuda())\n')];
  for (const version of versions) {
    await session.change(uri, version, textOf(version));
    answers.push(actionsAt(session, uri, textOf(version), 'cuda())\n'));
  }
  const offered = (await Promise.all(answers)).map(hasFix);
  assert.deepEqual(
    offered,
    offered.map(() => true),
  );
});

test('a hover is about the text that the position is in, whatever is typed before the answer', async (context) => {
  const { session, uri } = await justStarted(context);
  await session.open(uri, train);
  const answers: Promise<Hover | null>[] = [];
  for (const version of versions) {
    await session.change(uri, version, textOf(version));
    const position = positionOf(textOf(version), 'zeros');
    answers.push(session.request('textDocument/hover', { textDocument: { uri }, position }));
  }
  for (const hover of await Promise.all(answers)) assert.match(JSON.stringify(hover), /torch\.zeros/);
});

test('fixes of a cell are offered in the notebook as it is when they are asked for', async (context) => {
  const { session } = await justStarted(context);
  const [notebook, cell] = [session.uri('train.ipynb'), 'vscode-notebook-cell:/train.ipynb#C0'];
  await session.openCell(notebook, cell, train);
  const answers = [];
  for (const version of versions) {
    await session.connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri: notebook, version },
      change: { cells: { textContent: [{ document: { uri: cell, version }, changes: [{ text: textOf(version) }] }] } },
    });
    answers.push(actionsAt(session, cell, textOf(version), 'cuda())\n'));
  }
  const offered = (await Promise.all(answers)).map(hasFix);
  assert.deepEqual(
    offered,
    offered.map(() => true),
  );
});

test('what is typed while fixes of an earlier version are asked for is analysed as it is typed', async (context) => {
  const { session, uri } = await justStarted(context);
  await session.open(uri, train);
  const early = actionsAt(session, uri, train, 'cuda())\n');
  const ported = train.replaceAll('.cuda()', '.cpu()');
  await session.change(uri, 2, ported);
  const late = actionsAt(session, uri, ported, 'cpu())\n');
  assert.ok(hasFix(await early));
  assert.deepEqual(await late, []);
});
