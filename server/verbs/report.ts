import { type Coverage, type FindingGroup, type GraphReport, type GroupedPlace, groupByRule } from '../../core/lint';
import { inLanguage, type Language, type Localized, type Operator, type Verdict, verdicts } from '../../core/model';
import { messages, verdictNames } from '../messages';
import { fileName } from '../model-uri';
import { shortName } from '../to-protocol/diagnostic';
import { Prose } from '../to-protocol/prose';
import { formatBytes, formatCount, formatShare } from '../to-protocol/quantities';
import { verdictIcon } from './verdict-icon';

const mostTypes = 100;
const mostGroupsOfRule = 10;
const mostPlaces = 5;
const mostProblems = 50;

/** A model's report as a Markdown page: coverage per target, operator types by verdict, findings by rule. */
export function reportPage(uri: string, report: GraphReport, language: Language): string {
  const say = (text: Localized) => inLanguage(text, language);
  const prose = new Prose(true);
  prose.heading(say(messages.report(fileName(uri))));
  describeModel(report, prose, say);
  describeProblems(report, prose, say);
  for (const coverage of report.coverage) describeCoverage(coverage, prose, language);
  describeTypes(report, prose, language);
  describeFindings(report, prose, language);
  return `${prose}\n`;
}

function describeModel({ facts }: GraphReport, prose: Prose, say: (text: Localized) => string): void {
  if (facts === undefined) return;
  const { model, graphs, total, weightBytes } = facts;
  const count = graphs.reduce((sum, { operators }) => sum + operators.length, 0);
  const opsets = model.opsetImports.map(({ domain, version }) => `${domain || 'ai.onnx'} ${version}`);
  const producer = [model.producerName, model.producerVersion].filter((part) => part !== '').join(' ');
  prose.paragraph(
    [
      prose.text(`${count} ${say(messages.operators)}`),
      prose.text(`${formatBytes(weightBytes)} ${say(messages.weights)}`),
      ...(total.macs === undefined ? [] : [prose.text(`${formatCount(total.macs)} MACs`)]),
      ...(model.irVersion === undefined ? [] : [prose.text(`IR ${model.irVersion}`)]),
      ...opsets.slice(0, 8).map((opset) => prose.code(opset)),
      ...(producer === '' ? [] : [prose.code(producer)]),
    ].join(' · '),
  );
}

function describeProblems({ problems }: GraphReport, prose: Prose, say: (text: Localized) => string): void {
  if (problems.length === 0) return;
  prose.heading(`${say(messages.problems)} (${problems.length})`, 2);
  for (const { code, message, byteOffset } of problems.slice(0, mostProblems)) {
    const where = byteOffset === undefined ? '' : ` (@${byteOffset})`;
    prose.bullet(`${prose.code(code)} ${prose.text(say(message) + where)}`);
  }
  const rest = problems.length - mostProblems;
  if (rest > 0) prose.bullet(prose.text(say(messages.andMore(rest))));
}

function describeCoverage(
  { target, route, verdicts: shares, operators, macs, operatorsWithoutMacs }: Coverage,
  prose: Prose,
  language: Language,
): void {
  const say = (text: Localized) => inLanguage(text, language);
  prose.heading(say(messages.coverage(shortName(target, language), route)), 2);
  prose.table(
    [say(messages.verdict), say(messages.operatorsHeading), say(messages.macsHeading)],
    shares.map((share) => [
      `${verdictIcon(share.verdict)} ${prose.text(say(verdictNames[share.verdict]))}`,
      prose.text(`${share.operators} (${formatShare(share.operators, operators)})`),
      prose.text(Number(share.macs) === 0 ? '0' : `${formatCount(share.macs)} (${formatShare(share.macs, macs)})`),
    ]),
  );
  if (operatorsWithoutMacs > 0) prose.paragraph(prose.faint(say(messages.lowerBound)));
}

interface TypeRow {
  readonly type: string;
  count: number;
  /** The worst verdict of each assessment, as its place in {@link verdicts}. */
  readonly worst: number[];
}

function describeTypes({ facts, assessments }: GraphReport, prose: Prose, language: Language): void {
  if (facts === undefined || assessments.length === 0) return;
  const say = (text: Localized) => inLanguage(text, language);
  const rows = new Map<string, TypeRow>();
  for (const { operators } of facts.graphs) {
    for (const { graph, operator } of operators) {
      const type = typeOf(operator);
      let row = rows.get(type);
      if (row === undefined) {
        row = { type, count: 0, worst: assessments.map(() => 0) };
        rows.set(type, row);
      }
      row.count++;
      for (const [index, assessment] of assessments.entries()) {
        row.worst[index] = Math.max(row.worst[index]!, verdicts.indexOf(assessment.of(graph, operator).verdict));
      }
    }
  }
  const sorted = [...rows.values()].sort((a, b) => Math.max(...b.worst) - Math.max(...a.worst) || b.count - a.count);
  prose.heading(say(messages.operatorTypes), 2);
  prose.table(
    [say(messages.operatorType), say(messages.count), ...assessments.map(({ target }) => shortName(target, language))],
    sorted
      .slice(0, mostTypes)
      .map(({ type, count, worst }) => [
        prose.code(type),
        String(count),
        ...worst.map((place) => verdictCell(verdicts[place]!, prose, say)),
      ]),
  );
  if (sorted.length > mostTypes) prose.paragraph(prose.text(say(messages.andMore(sorted.length - mostTypes))));
}

function verdictCell(verdict: Verdict, prose: Prose, say: (text: Localized) => string): string {
  return `${verdictIcon(verdict)} ${prose.text(say(verdictNames[verdict]))}`;
}

/** Findings that say the same of several operators or targets, as one. */
function describeFindings({ findings }: GraphReport, prose: Prose, language: Language): void {
  const say = (text: Localized) => inLanguage(text, language);
  prose.heading(`${say(messages.findings)} (${findings.length})`, 2);
  if (findings.length === 0) prose.paragraph(prose.text(say(messages.noFindings)));
  for (const { rule, groups, count } of groupByRule({ findings })) {
    prose.paragraph(`${prose.strong(rule)} (${count})`);
    for (const group of groups.slice(0, mostGroupsOfRule)) describeGroup(group, prose, say);
    const rest = groups.slice(mostGroupsOfRule).reduce((sum, group) => sum + group.count, 0);
    if (rest > 0) prose.bullet(prose.text(say(messages.andMore(rest))));
  }
}

function describeGroup(group: FindingGroup, prose: Prose, say: (text: Localized) => string): void {
  const { targets, message, advice, places, likewise } = group;
  prose.bullet(
    [
      ...(targets.length === 0 ? [] : [prose.faint(targets.join(', '))]),
      prose.text(say(message)),
      ...(advice === undefined ? [] : [prose.text(say(advice))]),
    ].join(' '),
  );
  if (places.length === 0) return;
  const names = places.slice(0, mostPlaces).map((place) => prose.code(placeName(place)));
  const rest = places.length - names.length;
  if (rest > 0) names.push(prose.text(say(messages.andMore(rest))));
  const types = [...likewise].map(([type, count]) => `${prose.code(type)} ×${count}`);
  prose.bullet([...types, ...names].join(', '), 1);
}

function placeName({ place, value }: GroupedPlace): string {
  if (place === undefined) return value?.name ?? '';
  return `${place.op} ${place.node || `#${place.index}`}`;
}

function typeOf({ domain, opType }: Operator): string {
  return domain === '' || domain === 'ai.onnx' ? opType : `${domain}.${opType}`;
}
