import type { Localized } from '../../../core/model';
import { byWorstFirst, countBySeverity, type ReportedFile, totalCoverage, worstFirst } from '../../report';
import { headline } from '../coverage-lines';
import { countOf } from '../words';
import type { Layout } from './layout';

/** What came of it all, and what to do next. */
export function summaryLines(files: readonly ReportedFile[], layout: Layout): string[] {
  const { colours, options } = layout;
  const counts = countBySeverity(files);
  const said = worstFirst.flatMap((severity) => {
    const count = counts.get(severity) ?? 0;
    return count === 0 ? [] : [layout.inColourOf(severity, layout.say(countOf(severity, count)))];
  });
  const models = files.filter(({ outline }) => outline !== undefined).length;
  const read = layout.say({ en: `${models} model${models === 1 ? '' : 's'}:`, zh: `${models} 个模型：` });
  const none = layout.say({ en: 'nothing to report', zh: '没有发现问题' });
  const comma = layout.say({ en: ', ', zh: '，' });
  const gap = layout.say({ en: ' ', zh: '' });
  return [
    `${colours.bold(read)}${gap}${said.length === 0 ? colours.green(none) : said.join(comma)}`,
    ...(models > 1
      ? totalCoverage(files).map((one) => `  ${one.target} · ${one.route}: ${headline(one, options.language)}`)
      : []),
    ...nextSteps(files, layout),
  ];
}

function nextSteps(files: readonly ReportedFile[], layout: Layout): string[] {
  const [first, ...rest] = files.flatMap(({ findings }) => findings);
  const worst = rest.reduce((a, b) => (a !== undefined && byWorstFirst(a, b) <= 0 ? a : b), first);
  if (worst === undefined) return [];
  const step = (command: string, text: Localized) => `  ${command}  ${layout.colours.dim(`# ${layout.say(text)}`)}`;
  return [
    layout.say({ en: 'Next:', zh: '接下来：' }),
    step(`portolan explain ${worst.rule}`, { en: 'what it means, and what to do', zh: '含义与处理方法' }),
  ];
}
