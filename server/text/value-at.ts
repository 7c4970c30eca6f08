import type { Location, Position, Range } from 'vscode-languageserver';
import type { GraphReport } from '../../core/lint';
import type { GraphFacts, OperatorFacts } from '../../core/model';
import type { LineToken, TextView } from '../../core/onnx/text';
import { tokenAt, tokenRange } from './model-text';
import { nameRange } from './place';

/** A value as it is met at a place of the text view. */
export interface ValueAt {
  readonly name: string;
  readonly range: Range;
  /** The path of the graph in which its name stands. */
  readonly graph: string;
}

const valueKinds: readonly LineToken['kind'][] = ['input', 'output', 'value'];

/** The value whose name stands at a position; undefined where the name is another thing's. */
export function valueAt(view: TextView, position: Position): ValueAt | undefined {
  const token = tokenAt(view, position);
  const item = view.itemAt(position.line);
  if (token === undefined || token.name === '' || !valueKinds.includes(token.kind)) return undefined;
  if (item === undefined || item.kind === 'model') return undefined;
  return { name: token.name, range: tokenRange(position.line, token), graph: item.graph.path };
}

/** The name of a value where it is computed or declared. */
export function definitionOf({ name, graph }: ValueAt, view: TextView): Range | undefined {
  const definition = view.definitionOf(graph, name);
  return definition && nameRange(view, definition.line, name, ['output', 'value']);
}

/** Everywhere that a value is read: by operators, and as an output of its graph. */
export function usesOf({ name, graph }: ValueAt, view: TextView): Range[] {
  return view.referencesOf(graph, name).flatMap(({ line }) => {
    const tokens = view.tokensAt(line).filter((token) => token.name === name);
    return tokens.filter(({ kind }) => kind === 'input' || kind === 'value').map((token) => tokenRange(line, token));
  });
}

/** The facts of the operator in a line. */
export function operatorAt(report: GraphReport, view: TextView, line: number): OperatorFacts | undefined {
  const item = view.itemAt(line);
  if (item?.kind !== 'operator' && item?.kind !== 'attribute') return undefined;
  return graphFacts(report, item.graph.path)?.operators[item.operator.index];
}

/** Where the function is defined that the operator at a position calls. */
export function calledFunction(
  report: GraphReport,
  view: TextView,
  uri: string,
  position: Position,
): Location | undefined {
  if (tokenAt(view, position)?.kind !== 'operator') return undefined;
  const called = operatorAt(report, view, position.line)?.function;
  const printed = called === undefined ? undefined : view.printedGraph(called);
  if (printed === undefined) return undefined;
  const name = printed.function?.name ?? '';
  return { uri, range: nameRange(view, printed.firstLine, name, ['function']) };
}

const graphsByPath = new WeakMap<GraphReport, ReadonlyMap<string, GraphFacts>>();

/** The facts of the graph at a path. */
export function graphFacts(report: GraphReport, path: string): GraphFacts | undefined {
  let byPath = graphsByPath.get(report);
  if (byPath === undefined) {
    byPath = new Map(report.facts?.graphs.map((facts) => [facts.graph.path, facts]));
    graphsByPath.set(report, byPath);
  }
  return byPath.get(path);
}
