import path from 'node:path';
import { writeLibraryWorkspace } from '../library-workspace';
import { peakMemory, run } from '../processes/run';
import { megabytes, milliseconds, type Row } from '../row';
import { writeTrainingWorkspace } from '../training-workspace';

/** Seconds of one pass over all files. */
interface Passes {
  readonly median: number;
  readonly best: number;
}

interface Measured {
  readonly files: number;
  readonly megabytes: number;
  readonly parse: Passes;
  readonly analyse: Passes;
  readonly lint: Passes;
  readonly editMedian: number;
  readonly edit95: number;
}

/** Python files of ordinary training code, written for the measurement. */
export function scriptRows(folder: string): Row[] {
  const small = path.join(folder, 'scripts-300');
  writeTrainingWorkspace(small, 300);
  const { stdout } = run(process.execPath, ['scripts/run.mjs', 'scripts/bench/processes/lint-scripts.ts', small]);
  const found = JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured;
  const parsed = found.megabytes / found.parse.median;
  const perFile = (found.megabytes / found.files) * 1000;
  const linted = found.files / found.lint.median;
  const rate = ({ median, best }: Passes) =>
    `${(found.files / median).toFixed(0)} files/s, ${(found.megabytes / median).toFixed(1)} MB/s (best pass ${(found.files / best).toFixed(0)} files/s)`;
  return [
    {
      what: `Python, parsed and lowered (${found.files} files, ${perFile.toFixed(1)} kB each)`,
      bar: '>= 5 MB/s',
      measured: `${parsed.toFixed(1)} MB/s`,
      met: parsed >= 5,
    },
    {
      what: '… names, values, device flow, across files',
      measured: rate(found.analyse),
    },
    {
      what: '… and the rules, one target, one thread, warm',
      bar: '>= 400 files/s',
      measured: rate(found.lint),
      met: linted >= 400,
    },
    {
      what: 'An edit in 2,000 lines to its findings',
      bar: 'p95 <= 40 ms',
      measured: `median ${milliseconds(found.editMedian)}, p95 ${milliseconds(found.edit95)}`,
      met: found.edit95 <= 40,
    },
    memoryRow(folder),
    libraryRow(folder),
  ];
}

/** Long files that import every name of hundreds: a project is more than its files, one by one. */
function libraryRow(folder: string): Row {
  const library = path.join(folder, 'scripts-library');
  const { files, bytes } = writeLibraryWorkspace(library, 500);
  const args = ['cli/bin.cjs', 'lint', library, '--target', 'ascend-910b2', '--threads', '1'];
  const start = performance.now();
  const peak = peakMemory(args);
  const seconds = (performance.now() - start) / 1000;
  return {
    what: `A library of ${files} files (${megabytes(bytes)}) that imports every name of its models, from the command line`,
    measured: `${seconds.toFixed(1)} s, ${(files / seconds).toFixed(0)} files/s, ${megabytes(peak)}`,
  };
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
