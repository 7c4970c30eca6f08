import { spawnSync } from 'node:child_process';
import { inTurn, peakMemory, run } from '../processes/run';
import { median, megabytes, milliseconds, type Row } from '../row';

const targets = ['--target', 'sophgo-sc11-fp300,ascend-910b2'];

/** A model whose weights stand in the file: what its structure and verdicts cost above starting Node.js. */
export function largeFileRows(file: string): Row[] {
  const lint = ['cli/bin.cjs', 'lint', file, ...targets];
  const [warm, bare] = inTurn(15, [() => run(process.execPath, lint), () => run(process.execPath, ['-e', '0'])]);
  const above = median(warm!) - median(bare!);
  const memory = median([1, 2, 3].map(() => peakMemory(lint) - peakMemory(['-e', '0'])));
  return [
    {
      what: '1.9 GB .onnx, structure and verdicts on two targets',
      bar: '<= 60 ms above bare Node.js',
      measured: `${milliseconds(above)} (best ${milliseconds(Math.min(...warm!) - Math.min(...bare!))}; bare ${milliseconds(median(bare!))})`,
      met: above <= 60,
    },
    { what: '… memory', bar: '<= 40 MB above bare Node.js', measured: megabytes(memory), met: memory <= 40e6 },
    coldRow(file, lint, median(bare!)),
  ];
}

/** With the file dropped from the page cache, which GNU dd does without privileges. */
function coldRow(file: string, lint: readonly string[], bare: number): Row {
  const what = '… the file not in the page cache';
  const bar = '<= 100 ms above bare Node.js';
  const drop = () => spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']).status === 0;
  if (!drop()) return { what, bar, measured: 'not measured: no GNU dd to drop the page cache with' };
  const times = Array.from({ length: 5 }, () => {
    drop();
    return run(process.execPath, lint).ms;
  });
  const above = median(times) - bare;
  return { what, bar, measured: `${milliseconds(above)} (bare ${milliseconds(bare)})`, met: above <= 100 };
}
