import type { Coverage } from '../../../core/lint';
import type { Localized, Severity } from '../../../core/model';
import type { ReportedGraph } from '../../report';
import { displayWidth, padEnd } from '../../terminal/width';
import { headline, onDevice, verdictCount } from '../coverage-lines';
import type { Layout, Paint } from './layout';

const barWidth = 20;

/** Per target what becomes of the model: a mark, how much of it runs on the device, and its operators by verdict. */
export function coverageLines(file: ReportedGraph, layout: Layout): string[] {
  const { coverage } = file;
  const { colours, options } = layout;
  const names = coverage.map(({ target, route }) => `${target} · ${route}`);
  const width = Math.max(...names.map(displayWidth));
  return coverage.flatMap((one, index) => {
    const { operatorShare, macShare } = onDevice(one);
    const share = Number.isNaN(macShare) ? operatorShare : Math.min(operatorShare, macShare);
    const { mark, text, paint } = statusOf(one, file, layout);
    const name = colours.bold(padEnd(names[index]!, width));
    const counts = one.verdicts.map((each) => verdictCount(each, options.language)).join(' · ');
    return [
      ...layout.hanging(`${paint(mark)} `, [name, bar(share, layout), paint(layout.say(text))].join('  ')),
      ...layout.hanging('    ', headline(one, options.language)),
      ...layout.hanging('    ', counts, colours.dim),
    ];
  });
}

interface Status {
  readonly mark: string;
  readonly text: Localized;
  readonly paint: Paint;
}

/** What the worst finding on this target by this route makes of the model. */
function statusOf({ target, route, verdicts }: Coverage, file: ReportedGraph, { colours }: Layout): Status {
  const found = new Set<Severity>();
  for (const one of file.findings) if (one.target === target && one.route === route) found.add(one.severity);
  if (found.has('error')) {
    return { mark: '✗', paint: colours.red, text: { en: 'will not run as it is', zh: '无法直接部署' } };
  }
  if (found.has('silent')) {
    const text = { en: 'converts, and computes something else', zh: '能转换，但计算结果有误' };
    return { mark: '✗', paint: colours.magenta, text };
  }
  if (file.problems.some(({ severity }) => severity === 'error')) {
    return { mark: '!', paint: colours.yellow, text: { en: 'the file itself has errors', zh: '文件本身有错误' } };
  }
  const unknown = verdicts.some(({ verdict }) => verdict === 'unknown');
  const reserve = unknown ? { en: ', some operators are unknown', zh: '，部分算子未知' } : { en: '', zh: '' };
  if (found.has('warning')) {
    const text = { en: `nothing stops it, see the warnings${reserve.en}`, zh: `未发现阻碍，请查看警告${reserve.zh}` };
    return { mark: '!', paint: colours.yellow, text };
  }
  return {
    mark: '✓',
    paint: colours.green,
    text: { en: `nothing stops it${reserve.en}`, zh: `未发现阻碍${reserve.zh}` },
  };
}

/** Full only where everything runs on the device. */
function bar(share: number, { colours }: Layout): string {
  const filled = Number.isNaN(share)
    ? 0
    : share === 1
      ? barWidth
      : Math.min(Math.round(share * barWidth), barWidth - 1);
  return colours.green('█'.repeat(filled)) + colours.dim('░'.repeat(barWidth - filled));
}
