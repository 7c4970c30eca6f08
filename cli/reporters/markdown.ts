import { efforts, type FindingGroup, groupByRule, type Porting } from '../../core/lint';
import { displayName, inLanguage, type Localized } from '../../core/model';
import {
  countBySeverity,
  type Report,
  type ReportedFile,
  type ReportedGraph,
  totalPorting,
  worstFirst,
} from '../report';
import { harmless } from '../terminal/harmless';
import { formatBytes, formatCount, formatInteger, formatShare } from '../terminal/quantities';
import { checkpointParts } from './checkpoint-line';
import { onDevice } from './coverage-lines';
import { placeOf } from './places';
import { effortWords } from './porting-lines';
import type { Reporter, ReporterOptions } from './reporter';
import { countOf, knownText, severityWords, verdictWords } from './words';

const shownGroups = 20;
const shownPlaces = 5;
const shownProblems = 20;

/** For a job summary or a comment on a merge request. */
export const markdownReporter: Reporter = function* (report, options) {
  const { files } = report;
  const say = (text: Localized) => harmless(inLanguage(text, options.language));
  const counts = countBySeverity(files);
  const said = worstFirst.flatMap((severity) => {
    const count = counts.get(severity) ?? 0;
    return count === 0 ? [] : [say(countOf(severity, count))];
  });
  yield `# Portolan\n\n${said.length === 0 ? say({ en: 'Nothing to report.', zh: '没有发现问题。' }) : said.join(' · ')}\n\n`;
  if (report.known !== undefined) yield `${escapeMarkdown(say(knownText(report.known)))}\n\n`;
  yield portingTable(report, say);
  for (const file of files) if (isWorthASection(file)) yield section(file, options, say);
};

function section(file: ReportedFile, options: ReporterOptions, say: (text: Localized) => string): string {
  return [
    `## ${escapeMarkdown(displayName(file.path))}`,
    ...headOf(file, say),
    problemList(file, options, say),
    ...groupByRule(file).map(({ rule, severity, groups, count }) => {
      const title = options.ruleOf(rule)?.title;
      const shown = options.all ? groups : groups.slice(0, shownGroups);
      const hidden = groups.length - shown.length;
      return [
        `### ${say(severityWords[severity])}${say({ en: ': ', zh: '：' })}\`${rule}\`${title === undefined ? '' : ` — ${say(title)}`} (${count})`,
        shown.map((group) => groupItem(group, file, options.all, say)).join('\n'),
        hidden === 0 ? '' : say({ en: `… and ${hidden} more`, zh: `……另有 ${hidden} 条` }),
      ]
        .filter((part) => part !== '')
        .join('\n\n');
    }),
    '',
  ]
    .filter((part, index, all) => part !== '' || index === all.length - 1)
    .join('\n\n');
}

function headOf(file: ReportedFile, say: (text: Localized) => string): string[] {
  if (file.kind === 'graph') return [outlineLine(file, say), coverageTable(file, say)];
  if (file.kind === 'script') return [];
  return [
    checkpointParts(file)
      .map((part) => escapeMarkdown(say(part)))
      .join(' · '),
  ];
}

function outlineLine({ outline }: ReportedGraph, say: (text: Localized) => string): string {
  if (outline === undefined) return '';
  const { opset, operators, weightBytes, macs } = outline;
  return [
    ...(opset === undefined ? [] : [`opset ${opset}`]),
    say({ en: `${formatInteger(operators)} operators`, zh: `${formatInteger(operators)} 个算子` }),
    say({ en: `${formatBytes(weightBytes)} of weights`, zh: `权重 ${formatBytes(weightBytes)}` }),
    ...(macs === undefined ? [] : [`${formatCount(macs)} MACs`]),
  ].join(' · ');
}

function coverageTable({ coverage }: ReportedGraph, say: (text: Localized) => string): string {
  if (coverage.length === 0) return '';
  const used = [...new Set(coverage.flatMap(({ verdicts }) => verdicts.map(({ verdict }) => verdict)))];
  const head = [
    say({ en: 'Target', zh: '目标' }),
    say({ en: 'Route', zh: '路线' }),
    say({ en: 'Operators on the device', zh: '可在设备上运行的算子' }),
    say({ en: 'MACs on the device', zh: '可在设备上运行的 MACs' }),
    ...used.map((verdict) => say(verdictWords[verdict])),
  ];
  const rows = coverage.map((one) => {
    const { operators, macShare } = onDevice(one);
    const counts = used.map((wanted) => one.verdicts.find(({ verdict }) => verdict === wanted)?.operators ?? 0);
    return [
      one.target,
      one.route,
      `${formatInteger(operators)} / ${formatInteger(one.operators)}`,
      `${formatShare(macShare)}${!Number.isNaN(macShare) && one.operatorsWithoutMacs > 0 ? say({ en: ' of what is known', zh: '（已知部分）' }) : ''}`,
      ...counts.map(formatInteger),
    ];
  });
  return table(head, rows, 2);
}

/** A clean script is no more than a number. */
function isWorthASection({ kind, findings, problems }: ReportedFile): boolean {
  return kind !== 'script' || findings.length + problems.length > 0;
}

/** What is left of the scripts, by target and rule. */
function portingTable(report: Report, say: (text: Localized) => string): string {
  const all = totalPorting(report);
  if (all.length === 0) return '';
  const head = [
    say({ en: 'Target', zh: '目标' }),
    say({ en: 'Route', zh: '路线' }),
    say({ en: 'Rule', zh: '规则' }),
    say({ en: 'Left to port', zh: '待移植' }),
    ...efforts.map((effort) => say(effortWords[effort])),
  ];
  const counts = (findings: number, byEffort: Porting['byEffort']) =>
    [findings, ...efforts.map((effort) => byEffort[effort])].map(formatInteger);
  const rows = all.flatMap(({ target, route, findings, byEffort, rules }) => [
    [target, route, `**${say({ en: 'all', zh: '合计' })}**`, ...counts(findings, byEffort)],
    ...rules.map((rule) => [target, route, `\`${rule.rule}\``, ...counts(rule.findings, rule.byEffort)]),
  ]);
  return `${table(head, rows, 3)}\n\n`;
}

/** A table whose first columns are text, the others numbers. */
function table(head: readonly string[], rows: readonly (readonly string[])[], textColumns: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index < textColumns ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function problemList(file: ReportedFile, { all }: ReporterOptions, say: (text: Localized) => string): string {
  if (file.problems.length === 0) return '';
  const shown = all ? file.problems : file.problems.slice(0, shownProblems);
  const items = shown.map((problem) => {
    const where = placeOf(problem, file.lines);
    const place = where === undefined ? '' : ` (${code(say(where))})`;
    return `- **${say(severityWords[problem.severity])}** ${escapeMarkdown(say(problem.message))}${place} \`${problem.code}\``;
  });
  const rest = file.problems.length - shown.length;
  if (rest > 0) items.push(`- ${say({ en: `… and ${rest} more`, zh: `……另有 ${rest} 个` })}`);
  return `### ${say({ en: 'What is wrong with the file itself', zh: '文件本身的问题' })}\n\n${items.join('\n')}`;
}

function groupItem(
  group: FindingGroup,
  { lines }: ReportedFile,
  all: boolean,
  say: (text: Localized) => string,
): string {
  const shown = all ? group.places : group.places.slice(0, shownPlaces);
  const places = shown.map((place) => code(say(placeOf(place, lines)!)));
  const rest = group.places.length - shown.length;
  if (rest > 0) places.push(say({ en: `and ${rest} more`, zh: `另有 ${rest} 处` }));
  const evidence = group.evidence.map(({ source, version, where }) => escapeMarkdown(`${source} ${version}, ${where}`));
  return [
    `- ${escapeMarkdown(say(group.message))}`,
    group.likewise.size === 0
      ? undefined
      : `  ${say({ en: 'Likewise: ', zh: '同样适用于：' })}${[...group.likewise].map(([type, count]) => `${code(type)} ×${count}`).join(', ')}`,
    group.advice && `  **→** ${escapeMarkdown(say(group.advice))}`,
    group.targets.length === 0 ? undefined : `  ${say({ en: 'Targets: ', zh: '目标：' })}${group.targets.join(', ')}`,
    places.length === 0
      ? undefined
      : `  ${say({ en: 'At: ', zh: '位置：' })}${places.join(say({ en: ', ', zh: '、' }))}`,
    ...group.fixes.map(({ title }) => `  ✎ ${escapeMarkdown(say(title))}`),
    evidence.length === 0 ? undefined : `  <sub>${say({ en: 'Evidence: ', zh: '依据：' })}${evidence.join('; ')}</sub>`,
  ]
    .filter((line) => line !== undefined)
    .join('  \n');
}

/** Text of the table or file as text: no markup, no HTML, no mentions of people. Code spans in messages stay. */
function escapeMarkdown(text: string): string {
  return text
    .toWellFormed()
    .split(/(`[^`\n]+`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/[\\*_[\]<>|~`#]/g, '\\$&')
            .replaceAll('@', '@\u200b')
            .replace(/\s*\n\s*/g, ' '),
    )
    .join('');
}

/** A code span that holds `text` whatever backticks it has (CommonMark 6.1). */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '¦')}${space}${fence}`;
}
