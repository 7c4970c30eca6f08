import { displayName, inLanguage, type Localized, type Problem, type Severity } from '../../core/model';
import { countBySeverity, type ReportedFile, totalCoverage, worstFirst } from '../report';
import { formatBytes, formatCount, formatInteger } from '../terminal/quantities';
import { displayWidth, padEnd } from '../terminal/width';
import { wrap } from '../terminal/wrap';
import { headline, onDevice, verdictCount } from './coverage-lines';
import { type FindingGroup, groupByRule, type RuleGroup } from './groups';
import { placeOf } from './places';
import type { Reporter, ReporterOptions } from './reporter';
import { countOf, severityWords } from './words';

/** How much of a rule is shown before `--all` is needed: what fails at length, what is merely told briefly. */
const shownGroups: Readonly<Record<Severity, number>> = { silent: 10, error: 10, warning: 5, information: 2, hint: 2 };
const shownPlaces = 3;
const shownProblems = 10;
const barWidth = 20;

/** The report for a person: per target what runs, then what does not, by rule, then what to do next. */
export const textReporter: Reporter = function* (report, options) {
  const page = new Page(options);
  for (const file of report.files) yield page.file(file);
  yield page.summary(report.files);
};

class Page {
  readonly #say: (text: Localized) => string;

  constructor(private readonly options: ReporterOptions) {
    this.#say = (text) => inLanguage(text, options.language);
  }

  file(file: ReportedFile): string {
    const { colours } = this.options;
    const lines = [`${colours.bold(colours.underline(displayName(file.path)))}${this.#outline(file)}`];
    if (file.coverage.length > 0) lines.push('', ...this.#coverage(file.coverage));
    if (file.problems.length > 0) lines.push('', ...this.#problems(file));
    for (const rule of groupByRule(file)) lines.push('', ...this.#rule(rule, file));
    return `${lines.join('\n')}\n\n`;
  }

  #outline({ outline, ignored }: ReportedFile): string {
    const parts = [];
    if (outline !== undefined) {
      const { opset, operators, weightBytes, macs } = outline;
      if (opset !== undefined) parts.push(`opset ${opset}`);
      parts.push(this.#say({ en: `${formatInteger(operators)} operators`, zh: `${formatInteger(operators)} 个算子` }));
      parts.push(this.#say({ en: `${formatBytes(weightBytes)} of weights`, zh: `权重 ${formatBytes(weightBytes)}` }));
      if (macs !== undefined) parts.push(`${formatCount(macs)} MACs`);
    }
    if (ignored > 0) parts.push(this.#say({ en: `${ignored} findings ignored`, zh: `已忽略 ${ignored} 个问题` }));
    return parts.length === 0 ? '' : `  ${this.options.colours.dim(parts.join(' · '))}`;
  }

  #coverage(coverage: ReportedFile['coverage']): string[] {
    const { colours, language } = this.options;
    const names = coverage.map(({ target, route }) => `${target} · ${route}`);
    const width = Math.max(...names.map(displayWidth));
    return coverage.flatMap((one, index) => {
      const { operatorShare, macShare } = onDevice(one);
      const share = Number.isNaN(macShare) ? operatorShare : Math.min(operatorShare, macShare);
      const counts = one.verdicts.map((each) => verdictCount(each, language)).join(' · ');
      return [
        `  ${colours.bold(padEnd(names[index]!, width))}  ${this.#bar(share)}  ${headline(one, language)}`,
        ...this.#indented(colours.dim, counts, width + barWidth + 6),
      ];
    });
  }

  #bar(share: number): string {
    const { green, dim } = this.options.colours;
    const filled = Number.isNaN(share)
      ? 0
      : Math.min(Math.round(share * barWidth), share < 1 ? barWidth - 1 : barWidth);
    return green('█'.repeat(filled)) + dim('░'.repeat(barWidth - filled));
  }

  #problems(file: ReportedFile): string[] {
    const shown = this.options.all ? file.problems : file.problems.slice(0, shownProblems);
    const title = this.#say({ en: 'What is wrong with the file itself', zh: '文件本身的问题' });
    return [
      `  ${this.options.colours.bold(title)}`,
      ...shown.flatMap((problem) => this.#problem(problem, file)),
      ...this.#rest(file.problems.length - shown.length, { en: 'more problems', zh: '个问题未列出' }),
    ];
  }

  #problem(problem: Problem, { lines }: ReportedFile): string[] {
    const { dim } = this.options.colours;
    const place = placeOf(problem) ?? this.#offset(problem.byteOffset);
    const line = problem.span && lines?.(problem.span.start);
    const where = line === undefined ? place && this.#say(place) : `${line.line}:${line.column}`;
    const tail = dim(` [${problem.code}${where === undefined ? '' : ` · ${where}`}]`);
    const severity = this.#severity(problem.severity);
    return this.#hanging(`    ${severity}  `, `${this.#say(problem.message)}${tail}`);
  }

  #offset(byteOffset: number | undefined): Localized | undefined {
    if (byteOffset === undefined) return undefined;
    const offset = formatInteger(byteOffset);
    return { en: `byte ${offset}`, zh: `字节偏移 ${offset}` };
  }

  #rule({ rule, severity, groups, count }: RuleGroup, file: ReportedFile): string[] {
    const { colours, all } = this.options;
    const title = this.options.ruleOf(rule)?.title;
    const shown = all ? groups : groups.slice(0, shownGroups[severity]);
    const hidden = groups.slice(shown.length).reduce((total, group) => total + group.count, 0);
    const head = [this.#severity(severity), colours.bold(rule), title && this.#say(title), colours.dim(`×${count}`)];
    return [
      `  ${head.filter(Boolean).join('  ')}`,
      ...shown.flatMap((group) => this.#group(group, file)),
      ...this.#rest(hidden, { en: `more of ${rule}`, zh: `个 ${rule} 未列出` }),
    ];
  }

  #group(group: FindingGroup, file: ReportedFile): string[] {
    const { colours } = this.options;
    const lines = this.#hanging('    • ', this.#say(group.message));
    const detail = (style: (text: string) => string, label: string, text: string) =>
      lines.push(...this.#hanging(`      ${label}`, text).map(style));
    if (group.advice !== undefined) detail(colours.cyan, '→ ', this.#say(group.advice));
    const places = this.#places(group, file);
    if (places !== '') detail(String, this.#say({ en: 'at ', zh: '位置 ' }), places);
    if (group.targets.length > 0) detail(colours.dim, this.#say({ en: 'on ', zh: '目标 ' }), group.targets.join(', '));
    const [evidence] = group.evidence;
    if (evidence !== undefined) {
      const { source, version, where } = evidence;
      const more = group.evidence.length > 1 ? ` (+${group.evidence.length - 1})` : '';
      detail(colours.dim, this.#say({ en: 'see ', zh: '依据 ' }), `${source} ${version}, ${where}${more}`);
    }
    return lines;
  }

  #places({ places, spans }: FindingGroup, { lines }: ReportedFile): string {
    const shown = this.options.all ? places : places.slice(0, shownPlaces);
    const named = shown.map((one, index) => {
      const span = spans[index];
      const line = span && lines?.(span.start);
      const place = this.#say(placeOf(one)!);
      return line === undefined ? place : `${line.line}:${line.column} ${place}`;
    });
    const rest = places.length - shown.length;
    if (rest > 0) named.push(this.#say({ en: `and ${rest} more`, zh: `另有 ${rest} 处` }));
    return named.join('; ');
  }

  summary(files: readonly ReportedFile[]): string {
    const { colours, language } = this.options;
    const counts = countBySeverity(files);
    const said = worstFirst.flatMap((severity) => {
      const count = counts.get(severity) ?? 0;
      return count === 0 ? [] : [this.#coloured(severity, this.#say(countOf(severity, count)))];
    });
    const models = files.filter((file) => file.outline !== undefined).length;
    const read = this.#say({ en: `${models} ${models === 1 ? 'model' : 'models'}`, zh: `${models} 个模型` });
    const none = this.#say({ en: 'nothing to report', zh: '没有发现问题' });
    const lines = [`${colours.bold(read)}: ${said.length === 0 ? colours.green(none) : said.join(', ')}`];
    if (models > 1) {
      lines.push(...totalCoverage(files).map((one) => `  ${one.target} · ${one.route}: ${headline(one, language)}`));
    }
    const [worst] = files
      .flatMap(groupByRule)
      .sort((a, b) => worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity));
    if (worst !== undefined) {
      lines.push(this.#say({ en: 'Next:', zh: '接下来：' }));
      lines.push(
        `  portolan explain ${worst.rule}  ${colours.dim(this.#say({ en: '# what it means, and what to do', zh: '# 含义与处理方法' }))}`,
      );
    }
    return `${lines.join('\n')}\n`;
  }

  #rest(count: number, what: Localized): string[] {
    if (count <= 0) return [];
    const text = {
      en: `… ${count} ${what.en} (--all shows them)`,
      zh: `……另有 ${count} ${what.zh}（使用 --all 查看）`,
    };
    return [this.options.colours.dim(`    ${this.#say(text)}`)];
  }

  #severity(severity: Severity): string {
    return this.#coloured(severity, this.#say(severityWords[severity]));
  }

  #coloured(severity: Severity, text: string): string {
    const { red, magenta, yellow, blue, dim } = this.options.colours;
    return { error: red, silent: magenta, warning: yellow, information: blue, hint: dim }[severity](text);
  }

  /** `text` behind `label`, its further lines below its first. */
  #hanging(label: string, text: string): string[] {
    const indent = displayWidth(label);
    const [first = '', ...rest] = wrap(text, this.options.columns - indent);
    return [label + first, ...rest.map((line) => ' '.repeat(indent) + line)];
  }

  #indented(style: (text: string) => string, text: string, indent: number): string[] {
    return wrap(text, this.options.columns - indent).map((line) => ' '.repeat(indent) + style(line));
  }
}
