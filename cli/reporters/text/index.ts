import { displayName } from '../../../core/model';
import type { ReportedFile } from '../../report';
import { formatBytes, formatCount, formatInteger } from '../../terminal/quantities';
import { groupByRule } from '../groups';
import type { Reporter } from '../reporter';
import { coverageLines } from './coverage';
import { ruleLines } from './findings';
import { Layout } from './layout';
import { problemLines } from './problems';
import { summaryLines } from './summary';

/** The report for a person: per target what runs, then what does not, by rule, then what to do next. */
export const textReporter: Reporter = function* ({ files }, options) {
  const layout = new Layout(options);
  for (const file of files) yield `${fileLines(file, layout).join('\n')}\n\n`;
  yield `${summaryLines(files, layout).join('\n')}\n`;
};

function fileLines(file: ReportedFile, layout: Layout): string[] {
  const { bold, underline } = layout.colours;
  const lines = [`${bold(underline(displayName(file.path)))}${outline(file, layout)}`];
  if (file.coverage.length > 0) lines.push('', ...coverageLines(file, layout));
  if (file.problems.length > 0) lines.push('', ...problemLines(file, layout));
  for (const rule of groupByRule(file)) lines.push('', ...ruleLines(rule, file, layout));
  return lines;
}

function outline({ outline, ignored }: ReportedFile, layout: Layout): string {
  const parts = [];
  if (outline !== undefined) {
    const { opset, operators, weightBytes, macs } = outline;
    if (opset !== undefined) parts.push(`opset ${opset}`);
    parts.push(layout.say({ en: `${formatInteger(operators)} operators`, zh: `${formatInteger(operators)} 个算子` }));
    parts.push(layout.say({ en: `${formatBytes(weightBytes)} of weights`, zh: `权重 ${formatBytes(weightBytes)}` }));
    if (macs !== undefined) parts.push(`${formatCount(macs)} MACs`);
  }
  if (ignored > 0) parts.push(layout.say({ en: `${ignored} findings ignored`, zh: `已忽略 ${ignored} 个问题` }));
  return parts.length === 0 ? '' : `  ${layout.colours.dim(parts.join(' · '))}`;
}
