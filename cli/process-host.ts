import { readFileSync } from 'node:fs';
import path from 'node:path';
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
    pythonWasm: () => ({
      runtimeWasm: besides('web-tree-sitter.wasm'),
      grammarWasm: besides('tree-sitter-python.wasm'),
    }),
    now: () => performance.now(),
  };
}

/** A file of the package, beside the folder of the bundled program. */
function besides(name: string): Uint8Array {
  return readFileSync(path.join(__dirname, '..', name));
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
