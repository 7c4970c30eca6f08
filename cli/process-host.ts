import { nodeFileSystem, withSlashes } from './files/node-file-system';
import type { Host } from './host';
import { longRunFlagsFor } from './long-run-flags';
import type { ProcessOutput } from './process-output';

/** The machine that the program runs on. */
export function processHost(process: NodeJS.Process, stdout: ProcessOutput, stderr: ProcessOutput): Host {
  return {
    argv: process.argv.slice(2),
    fs: nodeFileSystem,
    cwd: withSlashes(process.cwd()),
    stdin: { read: () => readAll(process.stdin) },
    stdout,
    stderr,
    env: process.env,
    threads: async () => (await import('./process-threads')).processThreads,
    expectLongRun: () => {
      // Not imported: a short run does without the module, whose flags cli/bin.cjs has set for one.
      const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
      for (const flag of longRunFlagsFor(process.versions.v8)) setFlagsFromString(flag);
    },
    today: () => new Date().toISOString().slice(0, 10),
    // Not performance.now: the first use of it loads a module of Node.js for longer than a small model takes.
    now: () => Number(process.hrtime.bigint() / 1000n) / 1000,
  };
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
