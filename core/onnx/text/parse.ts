import { functionKey, type OpsetImport, type Problem, type TextSpan } from '../../model';
import { Cursor } from './cursor';
import { encodeModel } from './encode';
import type { FunctionMessage, GraphMessage, ModelMessage } from './message';
import type { OperatorSpan } from './operator-span';
import { type Parsing, parseFunctionBody, parseGraph, report } from './parse-graph';
import { parseStringEntry } from './parse-tensor';

export interface ParsedText {
  /** An .onnx file; where there are problems, of what could be read. Undefined where not even a graph could. */
  readonly bytes: Uint8Array | undefined;
  readonly problems: readonly Problem[];
  /** Where the nodes stand: by the path of their graph, in the order of its operators. */
  readonly operators: ReadonlyMap<string, readonly OperatorSpan[]>;
  /** Where inputs, weights and typed inner values are declared (`float[2] w`): by the path of their graph, then by name. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, TextSpan>>;
}

/**
 * Turns a model in ONNX's text syntax into the bytes of an .onnx file.
 *
 * The syntax is that of onnx/defs/parser.cc (ONNX 1.23), all of it, and beyond it what that cannot say: op types,
 * domains, overloads, attributes, subgraphs and tensors whose names are no identifiers, in quotes; data of sparse
 * tensors; `...` for data that are left out. Never throws.
 */
export function parseModelText(text: string): ParsedText {
  const { message, ...rest } = parseModelMessage(text);
  return { bytes: message && encodeModel(message), ...rest };
}

interface ParsedMessage extends Omit<ParsedText, 'bytes'> {
  readonly message: ModelMessage | undefined;
}

function parseModelMessage(text: string): ParsedMessage {
  const parsing: Parsing = { cursor: new Cursor(text), problems: [], operators: new Map(), values: new Map() };
  const { cursor, problems, operators, values } = parsing;
  const header: Omit<ModelMessage, 'graph' | 'functions'> = { opsetImports: [], metadata: [] };
  let graph: GraphMessage | undefined;
  const functions: FunctionMessage[] = [];
  try {
    if (cursor.take('<')) cursor.list('>', () => parseHeaderEntry(cursor, header));
    graph = parseGraph(parsing, '/');
    while (!cursor.atEnd()) functions.push(parseFunction(parsing));
  } catch (failure) {
    report(parsing, failure);
  }
  return { message: graph && { ...header, graph, functions }, problems, operators, values };
}

function parseHeaderEntry(cursor: Cursor, header: Omit<ModelMessage, 'graph' | 'functions'>): void {
  cursor.skipSpace();
  const { offset } = cursor;
  const keyword = cursor.identifier();
  cursor.expect(':');
  switch (keyword) {
    case 'ir_version':
      header.irVersion = cursor.integer();
      return;
    case 'opset_import':
      parseOpsetImports(cursor, header.opsetImports);
      return;
    case 'producer_name':
      header.producerName = cursor.string();
      return;
    case 'producer_version':
      header.producerVersion = cursor.string();
      return;
    case 'domain':
      header.domain = cursor.string();
      return;
    case 'model_version':
      header.modelVersion = cursor.integer();
      return;
    case 'doc_string':
      header.docString = cursor.string();
      return;
    case 'metadata_props':
      cursor.expect('[');
      cursor.list(']', () => header.metadata.push(parseStringEntry(cursor)));
      return;
    default:
      cursor.offset = offset;
      cursor.failExpecting(
        'an entry of a model such as `ir_version` or `opset_import`',
        '模型字段（如 `ir_version`、`opset_import`）',
      );
  }
}

/** `["" : 21, "com.microsoft" : 1]` */
function parseOpsetImports(cursor: Cursor, imports: OpsetImport[]): void {
  cursor.expect('[');
  cursor.list(']', () => {
    const domain = cursor.string();
    cursor.expect(':');
    imports.push({ domain, version: cursor.integer() });
  });
}

function parseFunction(parsing: Parsing): FunctionMessage {
  const { cursor } = parsing;
  const fn: FunctionMessage = {
    name: '',
    opsetImports: [],
    attributes: [],
    attributeDefaults: [],
    inputs: [],
    outputs: [],
    valueInfos: [],
    nodes: [],
  };
  if (cursor.take('<')) cursor.list('>', () => parseFunctionEntry(cursor, fn));
  parseFunctionBody(parsing, fn, (name) => `${functionKey(fn.domain ?? '', name, fn.overload ?? '')}/`);
  return fn;
}

function parseFunctionEntry(cursor: Cursor, fn: FunctionMessage): void {
  cursor.skipSpace();
  const { offset } = cursor;
  const keyword = cursor.identifier();
  cursor.expect(':');
  switch (keyword) {
    case 'opset_import':
      parseOpsetImports(cursor, fn.opsetImports);
      return;
    case 'domain':
      fn.domain = cursor.string();
      return;
    case 'overload':
      fn.overload = cursor.string();
      return;
    case 'doc_string':
      fn.docString = cursor.string();
      return;
    default:
      cursor.offset = offset;
      cursor.failExpecting(
        'an entry of a function such as `domain` or `opset_import`',
        '函数字段（如 `domain`、`opset_import`）',
      );
  }
}
