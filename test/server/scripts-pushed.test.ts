import { rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { eventually, LanguageSession, plainClient } from './language-session';
import { code, kernel, launching, opened, ported, train } from './script-session';

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
  await session.openCell(session.uri('train.ipynb'), cell, train);
  const isFor = (target: string) => () => session.published.get(cell)?.some(({ message }) => message.includes(target));
  await eventually('findings for the target', isFor('910B2'));
  await session.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { portolan: { targets: ['sophgo-sc11-fp300'] } },
  });
  await eventually('findings for the other target', isFor('SC11 FP300'));
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
