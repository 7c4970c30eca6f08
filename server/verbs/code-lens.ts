import type { CodeLens } from 'vscode-languageserver';
import type { Coverage, GraphReport } from '../../core/lint';
import { type Assessment, type GraphFacts, inLanguage, type Language, type Verdict } from '../../core/model';
import type { TextView } from '../../core/onnx/text';
import { messages, verdictCounts } from '../messages';
import { shortName } from '../to-protocol/diagnostic';
import { formatShare } from '../to-protocol/quantities';
import type { OperatorTimes } from './operator-times';

export interface CodeLensOptions {
  readonly language: Language;
  /** Titles may have icons and lead to our commands. */
  readonly isOurExtension: boolean;
  /** The model, for the commands. */
  readonly model: string;
}

export interface GraphLensOptions extends CodeLensOptions {
  readonly times: OperatorTimes;
}

/** Verdicts with which an operator runs on the target itself and computes what it should. */
const runs: ReadonlySet<Verdict> = new Set(['native', 'converted', 'limited', 'slow']);

/** Above each graph and function: how much of it each target runs; above the model's graph also which targets. */
export function codeLenses(report: GraphReport, view: TextView, options: GraphLensOptions): CodeLens[] {
  const lenses: CodeLens[] = [];
  for (const facts of report.facts?.graphs ?? []) {
    const { path } = facts.graph;
    const printed = view.printedGraph(path);
    if (printed === undefined || !path.endsWith('/') || facts.operators.length === 0) continue;
    const start = { line: path === '/' ? 0 : printed.firstLine, character: 0 };
    const range = { start, end: start };
    if (path === '/') lenses.push({ range, command: targetsLens(report, options) });
    for (const [index, assessment] of report.assessments.entries()) {
      const counts = path === '/' ? report.coverage[index] : undefined;
      const time = counts && options.times.ofModel(report.facts!, assessment);
      const title = counts === undefined ? graphTitle(facts, assessment, options) : modelTitle(counts, time, options);
      const isFine =
        path === '/' ? counts?.verdicts.every(({ verdict }) => runs.has(verdict)) : graphIsFine(facts, assessment);
      lenses.push({
        range,
        command: {
          title: options.isOurExtension ? `$(${isFine ? 'pass' : 'warning'}) ${title}` : title,
          command: options.isOurExtension ? 'portolan.openReport' : '',
          ...(options.isOurExtension ? { arguments: [options.model] } : {}),
        },
      });
    }
  }
  return lenses;
}

function targetsLens(
  report: GraphReport,
  { language, isOurExtension }: CodeLensOptions,
): NonNullable<CodeLens['command']> {
  const names = [...new Set(report.assessments.map(({ target }) => shortName(target, language)))];
  // The lenses beside it name them, and a line has no room for names twice.
  const title = `${inLanguage(messages.targets, language)}: ${names.length === 1 ? names[0] : names.length}`;
  return {
    title: isOurExtension ? `$(circuit-board) ${title}` : title,
    command: isOurExtension ? 'portolan.pickTargets' : '',
  };
}

/** `Ascend 910B2: 118/120 operators run, 99.2 % of MACs · ≈ 1.2 ms by roofline · 2 unsupported` */
function modelTitle(
  { target, verdicts, operators, macs, operatorsWithoutMacs }: Coverage,
  time: string | undefined,
  { language }: CodeLensOptions,
): string {
  const good = verdicts.filter(({ verdict }) => runs.has(verdict));
  const goodOperators = good.reduce((sum, share) => sum + share.operators, 0);
  const goodMacs = good.reduce((sum, share) => sum + BigInt(share.macs), 0n);
  const ofMacs = operatorsWithoutMacs > 0 ? messages.ofKnownMacs : messages.ofMacs;
  const share = Number(macs) > 0 ? `, ${inLanguage(ofMacs(formatShare(goodMacs, macs)), language)}` : '';
  const timed = time === undefined ? '' : ` · ${inLanguage(messages.byRoofline(time), language)}`;
  const counts = new Map(verdicts.map((each) => [each.verdict, each.operators]));
  return `${shortName(target, language)}: ${inLanguage(messages.operatorsRun(goodOperators, operators), language)}${share}${timed}${rest(counts, language)}`;
}

function graphTitle(facts: GraphFacts, assessment: Assessment, { language }: CodeLensOptions): string {
  const counts = new Map<Verdict, number>();
  for (const { graph, operator } of facts.operators) {
    const { verdict } = assessment.of(graph, operator);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  const good = [...counts].reduce((sum, [verdict, count]) => sum + (runs.has(verdict) ? count : 0), 0);
  const said = inLanguage(messages.operatorsRun(good, facts.operators.length), language);
  return `${shortName(assessment.target, language)}: ${said}${rest(counts, language)}`;
}

function rest(counts: ReadonlyMap<Verdict, number>, language: Language): string {
  const bad: readonly Verdict[] = ['unsupported', 'silent', 'host', 'unknown'];
  return bad
    .filter((verdict) => counts.has(verdict))
    .map((verdict) => ` · ${inLanguage(verdictCounts[verdict](counts.get(verdict)!), language)}`)
    .join('');
}

function graphIsFine(facts: GraphFacts, assessment: Assessment): boolean {
  return facts.operators.every(({ graph, operator }) => runs.has(assessment.of(graph, operator).verdict));
}
