import type { Localized } from '../../model';
import type { Cursor } from './cursor';
import {
  type AttributeMessage,
  attributeTypeCode,
  type GraphMessage,
  type SingleKind,
  type SingleValue,
} from './message';
import { floatValue, parseSparseData, parseTensorData } from './parse-tensor';
import { atType, parseType } from './parse-type';

/** Parses the graph that is the value of an attribute; `position` counts those of a list. */
export type ParseSubgraph = (attribute: string, position: number | undefined) => GraphMessage;

/** `<name: type = value, ...>`. */
export function parseAttributes(cursor: Cursor, subgraph: ParseSubgraph): AttributeMessage[] {
  const attributes: AttributeMessage[] = [];
  cursor.expect('<');
  cursor.list('>', () => attributes.push(parseAttribute(cursor, cursor.name(), subgraph)));
  return attributes;
}

/** What follows an attribute's name: `: type = value`. The type may be left out where the value tells it. */
export function parseAttribute(cursor: Cursor, name: string, subgraph: ParseSubgraph): AttributeMessage {
  const declared = cursor.take(':') ? attributeType(cursor) : undefined;
  cursor.expect('=');
  cursor.skipSpace();
  const start = cursor.offset;
  if (cursor.take('@')) return { name, type: declared?.code ?? 0, values: [], reference: cursor.name() };
  const values: SingleValue[] = [];
  const isList = cursor.take('[');
  const value = () =>
    values.push(single(cursor, name, isList ? values.length : undefined, declared?.element, subgraph));
  if (!isList) {
    value();
    return {
      name,
      type: declared?.code ?? attributeTypeCode(values[0]!.kind)!,
      values: declaredAs(cursor, declared, false, values, start),
    };
  }
  cursor.list(']', value);
  const code = declared?.code ?? (values[0] && attributeTypeCode(`${values[0].kind}s`));
  if (code === undefined) return cursor.fail(emptyList, { start, end: cursor.end });
  return { name, type: code, values: declaredAs(cursor, declared, true, values, start) };
}

interface DeclaredType {
  readonly name: string;
  readonly code: number;
  readonly isList: boolean;
  readonly element: SingleKind;
}

function attributeType(cursor: Cursor): DeclaredType {
  cursor.skipSpace();
  const { offset } = cursor;
  const name = cursor.identifier();
  const code = attributeTypeCode(name);
  if (code === undefined || code === 0) {
    cursor.offset = offset;
    return cursor.failExpecting('an attribute type such as `int` or `floats`', '属性类型（如 `int`、`floats`）');
  }
  const isList = name.endsWith('s');
  return { name, code, isList, element: (isList ? name.slice(0, -1) : name) as SingleKind };
}

/** `values`, where they are what was declared (and of one kind where nothing was). */
function declaredAs(
  cursor: Cursor,
  declared: DeclaredType | undefined,
  isList: boolean,
  values: readonly SingleValue[],
  start: number,
): readonly SingleValue[] {
  const element = declared?.element ?? values[0]?.kind;
  const fits = (declared?.isList ?? isList) === isList && values.every(({ kind }) => kind === element);
  if (fits) return values;
  return cursor.fail(mismatch(declared?.name ?? `${element}s`), { start, end: cursor.end });
}

function single(
  cursor: Cursor,
  attribute: string,
  position: number | undefined,
  expected: SingleKind | undefined,
  subgraph: ParseSubgraph,
): SingleValue {
  const next = cursor.peek();
  if (expected === 'graph') return { kind: 'graph', value: subgraph(attribute, position) };
  if (/[A-Za-z_]/.test(next) && !cursor.atSpecialFloat()) {
    return atType(cursor) ? typed(cursor, expected) : { kind: 'graph', value: subgraph(attribute, position) };
  }
  const start = cursor.offset;
  const literal = cursor.literal();
  const { end } = cursor;
  if (literal.kind === 'string') {
    if (cursor.peek() !== '(') return literal;
    // A graph whose name is no identifier.
    cursor.offset = start;
    return { kind: 'graph', value: subgraph(attribute, position) };
  }
  if (literal.kind === 'float' || expected === 'float') {
    cursor.offset = end;
    return { kind: 'float', value: floatValue(cursor, literal, start, 'float') };
  }
  cursor.offset = start;
  return { kind: 'int', value: cursor.integer() };
}

/** A tensor, a sparse tensor or a type: all begin with a type. */
function typed(cursor: Cursor, expected: SingleKind | undefined): SingleValue {
  const type = parseType(cursor);
  const next = cursor.peek();
  if (type?.kind === 'sparse_tensor' && next === '{') {
    return { kind: 'sparse_tensor', value: parseSparseData(cursor, type) };
  }
  if (expected === 'type_proto' || !/[{="[A-Za-z_.]/.test(next)) {
    // A tensor whose data are left out has neither name nor braces.
    if (expected !== 'tensor') return { kind: 'type_proto', value: type };
  }
  const name = /["A-Za-z_]/.test(next) ? cursor.name() : '';
  cursor.take('=');
  return { kind: 'tensor', value: parseTensorData(cursor, name, type) };
}

const emptyList: Localized = {
  en: 'an empty list does not tell its type; declare it, such as `axes: ints = []`',
  zh: '空列表无法推断类型；请声明类型，例如 `axes: ints = []`',
};

function mismatch(type: string): Localized {
  return {
    en: `this value is no ${type}; change the value or the declared type`,
    zh: `该值与类型 ${type} 不符；请修改属性值或声明的类型`,
  };
}
