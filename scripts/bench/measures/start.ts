import { inTurn, run } from '../processes/run';
import { median, milliseconds, type Row } from '../row';

/** How long the program takes to say its version, beside Node.js doing nothing. */
export function startRows(): Row[] {
  const [version, bare] = inTurn(15, [
    () => run(process.execPath, ['cli/bin.cjs', '--version']),
    () => run(process.execPath, ['-e', '0']),
  ]).map(median);
  const ratio = version! / bare!;
  return [
    {
      what: '`portolan --version`, beside `node -e 0`',
      bar: '<= 2 x',
      measured: `${ratio.toFixed(2)} x (${milliseconds(version!)}, ${milliseconds(bare!)})`,
      met: ratio <= 2,
    },
  ];
}
