import type { GraphReport } from '../../core/lint';
import {
  type Assessment,
  displayName,
  type Evidence,
  formatType,
  inLanguage,
  type Localized,
  type OperatorFacts,
  type Reason,
  type ValueType,
} from '../../core/model';
import { messages, verdictNames } from '../messages';
import { shortName } from '../to-protocol/diagnostic';
import type { Prose } from '../to-protocol/prose';
import { formatBytes, formatCount } from '../to-protocol/quantities';
import type { GraphHoverOptions } from './hover-options';
import { verdictIcon } from './verdict-icon';

/** Reasons shown for a target; an operator seldom has more, a hostile one may. */
const mostReasons = 6;
const mostParameters = 12;

/** An operator: its signature with types, what it costs, and each target's verdict with reasons and evidence. */
export function describeOperator(
  facts: OperatorFacts,
  report: GraphReport,
  prose: Prose,
  options: GraphHoverOptions,
): void {
  const say = (text: Localized) => inLanguage(text, options.language);
  prose.block(signature(facts), 'onnx-text');
  prose.paragraph([...identity(facts, prose), ...cost(facts, say, prose)].join(' · '));
  if (facts.function !== undefined)
    prose.paragraph(prose.text(say(messages.calls(displayName(facts.operator.opType)))));
  else if (!facts.isStandard) prose.paragraph(prose.text(say(messages.noSchema)));
  for (const assessment of report.assessments) describeVerdict(facts, assessment, prose, options);
}

function signature(facts: OperatorFacts): string {
  const { operator } = facts;
  const outputs = parameters(operator.outputs, (index) => facts.outputType(index));
  const inputs = parameters(operator.inputs, (index) => facts.inputType(index));
  return `${outputs} =\n  ${displayName(operator.opType)}(${inputs})`;
}

function parameters(names: readonly string[], typeOf: (index: number) => ValueType | undefined): string {
  const shown = names
    .slice(0, mostParameters)
    .map((name, index) => (name === '' ? '""' : typedName(typeOf(index), name)));
  return names.length > mostParameters ? `${shown.join(', ')}, …` : shown.join(', ');
}

/** `float[1,8] x`; the name alone where the type is unknown. */
export function typedName(type: ValueType | undefined, name: string): string {
  return type === undefined ? displayName(name) : `${formatType(type)} ${displayName(name)}`;
}

function identity({ operator, domain, opset }: OperatorFacts, prose: Prose): string[] {
  const name = domain === '' ? operator.opType : `${domain}.${operator.opType}`;
  return [
    prose.code(name),
    ...(opset === undefined ? [] : [prose.text(`opset ${opset}`)]),
    ...(operator.name === '' ? [] : [prose.code(operator.name)]),
  ];
}

function cost({ cost: { macs, bytes } }: OperatorFacts, say: (text: Localized) => string, prose: Prose): string[] {
  if (macs === undefined && bytes === undefined)
    return [prose.text(`${say(messages.cost)}: ${say(messages.unknownCost)}`)];
  return [
    ...(macs === undefined ? [] : [prose.text(`${formatCount(macs)} MACs`)]),
    ...(bytes === undefined ? [] : [prose.text(`${formatBytes(bytes)} ${say(messages.bytesMoved)}`)]),
  ];
}

function describeVerdict(facts: OperatorFacts, assessment: Assessment, prose: Prose, options: GraphHoverOptions): void {
  const say = (text: Localized) => inLanguage(text, options.language);
  const { verdict, reasons, fusion } = assessment.of(facts.graph, facts.operator);
  const target = shortName(assessment.target, options.language);
  const fused = fusion === undefined ? '' : ` (${prose.text(say(messages.fusedInto(fusion)))})`;
  const icon = options.isMarkdown ? `${verdictIcon(verdict)} ` : '';
  const { source, version } = assessment.evidence;
  const time = options.times.of(facts, assessment);
  const timed =
    time === undefined || verdict === 'unsupported' ? '' : ` · ${prose.text(say(messages.byRoofline(time)))}`;
  prose.bullet(
    `${icon}${prose.strong(target)} ${prose.text(say(verdictNames[verdict]))}${fused} — ${prose.text(`${assessment.route}, ${source} ${version}`)}${timed}`,
  );
  for (const reason of reasons.slice(0, mostReasons)) describeReason(reason, prose, say);
}

function describeReason({ message, advice, evidence }: Reason, prose: Prose, say: (text: Localized) => string): void {
  const parts = [prose.text(say(message)), ...(advice === undefined ? [] : [prose.text(say(advice))])];
  prose.bullet(parts.join(' '), 1);
  const sources = new Set(evidence.slice(0, 2).map(evidenceText));
  for (const source of sources) prose.bullet(prose.faint(`${say(messages.evidence)}: ${source}`), 2);
}

function evidenceText({ source, version, where }: Evidence): string {
  return [source, version, where].filter((part) => part !== '').join(', ');
}
