import { groupByRule } from '../../../core/lint';
import { displayName } from '../../../core/model';
import type { ReportedCheckpoint, ReportedGraph } from '../../report';
import { formatBytes, formatCount, formatInteger } from '../../terminal/quantities';
import { checkpointParts } from '../checkpoint-line';
import type { Reporter } from '../reporter';
import { coverageLines } from './coverage';
import { ruleLines } from './findings';
import { Layout } from './layout';
import { problemLines } from './problems';
import { hiddenLines, ScriptTellings, scriptLines } from './scripts';
import { summaryLines } from './summary';

/**
 * The report for a person: of a model what runs on each target, then what does not, by rule; of a script place by place;
 * then what is left of it all, and what to do next.
 */
export const textReporter: Reporter = function* (report, options) {
  const layout = new Layout(options);
  const told = new ScriptTellings();
  for (const file of report.files) {
    const lines = file.kind === 'script' ? scriptLines(file, told, layout) : modelLines(file, layout);
    if (lines.length > 0) yield `${lines.join('\n')}\n\n`;
  }
  if (told.hidden + told.notes > 0) yield `${hiddenLines(told, layout).join('\n')}\n\n`;
  yield `${summaryLines(report, layout).join('\n')}\n`;
};

function modelLines(file: ReportedGraph | ReportedCheckpoint, layout: Layout): string[] {
  const { bold, underline } = layout.colours;
  const lines = [`${bold(underline(displayName(file.path)))}${outline(file, layout)}`];
  if (file.kind === 'graph' && file.coverage.length > 0) lines.push('', ...coverageLines(file, layout));
  if (file.problems.length > 0) lines.push('', ...problemLines(file, layout));
  for (const rule of groupByRule(file)) lines.push('', ...ruleLines(rule, file, layout));
  return lines;
}

function outline(file: ReportedGraph | ReportedCheckpoint, layout: Layout): string {
  const { ignored } = file;
  const parts = file.kind === 'graph' ? graphParts(file, layout) : checkpointParts(file).map((one) => layout.say(one));
  if (ignored > 0) parts.push(layout.say({ en: `${ignored} findings ignored`, zh: `已忽略 ${ignored} 个问题` }));
  return parts.length === 0 ? '' : `  ${layout.colours.dim(parts.join(' · '))}`;
}

function graphParts({ outline }: ReportedGraph, layout: Layout): string[] {
  const parts: string[] = [];
  if (outline !== undefined) {
    const { opset, operators, weightBytes, macs } = outline;
    if (opset !== undefined) parts.push(`opset ${opset}`);
    parts.push(layout.say({ en: `${formatInteger(operators)} operators`, zh: `${formatInteger(operators)} 个算子` }));
    parts.push(layout.say({ en: `${formatBytes(weightBytes)} of weights`, zh: `权重 ${formatBytes(weightBytes)}` }));
    if (macs !== undefined) parts.push(`${formatCount(macs)} MACs`);
  }
  return parts;
}
