import path from 'node:path';
import { peakMemory, run } from '../processes/run';
import { megabytes, milliseconds, type Row } from '../row';
import { writeTrainingWorkspace } from '../training-workspace';

interface Measured {
  readonly files: number;
  readonly megabytes: number;
  readonly parse: number;
  readonly analyse: number;
  readonly lint: number;
  readonly editMedian: number;
  readonly edit95: number;
}

/** Python files of ordinary training code, written for the measurement. */
export function scriptRows(folder: string): Row[] {
  const small = path.join(folder, 'scripts-300');
  writeTrainingWorkspace(small, 300);
  const { stdout } = run(process.execPath, ['scripts/run.mjs', 'scripts/bench/processes/lint-scripts.ts', small]);
  const found = JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured;
  const parsed = found.megabytes / found.parse;
  const perFile = (found.megabytes / found.files) * 1000;
  const linted = found.files / found.lint;
  return [
    {
      what: `Python, parsed and lowered (${found.files} files, ${perFile.toFixed(1)} kB each)`,
      bar: '>= 5 MB/s',
      measured: `${parsed.toFixed(1)} MB/s`,
      met: parsed >= 5,
    },
    {
      what: '… names, values, device flow, across files',
      measured: `${(found.files / found.analyse).toFixed(0)} files/s, ${(found.megabytes / found.analyse).toFixed(1)} MB/s`,
    },
    {
      what: '… and the rules, one target, one thread, warm',
      bar: '>= 400 files/s',
      measured: `${linted.toFixed(0)} files/s, ${(found.megabytes / found.lint).toFixed(1)} MB/s`,
      met: linted >= 400,
    },
    {
      what: 'An edit in 2,000 lines to its findings',
      bar: 'p95 <= 40 ms',
      measured: `median ${milliseconds(found.editMedian)}, p95 ${milliseconds(found.edit95)}`,
      met: found.edit95 <= 40,
    },
    memoryRow(folder),
  ];
}

function memoryRow(folder: string): Row {
  const large = path.join(folder, 'scripts-5000');
  const bytes = writeTrainingWorkspace(large, 5000);
  const args = ['cli/bin.cjs', 'lint', large, '--target', 'ascend-910b2', '--format', 'json'];
  const peak = peakMemory(args);
  return {
    what: `Memory on 5,000 files (${megabytes(bytes)})`,
    bar: '<= 600 MB',
    measured: megabytes(peak),
    met: peak <= 600e6,
  };
}
