// Types into a script of 2,000 lines in a session with the language server of dist/, and prints the milliseconds from each
// change to the diagnostics that were published of it, as JSON: node run.mjs edit-script.ts FOLDER.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { trainingFile } from '../training-workspace';

const edits = 80;
const warmUp = 20;
const folder = process.argv[2]!;
// As the extension starts it.
const server = spawn(process.execPath, ['--max-semi-space-size=32', 'dist/server.cjs', '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
let published: () => void = () => {};
const uri = pathToFileURL(path.join(folder, 'edited.py')).href;
connection.onNotification(PublishDiagnosticsNotification.type, (about) => {
  if (about.uri === uri) published();
});
connection.listen();
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: pathToFileURL(folder).href,
  // A client that cannot ask: the time to what is pushed is the server's alone.
  capabilities: {},
  initializationOptions: { targets: ['ascend-910b2'], workspaceDiagnostics: false },
});
await connection.sendNotification('initialized', {});
const text = trainingFile(7, 4, 2000);
const line = text.split('\n').findIndex((one) => one.includes('loss.backward()'));

async function timed(send: () => Promise<void>): Promise<number> {
  const arrived = new Promise<void>((resolve) => {
    published = resolve;
  });
  const start = performance.now();
  await send();
  await arrived;
  return performance.now() - start;
}

await timed(() =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'python', version: 1, text },
  }),
);
const times: number[] = [];
for (let edit = 0; edit < edits + warmUp; edit += 1) {
  const at = { line, character: 8 };
  const isTyping = edit % 2 === 0;
  const range = { start: at, end: isTyping ? at : { line, character: 9 } };
  const time = await timed(() =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: edit + 2 },
      contentChanges: [{ range, text: isTyping ? 'x' : '' }],
    }),
  );
  if (edit >= warmUp) times.push(time);
}
server.kill();
console.log(JSON.stringify({ lines: text.split('\n').length, times }));
process.exit();
