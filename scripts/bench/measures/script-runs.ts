import path from 'node:path';
import { inTurn, run } from '../processes/run';
import { median, milliseconds, type Row } from '../row';
import { writeTrainingWorkspace } from '../training-workspace';

/** A large repository. */
const large = 5000;

/** What users wait for: the command line on several threads, and the editor after an edit. */
export function scriptRunRows(folder: string): Row[] {
  const workspaceOf = (count: number) => {
    const workspace = path.join(folder, `scripts-${count}`);
    writeTrainingWorkspace(workspace, count);
    return workspace;
  };
  const small = workspaceOf(400);
  // Each thread warms up by itself, so that few scripts stay on one: the bar is about as many as the one of memory is.
  return [twoThreadsRow(small, 400), twoThreadsRow(workspaceOf(large), large), editRow(small)];
}

function twoThreadsRow(folder: string, count: number): Row {
  const lint = (threads: number) => {
    const options = ['--target', 'ascend-910b2', '--threads', String(threads), '--format', 'github'];
    return run(process.execPath, ['cli/bin.cjs', 'lint', folder, ...options]);
  };
  const [one, two] = inTurn(3, [() => lint(1), () => lint(2)]).map(median);
  const gain = one! / two!;
  return {
    what: `${count} scripts from the command line on two threads, beside one`,
    bar: count === large ? '>= 1.6 x' : undefined,
    measured: `${gain.toFixed(2)} x (${milliseconds(two!)}, ${milliseconds(one!)})`,
    met: count === large ? gain >= 1.6 : undefined,
  };
}

function editRow(folder: string): Row {
  const { stdout } = run(process.execPath, ['scripts/run.mjs', 'scripts/bench/processes/edit-script.ts', folder]);
  const { lines, times } = JSON.parse(stdout) as { lines: number; times: number[] };
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)]!;
  return {
    what: `An edit in a script of ${lines} lines, in a session with the server, to published diagnostics`,
    bar: 'p95 <= 40 ms',
    measured: `median ${milliseconds(median(times))}, p95 ${milliseconds(p95)}`,
    met: p95 <= 40,
  };
}
