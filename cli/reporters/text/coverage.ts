import type { Coverage } from '../../../core/lint';
import type { Finding, Localized } from '../../../core/model';
import { displayWidth, padEnd } from '../../terminal/width';
import { headline, onDevice, verdictCount } from '../coverage-lines';
import type { Layout } from './layout';

const barWidth = 20;

/** Per target what becomes of the model: a mark, how much of it runs on the device, and its operators by verdict. */
export function coverageLines(coverage: readonly Coverage[], findings: readonly Finding[], layout: Layout): string[] {
  const { colours, options } = layout;
  const names = coverage.map(({ target, route }) => `${target} · ${route}`);
  const width = Math.max(...names.map(displayWidth));
  return coverage.flatMap((one, index) => {
    const { operatorShare, macShare } = onDevice(one);
    const share = Number.isNaN(macShare) ? operatorShare : Math.min(operatorShare, macShare);
    const name = colours.bold(padEnd(names[index]!, width));
    const counts = one.verdicts.map((each) => verdictCount(each, options.language)).join(' · ');
    return [
      ...layout.hanging(
        `${mark(one, findings, layout)} `,
        [name, bar(share, layout), status(one, findings, layout)].join('  '),
      ),
      ...layout.hanging('    ', headline(one, options.language)),
      ...layout.hanging('    ', counts, colours.dim),
    ];
  });
}

/** The worst that was found on this target by this route. */
function worst({ target, route }: Coverage, findings: readonly Finding[]) {
  const own = findings.filter((finding) => finding.target === target && finding.route === route);
  const has = (severity: Finding['severity']) => own.some((finding) => finding.severity === severity);
  return { fails: has('error'), computesElse: has('silent'), warns: has('warning') };
}

function mark(coverage: Coverage, findings: readonly Finding[], { colours }: Layout): string {
  const { fails, computesElse, warns } = worst(coverage, findings);
  if (fails) return colours.red('✗');
  if (computesElse) return colours.magenta('✗');
  return warns ? colours.yellow('!') : colours.green('✓');
}

function status(coverage: Coverage, findings: readonly Finding[], layout: Layout): string {
  const { red, magenta, yellow, green } = layout.colours;
  const { fails, computesElse, warns } = worst(coverage, findings);
  if (fails) return red(layout.say({ en: 'will not run as it is', zh: '无法直接部署' }));
  if (computesElse)
    return magenta(layout.say({ en: 'converts, and computes something else', zh: '能转换，但计算结果有误' }));
  const unknown = coverage.verdicts.some(({ verdict }) => verdict === 'unknown');
  const reserve: Localized = unknown
    ? { en: ', some operators are unknown', zh: '，部分算子未知' }
    : { en: '', zh: '' };
  if (warns)
    return yellow(
      layout.say({ en: `nothing stops it, see the warnings${reserve.en}`, zh: `未发现阻碍，请查看警告${reserve.zh}` }),
    );
  return green(layout.say({ en: `nothing stops it${reserve.en}`, zh: `未发现阻碍${reserve.zh}` }));
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
