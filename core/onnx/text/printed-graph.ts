import type { FunctionDefinition, Graph } from '../../model';

/** A graph with where it was printed. */
export interface PrintedGraph {
  readonly graph: Graph;
  readonly function: FunctionDefinition | undefined;
  /** The graph whose operator it belongs to: an index into the list of printed graphs, -1 where there is none. */
  readonly parent: number;
  /** The line with its name. */
  readonly firstLine: number;
  /** The line with its closing brace. */
  readonly lastLine: number;
  /** By index in the graph; the largest number where the item is left out. */
  readonly operatorLines: Uint32Array;
  readonly inputLines: Uint32Array;
  readonly outputLines: Uint32Array;
  readonly initializerLines: Uint32Array;
}

export const noLine = 0xffff_ffff;
