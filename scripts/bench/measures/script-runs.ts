import { readdirSync } from 'node:fs';
import path from 'node:path';
import { canHoldToCores, onCores } from '../processes/cores';
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
  return [...twoCoresRows(small, workspaceOf(large)), editRow(small)];
}

/** Each thread warms up by itself, so that few scripts stay on one: the bar is about as many as the one of memory is. */
function twoCoresRows(small: string, largest: string): Row[] {
  return [twoCoresRow(small, 400, ['--threads', '2'], undefined), twoCoresRow(largest, large, [], 1.6)];
}

/**
 * The command as users give it, which starts as many threads as it has cores. On one core a thread also waits for V8's own
 * (collector, compiler), for which a second core has room: what a second thread of ours wins beside them is told as well. So is
 * what the second core gives to whoever shares the folders out by hand: two commands side by side, each on a core of its own.
 */
function twoCoresRow(folder: string, count: number, options: readonly string[], bar: number | undefined): Row {
  const what = `${count} scripts from the command line on two cores, beside one`;
  if (!canHoldToCores()) return { what, bar: barText(bar), measured: 'not measured: it needs taskset, and two cores' };
  const command = [process.execPath, 'cli/bin.cjs', 'lint', '--target', 'ascend-910b2'];
  const lint = [...command, folder];
  const packages = readdirSync(folder).map((name) => path.join(folder, name));
  const halves = [packages.slice(0, packages.length / 2), packages.slice(packages.length / 2)];
  const times = inTurn(3, [
    () => runOn([0], [...lint, '--threads', '1']),
    () => runOn([0, 1], [...lint, ...options]),
    () => runOn([0, 1], [...lint, '--threads', '1']),
    () => sideBySide(halves.map((half, core) => onCores([core], [...command, '--threads', '1', ...half]))),
  ]);
  const [oneCore, twoCores, oneThread, byHand] = times.map(median) as [number, number, number, number];
  const gain = oneCore / twoCores;
  const besides = `${(oneThread / twoCores).toFixed(2)} x one thread on two cores, ${milliseconds(oneThread)}; ${(byHand / twoCores).toFixed(2)} x two commands side by side, each with a half, ${milliseconds(byHand)}`;
  return {
    what,
    bar: barText(bar),
    measured: `${gain.toFixed(2)} x (${milliseconds(twoCores)}, ${milliseconds(oneCore)}); ${besides}`,
    met: bar === undefined ? undefined : gain >= bar,
  };
}

const barText = (bar: number | undefined) => (bar === undefined ? undefined : `>= ${bar} x`);

function runOn(cores: readonly number[], command: readonly string[]): void {
  const [program, ...args] = onCores(cores, command);
  run(program, args);
}

/** @throws where one fails; a linter ends with 1 where it has something to say, and with more where it fails */
function sideBySide(commands: readonly (readonly string[])[]): void {
  const quoted = commands.map((words) => words.map((word) => `'${word}'`).join(' '));
  const started = quoted.map((command, index) => `${command} >/dev/null & p${index}=$!`);
  const waited = quoted.map((_, index) => `wait $p${index} || [ $? = 1 ] || exit 2`);
  run('sh', ['-c', [...started, ...waited].join('\n')]);
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
