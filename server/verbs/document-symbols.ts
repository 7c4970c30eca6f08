import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver';
import type { GraphReport } from '../../core/lint';
import { displayName, formatType, type OperatorFacts } from '../../core/model';
import type { PrintedGraph, TextView } from '../../core/onnx/text';
import { lineRange } from '../text/model-text';
import { operatorRange, valueRange } from '../text/place';
import { graphFacts } from '../text/value-at';

/** An outline of more entries than this is no outline. */
const mostSymbols = 10_000;

/** Graphs and functions with their inputs and operators; subgraphs inside the operators that have them. */
export function documentSymbols(report: GraphReport, view: TextView): DocumentSymbol[] {
  const outline = new Outline(report, view);
  // A graph is told of before those inside it: each finds its operator's symbol made.
  return view.graphs.flatMap((printed) => outline.graph(printed) ?? []);
}

class Outline {
  private left = mostSymbols;
  /** By the path of a subgraph: the symbol of the operator that has it. */
  private readonly holders = new Map<string, DocumentSymbol>();

  constructor(
    private readonly report: GraphReport,
    private readonly view: TextView,
  ) {}

  /** The graph's symbol; undefined where it went into its operator's, or there is no more room. */
  graph(printed: PrintedGraph): DocumentSymbol | undefined {
    const { graph, function: definition, parent, firstLine, lastLine } = printed;
    const facts = graphFacts(this.report, graph.path);
    if (facts === undefined || this.left <= 0) return undefined;
    const kind = definition !== undefined ? SymbolKind.Function : parent < 0 ? SymbolKind.Module : SymbolKind.Namespace;
    const name = displayName(definition?.name ?? graph.name) || graph.path;
    const range = { start: { line: firstLine, character: 0 }, end: lineRange(this.view, lastLine).end };
    const symbol = this.symbol(name, '', kind, range, lineRange(this.view, firstLine));
    for (const input of graph.inputs) {
      const at = this.left > 0 ? valueRange(this.view, graph.path, input.name) : undefined;
      if (at === undefined) continue;
      const type = formatType(facts.typeOf(input.name));
      symbol.children!.push(this.symbol(displayName(input.name), type, SymbolKind.Variable, at, at));
    }
    for (const operator of facts.operators) {
      const child = this.left > 0 ? this.operator(operator) : undefined;
      if (child !== undefined) symbol.children!.push(child);
    }
    const holder = this.holders.get(graph.path);
    if (holder === undefined) return symbol;
    holder.children!.push(symbol);
    holder.range = { start: holder.range.start, end: symbol.range.end };
    return undefined;
  }

  private operator(facts: OperatorFacts): DocumentSymbol | undefined {
    const { graph, operator } = facts;
    const selection = operatorRange(this.view, graph.path, operator.index);
    if (selection === undefined) return undefined;
    const name = operator.name || (operator.outputs.find((output) => output !== '') ?? '');
    const label = `${displayName(operator.opType)} ${displayName(name)}`.trim();
    const detail = operator.outputs.length > 0 ? formatType(facts.outputType(0)) : '';
    const symbol = this.symbol(
      label,
      detail,
      SymbolKind.Operator,
      lineRange(this.view, selection.start.line),
      selection,
    );
    for (const { value } of operator.attributes) {
      if (value.kind === 'graph') this.holders.set(value.value.path, symbol);
      if (value.kind === 'graphs') for (const { path } of value.value) this.holders.set(path, symbol);
    }
    return symbol;
  }

  private symbol(name: string, detail: string, kind: SymbolKind, range: Range, selectionRange: Range): DocumentSymbol {
    this.left--;
    return { name: name || '?', detail, kind, range, selectionRange, children: [] };
  }
}
