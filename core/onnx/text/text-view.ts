import { type LineToken, tokensOfLine } from './line-tokens';
import { noLine, type PrintedGraph } from './printed-graph';
import { itemKinds, type TextItem } from './text-item';
import { type ValueReference, ValueReferences } from './value-references';

/** What the view leaves out to stay within its limit. */
export interface Omissions {
  readonly valueInfos: boolean;
  readonly operatorNames: boolean;
  /** Operators, inputs, weights and the like for which there was no room. */
  readonly items: number;
}

/** By line: what stands there. Lines without an item (a closing brace) have kind 0. */
export interface LineTable {
  readonly starts: Uint32Array;
  readonly kinds: Uint8Array;
  /** Indices into the list of printed graphs. */
  readonly graphs: Uint32Array;
  /** Index of the item in its list of its graph. */
  readonly items: Uint32Array;
}

/**
 * A model as text, with maps between its lines (from 0) and its parts. They are typed arrays, about 13 bytes a line;
 * the places of names within a line are found by reading that line again.
 */
export class TextView {
  readonly #lines: LineTable;
  readonly #graphByPath: Map<string, number>;
  #references: ValueReferences | undefined;

  constructor(
    readonly text: string,
    lines: LineTable,
    readonly graphs: readonly PrintedGraph[],
    readonly omissions: Omissions,
  ) {
    this.#lines = lines;
    this.#graphByPath = new Map(graphs.map(({ graph }, index) => [graph.path, index]));
  }

  get lineCount(): number {
    return this.#lines.starts.length;
  }

  /** The text of a line without its end; '' beyond the last. */
  line(line: number): string {
    const { starts } = this.#lines;
    const start = starts[line];
    if (start === undefined) return '';
    return this.text.slice(start, starts[line + 1] ?? this.text.length).replace(/\r\n$|[\r\n]$/, '');
  }

  /** UTF-16 offset of a line's start. */
  lineStart(line: number): number {
    return this.#lines.starts[line] ?? this.text.length;
  }

  itemAt(line: number): TextItem | undefined {
    const kind = itemKinds[this.#lines.kinds[line] ?? 0];
    if (kind === undefined) return undefined;
    if (kind === 'model') return { kind };
    const printed = this.graphs[this.#lines.graphs[line]!]!;
    const { graph } = printed;
    const item = this.#lines.items[line]!;
    switch (kind) {
      case 'graph':
        return { kind, graph };
      case 'function':
        return printed.function && { kind, graph, function: printed.function };
      case 'operator':
      case 'attribute':
        return { kind, graph, operator: graph.operators[item]! };
      case 'input':
        return { kind, graph, value: graph.inputs[item]! };
      case 'output':
        return { kind, graph, value: graph.outputs[item]! };
      case 'value_info':
        return { kind, graph, value: graph.valueInfos[item]! };
      case 'initializer':
        return { kind, graph, tensor: graph.initializers[item]! };
      case 'sparse_initializer':
        return { kind, graph, tensor: graph.sparseInitializers[item]! };
    }
  }

  /** The names in a line and what they name. */
  tokensAt(line: number): readonly LineToken[] {
    return tokensOfLine(this.line(line), itemKinds[this.#lines.kinds[line] ?? 0]);
  }

  printedGraph(path: string): PrintedGraph | undefined {
    const index = this.#graphByPath.get(path);
    return index === undefined ? undefined : this.graphs[index];
  }

  /** The innermost graph that a line stands in. */
  graphAt(line: number): PrintedGraph | undefined {
    let best: PrintedGraph | undefined;
    for (const printed of this.graphs) {
      if (printed.firstLine > line || line > printed.lastLine) continue;
      if (best === undefined || printed.firstLine >= best.firstLine) best = printed;
    }
    return best;
  }

  lineOfOperator(path: string, index: number): number | undefined {
    return shown(this.printedGraph(path)?.operatorLines[index]);
  }

  /** The line in which a value is made known: as an input, a weight, or an operator's output. */
  lineOfValue(path: string, name: string): number | undefined {
    return this.definitionOf(path, name)?.line;
  }

  /** Where the value that `name` means in a graph comes from; it may be in an outer graph. */
  definitionOf(path: string, name: string): ValueReference | undefined {
    const index = this.#graphByPath.get(path);
    return index === undefined ? undefined : this.#valueReferences().definition(index, name);
  }

  /** Every line in which the value that `name` means in a graph is read, those of inner graphs included, in order. */
  referencesOf(path: string, name: string): readonly ValueReference[] {
    const index = this.#graphByPath.get(path);
    return index === undefined ? [] : this.#valueReferences().uses(index, name);
  }

  #valueReferences(): ValueReferences {
    this.#references ??= new ValueReferences(this.graphs);
    return this.#references;
  }
}

function shown(line: number | undefined): number | undefined {
  return line === noLine ? undefined : line;
}
