import { nodeFileSystem, withSlashes } from './files/node-file-system';
import type { Host, Output } from './host';

/** The machine that the program runs on. */
export function processHost(process: NodeJS.Process): Host {
  return {
    argv: process.argv.slice(2),
    fs: nodeFileSystem,
    cwd: withSlashes(process.cwd()),
    stdin: { read: () => readAll(process.stdin) },
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    now: () => performance.now(),
  };
}

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
