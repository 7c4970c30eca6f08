import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Finished {
  /** Wall clock, from the call to the end. */
  readonly ms: number;
  readonly stdout: string;
}

/** Runs a program to its end. @throws where it fails; a linter that has something to say ends with 1 and prints it */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Finished {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const ms = performance.now() - start;
  if (status !== 0 && !(status === 1 && stdout !== ''))
    throw error ?? new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return { ms, stdout };
}

/** Peak of resident memory of a Node.js process, in bytes. */
export function peakMemory(args: readonly string[]): number {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'portolan-bench-'));
  try {
    const file = path.join(folder, 'peak');
    const hook = path.resolve('scripts/bench/processes/peak-memory.mjs');
    run(process.execPath, ['--import', hook, ...args], { ...process.env, PORTOLAN_BENCH_PEAK: file });
    return Number(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Wall clock of several runs of several programs, taken in turn, so that a busy moment touches all of them. */
export function inTurn(runs: number, programs: readonly (() => unknown)[]): number[][] {
  const times: number[][] = programs.map(() => []);
  for (let round = 0; round < runs; round += 1) {
    programs.forEach((program, index) => {
      const start = performance.now();
      program();
      times[index]!.push(performance.now() - start);
    });
  }
  return times;
}
