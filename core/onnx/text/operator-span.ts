import type { TextSpan } from '../../model';

/** Where a node stands in a text. */
export interface OperatorSpan extends TextSpan {
  /** The op type with its domain. */
  readonly operator: TextSpan;
}

/** The path of the graph in an attribute, see {@link Graph.path}; `position` where the attribute is a list of graphs. */
export function subgraphPath(graph: string, index: number, attribute: string, position?: number): string {
  const step = `${graph.endsWith('/') ? graph : `${graph}/`}${index}.${attribute}`;
  return position === undefined ? step : `${step}[${position}]`;
}
