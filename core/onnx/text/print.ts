import {
  type FunctionDefinition,
  formatType,
  type Graph,
  type Model,
  type Operator,
  type Task,
  uninterrupted,
  type ValueInfo,
} from '../../model';
import { LineWriter, type TextLimit } from './line-writer';
import { formatName, formatOperator, formatValueName, quoted } from './names';
import { attributeComment, formatAttribute } from './print-attribute';
import { type Commented, formatInitializer, formatSparseInitializer } from './print-tensor';
import { noLine, type PrintedGraph } from './printed-graph';
import type { TextItemKind } from './text-item';
import { textSize } from './text-size';
import { TextView } from './text-view';

/**
 * Where VS Code stops colouring and folding a text (LARGE_FILE_SIZE_THRESHOLD, LARGE_FILE_LINE_COUNT_THRESHOLD in
 * vs/editor/common/model/textModel.ts).
 */
export const editorLimit: TextLimit = { characters: 20 * 1024 * 1024, lines: 300_000 };

export interface PrintOptions {
  /**
   * A text that would be larger leaves out, one after another: the types of inner values, the operators' names, what
   * stands last. None by default.
   */
  readonly limit?: TextLimit | undefined;
  readonly task?: Task | undefined;
}

/**
 * A model in ONNX's text syntax, one item a line, without the weights: `float[64,3,7,7] w = {},  # 36.8 KiB`. The graph
 * comes first, then the functions. What the syntax has no words for (documentation and metadata of nodes and values,
 * quantization annotations, training graphs, device configurations) is left out; the places where it goes beyond ONNX's
 * own parser are those of {@link parseModelText}.
 */
export function printModel(model: Model, { limit, task = uninterrupted }: PrintOptions = {}): TextView {
  const printer = new Printer(model, limit, task);
  printer.header(model);
  if (model.graph !== undefined) printer.graph(model.graph, undefined);
  for (const definition of model.functions) {
    printer.write('');
    printer.functionHeader(definition);
    printer.graph(definition.body, definition);
  }
  return printer.finish();
}

const unlimited: TextLimit = { characters: Number.POSITIVE_INFINITY, lines: Number.POSITIVE_INFINITY };
const step = '   ';

interface MutablePrintedGraph extends PrintedGraph {
  lastLine: number;
}

/** A graph that is being printed. */
interface OpenGraph {
  readonly printed: MutablePrintedGraph;
  readonly index: number;
  readonly indent: string;
  /** What follows the closing brace. */
  readonly close: string;
  next: number;
  /** What is left to print of an operator with subgraphs. */
  parts: AttributePart[] | undefined;
}

/** A line of an operator with subgraphs: an attribute, or the graph that begins there. */
interface AttributePart {
  readonly text: string;
  readonly comment: string;
  readonly graph: Graph | undefined;
  readonly close: string;
}

class Printer {
  readonly #writer: LineWriter;
  readonly #graphs: MutablePrintedGraph[] = [];
  readonly #task: Task;
  readonly #withValueInfos: boolean;
  readonly #withNames: boolean;
  #omitted = 0;

  constructor(model: Model, limit: TextLimit = unlimited, task: Task) {
    this.#writer = new LineWriter(limit);
    this.#task = task;
    const fits = (parts: Parameters<typeof textSize>[1]) => {
      const { characters, lines } = textSize(model, parts);
      return characters <= limit.characters && lines <= limit.lines;
    };
    const isUnlimited = limit === unlimited;
    this.#withValueInfos = isUnlimited || fits({ valueInfos: true, operatorNames: true });
    this.#withNames = this.#withValueInfos || fits({ valueInfos: false, operatorNames: true });
  }

  write(text: string, kind?: TextItemKind): void {
    this.#writer.write(text, kind, this.#graphs.length);
  }

  header(model: Model): void {
    const entries = [
      model.irVersion === undefined ? '' : `ir_version: ${model.irVersion}`,
      `opset_import: ${formatOpsets(model.opsetImports)}`,
      model.producerName === '' ? '' : `producer_name: ${quoted(model.producerName)}`,
      model.producerVersion === '' ? '' : `producer_version: ${quoted(model.producerVersion)}`,
      model.domain === '' ? '' : `domain: ${quoted(model.domain)}`,
      model.modelVersion === 0 ? '' : `model_version: ${model.modelVersion}`,
      model.docString === '' ? '' : `doc_string: ${quoted(model.docString)}`,
      model.metadata.size === 0 ? '' : `metadata_props: ${formatEntries(model.metadata)}`,
    ];
    this.#entries(entries, 'model');
  }

  functionHeader(definition: FunctionDefinition): void {
    const entries = [
      `domain: ${quoted(definition.domain)}`,
      definition.overload === '' ? '' : `overload: ${quoted(definition.overload)}`,
      `opset_import: ${formatOpsets(definition.opsetImports)}`,
      definition.docString === '' ? '' : `doc_string: ${quoted(definition.docString)}`,
    ];
    this.#entries(entries, 'function');
  }

  #entries(entries: readonly string[], kind: TextItemKind): void {
    const written = entries.filter((entry) => entry !== '');
    this.write('<', kind);
    written.forEach((entry, index) => {
      this.write(`${step}${entry}${index < written.length - 1 ? ',' : ''}`, kind);
    });
    this.write('>', kind);
  }

  /** A graph with all that it contains; subgraphs nest as deep as the file has them, so that this keeps its own stack. */
  graph(graph: Graph, definition: FunctionDefinition | undefined): void {
    const name = definition?.name ?? graph.name;
    const attributes = definition === undefined ? '' : formatFunctionAttributes(definition);
    const stack = [this.#open(graph, -1, '', `${formatName(name)}${attributes}`, '', definition)];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const inner = top.parts === undefined ? this.#nextOperator(top) : this.#nextPart(top);
      if (inner === 'end') stack.pop();
      else if (inner !== undefined) stack.push(inner);
    }
  }

  #open(
    graph: Graph,
    parent: number,
    indent: string,
    title: string,
    close: string,
    definition?: FunctionDefinition,
  ): OpenGraph {
    const writer = this.#writer;
    const index = this.#graphs.length;
    const kind = definition === undefined ? 'graph' : 'function';
    const printed: MutablePrintedGraph = {
      graph,
      function: definition,
      parent,
      firstLine: writer.line,
      lastLine: writer.line,
      operatorLines: new Uint32Array(graph.operators.length).fill(noLine),
      inputLines: new Uint32Array(graph.inputs.length).fill(noLine),
      outputLines: new Uint32Array(graph.outputs.length).fill(noLine),
      initializerLines: new Uint32Array(graph.initializers.length).fill(noLine),
    };
    this.#graphs.push(printed);
    const open: OpenGraph = { printed, index, indent, close, next: 0, parts: undefined };
    if (graph.inputs.length === 0) {
      writer.write(`${indent}${title} () => (`, kind, index);
    } else {
      writer.write(`${indent}${title} (`, kind, index);
      this.#list(open, 'input', graph.inputs, valueText, printed.inputLines);
      writer.write(`${indent}) => (`, undefined, index);
    }
    this.#list(open, 'output', graph.outputs, valueText, printed.outputLines);
    this.#items(open);
    return open;
  }

  /** Weights and the types of inner values. */
  #items(open: OpenGraph): void {
    const { indent, printed, index } = open;
    const { initializers, sparseInitializers, valueInfos } = printed.graph;
    const infos = this.#withValueInfos ? valueInfos : [];
    const isEmpty = initializers.length + sparseInitializers.length + infos.length === 0;
    if (isEmpty) {
      this.#writer.write(`${indent}) {`, undefined, index);
      return;
    }
    this.#writer.write(`${indent}) <`, undefined, index);
    const moreAfterWeights = sparseInitializers.length + infos.length > 0;
    this.#list(open, 'initializer', initializers, formatInitializer, printed.initializerLines, moreAfterWeights);
    this.#list(open, 'sparse_initializer', sparseInitializers, formatSparseInitializer, undefined, infos.length > 0);
    this.#list(open, 'value_info', infos, valueText);
    this.#writer.write(`${indent}> {`, undefined, index);
  }

  /** Items separated by commas, one a line, as far as there is room. `more`: another list follows. */
  #list<Item>(
    open: OpenGraph,
    kind: TextItemKind,
    items: readonly Item[],
    format: (item: Item) => Commented,
    lines?: Uint32Array,
    more = false,
  ): void {
    const writer = this.#writer;
    for (let item = 0; item < items.length; item += 1) {
      if (this.#stops()) {
        this.#leaveOut(open, items.length - item);
        return;
      }
      const { text, comment } = format(items[item]!);
      if (lines !== undefined) lines[item] = writer.line;
      const comma = item < items.length - 1 || more ? ',' : '';
      writer.write(`${open.indent}${step}${text}${comma}${comment && `  # ${comment}`}`, kind, open.index, item);
    }
  }

  #stops(): boolean {
    return this.#writer.isFull || this.#task.isCancelled();
  }

  #leaveOut(open: OpenGraph, count: number): void {
    this.#omitted += count;
    this.#writer.write(`${open.indent}${step}# ... ${count} more`, undefined, open.index);
  }

  /** The next operator's line, or the closing brace. */
  #nextOperator(open: OpenGraph): 'end' | undefined {
    const { printed, indent, index } = open;
    const { operators } = printed.graph;
    if (open.next < operators.length && this.#stops()) {
      this.#leaveOut(open, operators.length - open.next);
      open.next = operators.length;
    }
    if (open.next >= operators.length) {
      printed.lastLine = this.#writer.line;
      this.#writer.write(`${indent}}${open.close}`, undefined, index);
      return 'end';
    }
    const operator = operators[open.next]!;
    printed.operatorLines[open.next] = this.#writer.line;
    this.#operator(open, operator);
    open.next += 1;
    return undefined;
  }

  #operator(open: OpenGraph, operator: Operator): void {
    const { attributes } = operator;
    const label = operator.name === '' || !this.#withNames ? '' : `[${formatName(operator.name)}] `;
    const head = `${open.indent}${step}${label}${names(operator.outputs)} = ${formatOperator(operator.domain, operator.opType, operator.overload)}`;
    const inputs = `(${names(operator.inputs)})`;
    if (attributes.some(({ value }) => value.kind === 'graph' || value.kind === 'graphs')) {
      this.#writer.write(`${head} ${inputs} <`, 'operator', open.index, open.next);
      open.parts = attributeParts(operator).reverse();
      return;
    }
    let list = '';
    let comment = '';
    for (const attribute of attributes) {
      const { name, value } = attribute;
      comment = joined(comment, attributeComment(attribute));
      if (value.kind === 'undefined' || value.kind === 'graph' || value.kind === 'graphs') continue;
      list += `${list === '' ? ' <' : ', '}${formatAttribute(name, value)}`;
    }
    const text = `${head}${list === '' ? '' : `${list}>`} ${inputs}${comment && `  # ${comment}`}`;
    this.#writer.write(text, 'operator', open.index, open.next);
  }

  /** The next attribute of an operator with subgraphs. */
  #nextPart(open: OpenGraph): OpenGraph | undefined {
    const { indent, index, parts } = open;
    const item = open.next - 1;
    const part = parts!.pop();
    if (part === undefined) {
      open.parts = undefined;
      this.#writer.write(`${indent}${step}>`, undefined, index, item);
      return undefined;
    }
    const inner = `${indent}${step}${step}`;
    if (part.graph !== undefined) {
      return this.#open(part.graph, index, inner, `${part.text}${formatName(part.graph.name)}`, part.close);
    }
    const text = `${inner}${part.text}${part.close}${part.comment && `  # ${part.comment}`}`;
    this.#writer.write(text, 'attribute', index, item);
    return undefined;
  }

  finish(): TextView {
    const { text, lines } = this.#writer.finish();
    const omissions = { valueInfos: !this.#withValueInfos, operatorNames: !this.#withNames, items: this.#omitted };
    return new TextView(text, lines, this.#graphs, omissions);
  }
}

function valueText({ name, type }: ValueInfo): Commented {
  return {
    text: type === undefined ? formatValueName(name) : `${formatType(type)} ${formatValueName(name)}`,
    comment: '',
  };
}

function names(values: readonly string[]): string {
  let text = '';
  for (let index = 0; index < values.length; index += 1) {
    text += index === 0 ? formatName(values[index]!) : `, ${formatName(values[index]!)}`;
  }
  return text;
}

function joined(a: string, b: string): string {
  return a === '' || b === '' ? a + b : `${a}; ${b}`;
}

function attributeParts({ attributes }: Operator): AttributePart[] {
  const written = attributes.filter(({ value }) => value.kind !== 'undefined');
  return written.flatMap((attribute, index): AttributePart[] => {
    const comma = index < written.length - 1 ? ',' : '';
    const { name, value } = attribute;
    const none = { comment: '', graph: undefined, close: comma };
    if (value.kind === 'undefined') return [];
    if (value.kind === 'graph') {
      return [{ ...none, text: `${formatName(name)}: graph = `, graph: value.value }];
    }
    if (value.kind !== 'graphs') {
      return [{ ...none, text: formatAttribute(name, value), comment: attributeComment(attribute) }];
    }
    const graphs = value.value;
    const title = `${formatName(name)}: graphs = [`;
    if (graphs.length === 0) return [{ ...none, text: `${title}]` }];
    return graphs.map((graph, position) => ({
      comment: '',
      text: position === 0 ? title : '',
      graph,
      close: position < graphs.length - 1 ? ',' : `]${comma}`,
    }));
  });
}

/** ` <alpha, beta: float = 1>`; a default that is a graph is left out, its attribute is not. */
function formatFunctionAttributes({ attributeNames, attributeDefaults }: FunctionDefinition): string {
  const defaults = attributeDefaults.map(({ name, value }) =>
    value.kind === 'graph' || value.kind === 'graphs' || value.kind === 'undefined'
      ? formatName(name)
      : formatAttribute(name, value),
  );
  const all = [...attributeNames.map(formatName), ...defaults];
  return all.length === 0 ? '' : ` <${all.join(', ')}>`;
}

function formatOpsets(imports: Model['opsetImports']): string {
  return `[${imports.map(({ domain, version }) => `${quoted(domain)} : ${version}`).join(', ')}]`;
}

function formatEntries(entries: ReadonlyMap<string, string>): string {
  return `[${[...entries].map(([key, value]) => `${quoted(key)}: ${quoted(value)}`).join(', ')}]`;
}
