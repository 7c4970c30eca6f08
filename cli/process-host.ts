import { nodeFileSystem, withSlashes } from './files/node-file-system';
import type { Host } from './host';
import type { ProcessOutput } from './process-output';

/** The V8 whose flags these are, as in cli/bin.cjs: others have others. */
export const engineOfFlags = '11.3.';

/**
 * The old memory is collected when it has grown by as much as lived, not by three times that: of 2,900 scripts of transformers
 * 790 MB became 530, in the same time; on Node 24 1,100 became 750. Known to V8 from 11 to 14.
 */
const smallHeap = '--heap-growing-percent=100';

/** What cli/bin.cjs says to V8 is for short runs. Figures: 1,000 to 5,000 scripts, Node 20, two cores. */
export const flagsOfLongRuns = [
  // A function is compiled when it first runs, and what better code needs to know is gathered once the function has run through
  // eight times its length: a tenth less computing time, most of it while the first few hundred scripts are linted.
  '--always-sparkplug',
  '--interrupt-budget-factor-for-feedback-allocation=8',
  // Better code is made of a function sooner, and takes less to make: a quarter of the code of others goes into it, which runs
  // as fast here. 5,000 scripts: 7 % less computing time on two threads, of which each needs that code, and 4 % on one.
  '--max-inlined-bytecode-size-cumulative=230',
  '--interrupt-budget=200000',
  '--ticks-before-optimization=1',
  // V8's own threads take longer to share the young generation's collection among them than they gain: 5 % less computing
  // time, and the more so where several threads lint.
  '--no-parallel-scavenge',
  smallHeap,
  // Of threads that start from here on: their old memory is first collected when it has this many MB, and not several times
  // on the way there. 2 % less computing time.
  '--initial-old-space-size=128',
];

function flagsFor(v8: string): readonly string[] {
  if (v8.startsWith(engineOfFlags)) return flagsOfLongRuns;
  return /^1[1-4]\./.test(v8) ? [smallHeap] : [];
}

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
      for (const flag of flagsFor(process.versions.v8)) setFlagsFromString(flag);
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
