import type { Range } from 'vscode-languageserver';
import type { Finding, Problem } from '../../core/model';
import type { TextView } from '../../core/onnx/text';
import { lineRange, type ModelText, tokenRange } from './model-text';

type Placed = Pick<Finding & Problem, 'span' | 'place'> & Pick<Partial<Finding>, 'value'>;

/** Where a finding or a problem stands in the text: at its operator's name, its value, or at the beginning. */
export function placeInText({ span, place, value }: Placed, text: ModelText): Range {
  const { view } = text;
  if (span !== undefined) return text.range(span);
  if (view !== undefined) {
    const operator = place && operatorRange(view, place.graph, place.index);
    const named = value && valueRange(view, value.graph, value.name);
    const graph = place && view.printedGraph(place.graph);
    const found = operator ?? named ?? (graph && lineRange(view, graph.firstLine));
    if (found !== undefined) return found;
  }
  const end = text.text.indexOf('\n');
  return tokenRange(0, { start: 0, end: end < 0 ? text.text.length : end });
}

/** The op type of an operator in its line; the line where it has no such name. */
export function operatorRange(view: TextView, graph: string, index: number): Range | undefined {
  const line = view.lineOfOperator(graph, index);
  if (line === undefined) return undefined;
  const token = view.tokensAt(line).find(({ kind }) => kind === 'operator');
  return token === undefined ? lineRange(view, line) : tokenRange(line, token);
}

/** A value's name where it is made known. */
export function valueRange(view: TextView, graph: string, name: string): Range | undefined {
  const line = view.lineOfValue(graph, name);
  return line === undefined ? undefined : nameRange(view, line, name, ['output', 'value']);
}

/** A name of one of some kinds in a line; the line where it does not stand there. */
export function nameRange(view: TextView, line: number, name: string, kinds: readonly string[]): Range {
  const token = view.tokensAt(line).find((each) => each.name === name && kinds.includes(each.kind));
  return token === undefined ? lineRange(view, line) : tokenRange(line, token);
}
