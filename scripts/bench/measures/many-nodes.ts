import { run } from '../processes/run';
import { median, milliseconds, type Row } from '../row';

/** 100,000 operators, in processes that have done nothing before. */
export function manyNodesRows(file: string): Row[] {
  const times = Array.from({ length: 5 }, (): { read: number; all: number } => {
    const { stdout } = run(process.execPath, ['scripts/run.mjs', 'scripts/bench/processes/analyse.ts', file]);
    return JSON.parse(stdout.trim().split('\n').at(-1)!);
  });
  const read = median(times.map((time) => time.read));
  const all = median(times.map((time) => time.all));
  return [
    { what: '100,000 nodes, read', bar: '<= 150 ms', measured: milliseconds(read), met: read <= 150 },
    {
      what: '… read, inferred, verdicts on two targets',
      bar: '<= 1 s',
      measured: milliseconds(all),
      met: all <= 1000,
    },
  ];
}
