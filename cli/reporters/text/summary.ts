import { displayName, type Finding, type Localized } from '../../../core/model';
import {
  countBySeverity,
  type Report,
  type ReportedFile,
  totalCoverage,
  totalPorting,
  wasRead,
  worstFirst,
} from '../../report';
import { formatInteger } from '../../terminal/quantities';
import { padEnd } from '../../terminal/width';
import { headline } from '../coverage-lines';
import { portingHeadline } from '../porting-lines';
import { countOf, knownText } from '../words';
import type { Layout } from './layout';

/** Rules that a target's summary lists before `--all` is needed. */
const shownRules = 12;

/** What came of it all, and what to do next. */
export function summaryLines(report: Report, layout: Layout): string[] {
  const { files } = report;
  const { colours, options } = layout;
  const counts = countBySeverity(files);
  const said = worstFirst.flatMap((severity) => {
    const count = counts.get(severity) ?? 0;
    return count === 0 ? [] : [layout.inColourOf(severity, layout.say(countOf(severity, count)))];
  });
  const read = files.filter(wasRead);
  const models = read.filter(({ kind }) => kind !== 'script').length;
  const none = layout.say({ en: 'nothing to report', zh: '没有发现问题' });
  const comma = layout.say({ en: ', ', zh: '，' });
  const gap = layout.say({ en: ' ', zh: '' });
  return [
    `${colours.bold(layout.say(countsOf(models, read.length - models)))}${gap}${said.length === 0 ? colours.green(none) : said.join(comma)}`,
    ...(report.known === undefined ? [] : [`  ${colours.dim(layout.say(knownText(report.known)))}`]),
    ...(models > 1
      ? totalCoverage(files).map((one) => `  ${one.target} · ${one.route}: ${headline(one, options.language)}`)
      : []),
    ...portingLines(report, layout),
    ...nextSteps(files, layout),
  ];
}

/** `3 models, 120 scripts:` */
function countsOf(models: number, scripts: number): Localized {
  const plural = (count: number) => (count === 1 ? '' : 's');
  const parts = [
    ...(models > 0 || scripts === 0 ? [{ en: `${models} model${plural(models)}`, zh: `${models} 个模型` }] : []),
    ...(scripts > 0 ? [{ en: `${scripts} script${plural(scripts)}`, zh: `${scripts} 个脚本` }] : []),
  ];
  return { en: `${parts.map(({ en }) => en).join(', ')}:`, zh: `${parts.map(({ zh }) => zh).join('、')}：` };
}

/** Per target what is left of the scripts, by rule, with how much of it a fix does. */
function portingLines(report: Report, layout: Layout): string[] {
  const { colours, options } = layout;
  return totalPorting(report).flatMap((porting) => {
    const shown = options.all ? porting.rules : porting.rules.slice(0, shownRules);
    const width = Math.max(0, ...shown.map(({ rule }) => rule.length));
    const digits = Math.max(0, ...shown.map(({ findings }) => formatInteger(findings).length));
    const hidden = porting.rules.length - shown.length;
    const more = {
      en: `… and ${hidden} more rules (--all shows them)`,
      zh: `……另有 ${hidden} 条规则（使用 --all 查看）`,
    };
    return [
      `  ${colours.bold(`${porting.target} · ${porting.route}`)}: ${portingHeadline(porting, options.language)}`,
      ...shown.map(({ rule, findings, byEffort }) => {
        const fixable = byEffort.safe + byEffort.review;
        const share = layout.say({
          en: `${formatInteger(fixable)} with a fix`,
          zh: `${formatInteger(fixable)} 处可修复`,
        });
        const count = formatInteger(findings).padStart(digits);
        return `    ${padEnd(rule, width)}  ${count}${fixable === 0 ? '' : colours.dim(`  ${share}`)}`;
      }),
      ...(hidden > 0 ? [colours.dim(`    ${layout.say(more)}`)] : []),
    ];
  });
}

function nextSteps(files: readonly ReportedFile[], layout: Layout): string[] {
  const worst = firstOfWorst(files);
  if (worst === undefined) return [];
  const step = (command: string, text: Localized) => `  ${command}  ${layout.colours.dim(`# ${layout.say(text)}`)}`;
  return [
    layout.say({ en: 'Next:', zh: '接下来：' }),
    step(`portolan explain ${worst.rule}`, { en: 'what it means, and what to do', zh: '含义与处理方法' }),
    ...sizesToGive(files).map((command) =>
      step(command, { en: 'shapes, MACs and conditions for these sizes', zh: '按实际大小推导形状、MACs 与限制条件' }),
    ),
  ];
}

function firstOfWorst(files: readonly ReportedFile[]): Finding | undefined {
  for (const wanted of worstFirst) {
    for (const { findings } of files) {
      const found = findings.find(({ severity }) => severity === wanted);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Names of dimensions that a command shows. */
const shownDimensions = 4;

/** The first model whose named dimensions have no sizes, with the option that gives them. */
function sizesToGive(files: readonly ReportedFile[]): string[] {
  for (const file of files) {
    const names = file.kind === 'graph' ? (file.outline?.openDimensions ?? []) : [];
    if (names.length === 0) continue;
    const sizes = names.slice(0, shownDimensions).map((name) => `${displayName(name)}=SIZE`);
    const more = names.length > shownDimensions ? ',…' : '';
    return [`portolan lint ${displayName(file.path)} --dim ${sizes.join(',')}${more}`];
  }
  return [];
}
