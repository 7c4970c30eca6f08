import { spawnSync } from 'node:child_process';

/** Whether a program can be held to some of the machine's cores (Linux, util-linux). */
export function canHoldToCores(): boolean {
  return spawnSync('taskset', ['-c', '0,1', 'true']).status === 0;
}

/** A command that runs on these cores alone; it sees no others. */
export function onCores(cores: readonly number[], command: readonly string[]): readonly [string, ...string[]] {
  return ['taskset', '-c', cores.join(','), ...command];
}
