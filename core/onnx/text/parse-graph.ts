import type { Problem, TextSpan } from '../../model';
import { type Cursor, SyntaxFailure } from './cursor';
import type { FunctionMessage, GraphMessage, NodeMessage, TensorMessage, ValueMessage } from './message';
import { type OperatorSpan, subgraphPath } from './operator-span';
import { type ParseSubgraph, parseAttribute, parseAttributes } from './parse-attribute';
import { parseSparseData, parseTensorData } from './parse-tensor';
import { atType, parseType } from './parse-type';

/** Graphs nest no deeper than this: readers of protobuf refuse a message that is nested deeper than 100. */
const deepest = 100;
const mostProblems = 100;

/** What is gathered while a text is parsed. */
export interface Parsing {
  readonly cursor: Cursor;
  readonly problems: Problem[];
  /** By the path of the graph, in the order of its nodes. */
  readonly operators: Map<string, OperatorSpan[]>;
  /** Declarations of inputs and weights: by the path of the graph, then by name. */
  readonly values: Map<string, Map<string, TextSpan>>;
}

export function report(parsing: Parsing, failure: unknown): void {
  if (!(failure instanceof SyntaxFailure)) throw failure;
  const { code, message, span } = failure;
  if (parsing.problems.length < mostProblems) parsing.problems.push({ code, severity: 'error', message, span });
}

/** `name (inputs) => (outputs) <value infos and initializers> { nodes }` */
export function parseGraph(parsing: Parsing, path: string, depth = 0): GraphMessage {
  const { cursor } = parsing;
  if (depth > deepest) {
    cursor.fail({
      en: `graphs are nested deeper than ${deepest}, which no reader of ONNX files accepts; flatten the model`,
      zh: `子图嵌套超过 ${deepest} 层，任何 ONNX 读取程序都不接受；请减少嵌套`,
    });
  }
  const name = cursor.name();
  const graph: GraphMessage = {
    name,
    inputs: [],
    outputs: [],
    valueInfos: [],
    initializers: [],
    sparseInitializers: [],
    nodes: [],
  };
  const values = new Map<string, TextSpan>();
  parsing.values.set(path, values);
  if (cursor.take('(')) cursor.list(')', () => parseInput(cursor, graph, values));
  cursor.expect('=>');
  cursor.expect('(');
  cursor.list(')', () => graph.outputs.push(parseValue(cursor)));
  if (cursor.take('<')) cursor.list('>', () => parseItem(cursor, graph, values));
  parseNodes(parsing, path, depth, graph.nodes);
  return graph;
}

/** `float[N] name`; without a type where none is known. */
function parseValue(cursor: Cursor): ValueMessage {
  const type = atType(cursor) ? parseType(cursor) : undefined;
  return { name: cursor.name(), type };
}

/** A value, of which the place is noted. */
function parseDeclaration(cursor: Cursor, values: Map<string, TextSpan>): ValueMessage {
  cursor.skipSpace();
  const start = cursor.offset;
  const value = parseValue(cursor);
  if (!values.has(value.name)) values.set(value.name, { start, end: cursor.end });
  return value;
}

/** A graph's input, with its default where it has one. */
function parseInput(cursor: Cursor, graph: GraphMessage, values: Map<string, TextSpan>): void {
  const value = parseDeclaration(cursor, values);
  graph.inputs.push(value);
  if (cursor.take('=')) graph.initializers.push(initializer(cursor, value));
}

/** An initializer, or the type of an inner value. */
function parseItem(cursor: Cursor, graph: GraphMessage, values: Map<string, TextSpan>): void {
  const value = parseDeclaration(cursor, values);
  if (!cursor.take('=')) graph.valueInfos.push(value);
  else if (value.type?.kind !== 'sparse_tensor') graph.initializers.push(initializer(cursor, value));
  else {
    const sparse = parseSparseData(cursor, value.type);
    graph.sparseInitializers.push({ ...sparse, values: { ...sparse.values, name: value.name } });
  }
}

function initializer(cursor: Cursor, { name, type }: ValueMessage): TensorMessage {
  return parseTensorData(cursor, name, type);
}

/** `{ nodes }`. A node that cannot be read is reported and left out; parsing goes on at the next line. */
function parseNodes(parsing: Parsing, path: string, depth: number, nodes: NodeMessage[]): void {
  const { cursor } = parsing;
  const spans: OperatorSpan[] = [];
  parsing.operators.set(path, spans);
  cursor.expect('{');
  while (!cursor.take('}')) {
    if (cursor.atEnd()) cursor.failExpecting('`}`');
    const start = cursor.offset;
    try {
      const subgraph: ParseSubgraph = (attribute, position) =>
        parseGraph(parsing, subgraphPath(path, nodes.length, attribute, position), depth + 1);
      const { node, span } = parseNode(cursor, subgraph);
      nodes.push(node);
      spans.push(span);
    } catch (failure) {
      report(parsing, failure);
      skipLine(cursor, start);
    }
  }
}

/** To the next line after the failure, or to the brace before it that closes the graph. */
function skipLine(cursor: Cursor, start: number): void {
  const { text } = cursor;
  let open = 0;
  for (cursor.offset = Math.max(cursor.end, start + 1); cursor.offset < text.length; cursor.offset += 1) {
    const character = text.charAt(cursor.offset);
    if (character === '{') open += 1;
    else if (character === '}') open -= 1;
    if (character === '\n' || open < 0) return;
  }
}

/** `[label] outputs = domain.Op:overload <attributes> (inputs)`; the attributes may also come last. */
function parseNode(cursor: Cursor, subgraph: ParseSubgraph): { node: NodeMessage; span: OperatorSpan } {
  const start = cursor.offset;
  let name: string | undefined;
  if (cursor.take('[')) {
    name = cursor.peek() === ']' ? '' : cursor.name();
    cursor.expect(']');
  }
  const outputs = parseNames(cursor, '=');
  cursor.expect('=');
  cursor.skipSpace();
  const operatorStart = cursor.offset;
  const { domain, opType } = parseOperator(cursor);
  const operator = { start: operatorStart, end: cursor.end };
  const overload = cursor.take(':') ? cursor.name() : '';
  let attributes = cursor.peek() === '<' ? parseAttributes(cursor, subgraph) : [];
  cursor.expect('(');
  const inputs = parseNames(cursor, ')');
  cursor.expect(')');
  let { end } = cursor;
  if (attributes.length === 0 && cursor.peek() === '<') {
    attributes = parseAttributes(cursor, subgraph);
    if (!hasGraph(attributes)) end = cursor.end;
  } else if (hasGraph(attributes)) {
    end = operator.end;
  }
  const node = { outputs, domain, opType, overload, attributes, inputs, ...(name !== undefined && { name }) };
  return { node, span: { start, end, operator } };
}

/** A node's span covers its attributes, but not the lines of its subgraphs. */
function hasGraph(attributes: NodeMessage['attributes']): boolean {
  return attributes.some(({ values }) => values[0]?.kind === 'graph');
}

function parseOperator(cursor: Cursor): { domain: string; opType: string } {
  const parts = [cursor.name()];
  while (cursor.take('.')) parts.push(cursor.name());
  return { domain: parts.slice(0, -1).join('.'), opType: parts.at(-1)! };
}

/**
 * Names separated by commas, up to `close`. `""` or nothing before a comma is a value that is left out; a comma after
 * the last name means nothing.
 */
function parseNames(cursor: Cursor, close: string): string[] {
  const names: string[] = [];
  while (cursor.peek() !== close) {
    names.push(cursor.peek() === ',' ? '' : cursor.name());
    if (!cursor.take(',')) break;
  }
  return names;
}

/** `<domain: "d", ...> name <attributes> (inputs) => (outputs) <value infos> { nodes }`, after its header. */
export function parseFunctionBody(parsing: Parsing, fn: FunctionMessage, path: (name: string) => string): void {
  const { cursor } = parsing;
  fn.name = cursor.name();
  if (cursor.take('<')) cursor.list('>', () => parseFunctionAttribute(parsing, fn, path));
  cursor.expect('(');
  cursor.list(')', () => parseParameter(cursor, fn, fn.inputs));
  cursor.expect('=>');
  cursor.expect('(');
  cursor.list(')', () => parseParameter(cursor, fn, fn.outputs));
  if (cursor.take('<')) cursor.list('>', () => fn.valueInfos.push(parseValue(cursor)));
  parseNodes(parsing, path(fn.name), 0, fn.nodes);
}

/** A name, with its default where it has one. */
function parseFunctionAttribute(parsing: Parsing, fn: FunctionMessage, path: (name: string) => string): void {
  const { cursor } = parsing;
  const name = cursor.name();
  if (!/[:=]/.test(cursor.peek())) {
    fn.attributes.push(name);
    return;
  }
  const subgraph: ParseSubgraph = (attribute) => parseGraph(parsing, `${path(fn.name)}.${attribute}`, 1);
  fn.attributeDefaults.push(parseAttribute(cursor, name, subgraph));
}

function parseParameter(cursor: Cursor, fn: FunctionMessage, names: string[]): void {
  const isTyped = atType(cursor);
  const value = parseValue(cursor);
  names.push(value.name);
  if (isTyped) fn.valueInfos.push(value);
}
