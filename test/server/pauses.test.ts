import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LSPErrorCodes } from 'vscode-languageserver-protocol';
import { Pauses } from '../../server/scripts/pauses';
import { LanguageSession } from './language-session';
import { actionsAt, code, onAscend, positionOf, train } from './script-session';

function withClock() {
  const clock = { now: 0 };
  const pauses = new Pauses(() => clock.now);
  const analysed = (script: string, milliseconds: number) =>
    pauses.measure(script, async () => {
      clock.now += milliseconds;
    });
  return { clock, pauses, analysed };
}

test('a script whose analysis takes long waits for a pause in what is typed, each time anew', async () => {
  const { clock, pauses, analysed } = withClock();
  await analysed('long.py', 800);
  assert.equal(pauses.rest('long.py'), 0, 'nothing was typed');
  pauses.typed('long.py');
  const pause = pauses.rest('long.py');
  assert.ok(pause > 100 && pause < 400, `${pause} ms`);
  clock.now += pause - 10;
  assert.equal(pauses.rest('long.py'), 10);
  pauses.typed('long.py');
  assert.equal(pauses.rest('long.py'), pause);
  clock.now += pause;
  assert.equal(pauses.rest('long.py'), 0);
});

test('a script that was analysed fast, or never, does not wait', async () => {
  const { pauses, analysed } = withClock();
  pauses.typed('new.py');
  assert.equal(pauses.rest('new.py'), 0);
  await analysed('new.py', 20);
  pauses.typed('new.py');
  assert.equal(pauses.rest('new.py'), 0);
  assert.ok(!pauses.isLong('new.py'));
});

test('a script that was closed is known no more', async () => {
  const { pauses, analysed } = withClock();
  await analysed('long.py', 800);
  pauses.typed('long.py');
  pauses.forget('long.py');
  assert.equal(pauses.rest('long.py'), 0);
});

test('a long script that is typed into: what was asked about an earlier text is not analysed, diagnostics are of the last', async (context) => {
  const session = await LanguageSession.start(context, onAscend);
  const uri = session.uri('long.py');
  const line = 'y = torch.nn.functional.relu(x + torch.zeros(8)).view(-1)\n';
  const text = `import torch\nx = torch.ones(8)\n${line.repeat(25_000)}`;
  await session.open(uri, text);
  await session.diagnostics(uri);
  const typed = (end: string) => `${text}z = x${end}\n`;
  await session.change(uri, 2, typed('.cuda()'));
  const found = session.diagnostics(uri);
  const actions = actionsAt(session, uri, typed('.cuda()'), 'cuda()').then(
    () => 'answered',
    ({ code }) => code,
  );
  await session.change(uri, 3, typed('.cpu()'));
  assert.equal(await actions, LSPErrorCodes.ContentModified);
  assert.ok((await found).every((one) => one.code !== code));
  await session.change(uri, 4, typed('.cuda(0)'));
  const offered = await actionsAt(session, uri, typed('.cuda(0)'), 'cuda(0)');
  assert.ok(offered.some(({ title }) => title.endsWith('[review]')));
});

test('while a long script is analysed, what is asked of another is answered', async (context) => {
  const session = await LanguageSession.start(context, onAscend);
  const [long, short] = [session.uri('long.py'), session.uri('short.py')];
  await session.open(short, train);
  await session.diagnostics(short);
  await session.open(
    long,
    `import torch\nx = torch.ones(8)\n${'y = torch.nn.functional.relu(x).view(-1)\n'.repeat(25_000)}`,
  );
  const order: string[] = [];
  const analysed = session.diagnostics(long).then(() => order.push('long'));
  const position = positionOf(train, 'zeros');
  const hovered = session
    .request('textDocument/hover', { textDocument: { uri: short }, position })
    .then(() => order.push('short'));
  await Promise.all([analysed, hovered]);
  assert.deepEqual(order, ['short', 'long']);
});
