import type { Graph, Model, Operator } from '../../model';
import type { TextLimit } from './line-writer';

/** What a line has besides its names: a type, brackets, commas, indentation. */
const perValue = 32;
const perOperator = 16;
const perName = 4;
const perAttribute = 24;
const perElement = 4;

/** About how large a model's text will be, from the lengths of its names. */
export function textSize(
  model: Model,
  parts: { readonly valueInfos: boolean; readonly operatorNames: boolean },
): TextLimit {
  const size = { characters: 0, lines: 0 };
  const pending: Graph[] = model.functions.map(({ body }) => body);
  if (model.graph !== undefined) pending.push(model.graph);
  for (let graph = pending.pop(); graph !== undefined; graph = pending.pop()) {
    const values = parts.valueInfos ? [graph.valueInfos] : [];
    for (const list of [graph.inputs, graph.outputs, graph.initializers, ...values]) {
      for (const { name } of list) size.characters += name.length + perValue;
      size.lines += list.length;
    }
    for (const operator of graph.operators) size.characters += operatorSize(operator, parts.operatorNames, pending);
    size.lines += graph.operators.length + 4;
  }
  return size;
}

function operatorSize(operator: Operator, withName: boolean, graphs: Graph[]): number {
  let size = perOperator + operator.opType.length + operator.domain.length;
  if (withName) size += operator.name.length + perName;
  for (const name of operator.inputs) size += name.length + perName;
  for (const name of operator.outputs) size += name.length + perName;
  for (const { name, value } of operator.attributes) {
    size += name.length + perAttribute;
    if (value.kind === 'graph') graphs.push(value.value);
    else if (value.kind === 'graphs') for (const graph of value.value) graphs.push(graph);
    else if (value.kind === 'string') size += value.value.length;
    else if ('count' in value) size += Math.min(value.count, 1000) * perElement;
  }
  return size;
}
