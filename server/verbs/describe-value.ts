import type { GraphReport } from '../../core/lint';
import {
  displayName,
  type GraphFacts,
  inLanguage,
  type Localized,
  type OperatorFacts,
  type Tensor,
} from '../../core/model';
import { messages } from '../messages';
import { graphFacts, type ValueAt } from '../text/value-at';
import type { Prose } from '../to-protocol/prose';
import { formatBytes } from '../to-protocol/quantities';
import { typedName } from './describe-operator';
import type { HoverOptions } from './hover-options';

const mostConsumers = 8;

/** A value: its type, who computes it or what it is, and who reads it. */
export function describeValue(value: ValueAt, report: GraphReport, prose: Prose, { language }: HoverOptions): void {
  const say = (text: Localized) => inLanguage(text, language);
  const { name } = value;
  const graph = definingGraph(value, report);
  prose.block(typedName(graph?.typeOf(name), name), 'onnx-text');
  if (graph === undefined) return;
  const producer = graph.producerOf(name);
  const weight = graph.graph.initializers.find((tensor) => tensor.name === name);
  if (producer !== undefined)
    prose.paragraph(`${prose.text(say(messages.producedBy))} ${operatorName(producer, prose)}`);
  else if (weight !== undefined) prose.paragraph(prose.text(`${say(messages.weight)} · ${weightPlace(weight, say)}`));
  else prose.paragraph(prose.text(say(messages.graphInput)));
  if (graph.graph.outputs.some((output) => output.name === name)) {
    prose.paragraph(prose.text(say(messages.graphOutput)));
  }
  const consumers = graph.consumersOf(name);
  if (consumers.length === 0) return;
  const shown = consumers.slice(0, mostConsumers).map((consumer) => operatorName(consumer, prose));
  const rest = consumers.length - shown.length;
  const more = rest > 0 ? ` ${prose.text(say(messages.andMore(rest)))}` : '';
  prose.paragraph(`${prose.text(say(messages.readBy))} ${shown.join(', ')}${more}`);
}

/** The graph that computes or declares the value: the one where it was met, or one around it. */
function definingGraph({ name, graph }: ValueAt, report: GraphReport): GraphFacts | undefined {
  for (let path: string | undefined = graph; path !== undefined; path = outerPath(path)) {
    const facts = graphFacts(report, path);
    const { inputs = [], initializers = [] } = facts?.graph ?? {};
    const isDeclared = inputs.some((each) => each.name === name) || initializers.some((each) => each.name === name);
    const producer = facts?.producerOf(name);
    if (facts !== undefined && (isDeclared || producer?.graph === facts.graph)) return facts;
  }
  return graphFacts(report, graph);
}

/** `/3.body/1.then_branch` stands in `/3.body`, that in `/`; `/` and functions, whose paths end in a slash, in none. */
function outerPath(path: string): string | undefined {
  if (path.endsWith('/')) return undefined;
  const before = path.slice(0, path.lastIndexOf('/'));
  return /\/\d+\.[^/]*$/.test(before) ? before : `${before}/`;
}

function weightPlace({ external, payloadBytes }: Tensor, say: (text: Localized) => string): string {
  if (external !== undefined) return say(messages.inExternalFile(displayName(external.get('location') ?? '?')));
  return `${formatBytes(payloadBytes)} ${say(messages.inThisFile)}`;
}

function operatorName({ operator }: OperatorFacts, prose: Prose): string {
  const name = operator.name === '' ? `#${operator.index}` : operator.name;
  return prose.code(`${operator.opType} ${name}`);
}
