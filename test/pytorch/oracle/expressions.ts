import type { Node as TreeNode } from 'web-tree-sitter';
import type { Argument, Comprehension, Expression, Parameter, Span } from '../../../core/pytorch/syntax/nodes';
import type { LowerExpression, Reading } from './reading';
import { lowerString } from './strings';

/** An expression for a place where the text has none. */
export const nothingAt = (at: number): Expression => ({ kind: 'Opaque', start: at, end: at, parts: [] });

const spanOf = (node: TreeNode): Span => ({ start: node.startIndex, end: node.endIndex });

const inner: LowerExpression = (read, node) => {
  const [child, ...more] = read.children(node);
  if (!child) return nothingAt(node.startIndex);
  return more.length === 0
    ? read.expression(child)
    : { kind: 'Tuple', ...spanOf(node), elements: read.expressions([child, ...more]) };
};

/** `(a)`: the expression itself, with the parentheses in its span. */
const parenthesized: LowerExpression = (read, node) => Object.assign(inner(read, node), spanOf(node));

const collection =
  (kind: 'Tuple' | 'List' | 'Set'): LowerExpression =>
  (read, node) => ({ kind, ...spanOf(node), elements: read.expressions(read.children(node)) });

const constant =
  (value: boolean | null | undefined): LowerExpression =>
  (_, node) => ({ kind: 'Constant', ...spanOf(node), value });

const number =
  (isInteger: boolean): LowerExpression =>
  (read, node) => {
    const span = spanOf(node);
    const value = Number(read.text.slice(span.start, span.end).replaceAll('_', ''));
    const isExact = Number.isFinite(value) && (!isInteger || Number.isSafeInteger(value));
    return { kind: 'Number', ...span, value: isExact ? value : undefined, isInteger };
  };

const starred: LowerExpression = (read, node) => ({ kind: 'Starred', ...spanOf(node), value: inner(read, node) });

const attribute: LowerExpression = (read, node) => {
  const [object, last] = read.children(node);
  if (!object || !last) return inner(read, node);
  const name = read.name(last);
  return { kind: 'Attribute', start: node.startIndex, end: name.end, object: read.expression(object), name };
};

const call: LowerExpression = (read, node) => {
  const [callee, list] = read.children(node);
  if (!callee || !list) return inner(read, node);
  const argumentsSpan = spanOf(list);
  return {
    kind: 'Call',
    start: node.startIndex,
    end: argumentsSpan.end,
    callee: read.expression(callee),
    arguments: lowerArguments(read, list),
    argumentsSpan,
  };
};

export function lowerArguments(read: Reading, list: TreeNode): Argument[] {
  if (read.kindOf(list) === 'generator_expression') {
    const value = read.expression(list);
    return [{ kind: 'Argument', start: value.start, end: value.end, keyword: undefined, splat: undefined, value }];
  }
  return read.children(list).map((node) => lowerArgument(read, node));
}

function lowerArgument(read: Reading, node: TreeNode): Argument {
  const start = node.startIndex;
  const id = node.typeId;
  switch (read.kindOfId(id)) {
    case 'keyword_argument': {
      const [name, given] = read.children(node);
      const keyword = name && read.name(name);
      const value = given ? read.expression(given) : nothingAt(keyword?.end ?? start);
      return { kind: 'Argument', start, end: value.end, keyword, splat: undefined, value };
    }
    case 'list_splat':
    case 'dictionary_splat': {
      const splat = read.text.startsWith('**', start) ? '**' : '*';
      const value = inner(read, node);
      return { kind: 'Argument', start, end: value.end, keyword: undefined, splat, value };
    }
    default: {
      const value = read.expression(node, id);
      return { kind: 'Argument', start, end: value.end, keyword: undefined, splat: undefined, value };
    }
  }
}

const subscript: LowerExpression = (read, node) => {
  const [object, ...indices] = read.children(node);
  if (!object) return nothingAt(node.startIndex);
  return {
    kind: 'Subscript',
    ...spanOf(node),
    object: read.expression(object),
    indices: read.expressions(indices),
  };
};

const binary: LowerExpression = (read, node) => {
  const [first, second] = read.children(node);
  if (!first || !second) return inner(read, node);
  const left = read.expression(first);
  const right = read.expression(second);
  return {
    kind: 'Binary',
    start: node.startIndex,
    end: right.end,
    operator: read.between(left, right),
    left,
    right,
  };
};

const boolean: LowerExpression = (read, node) => {
  const operation = binary(read, node);
  if (operation.kind !== 'Binary') return operation;
  const operator = operation.operator === 'and' ? 'and' : 'or';
  return { ...operation, kind: 'Boolean', operator };
};

const unary: LowerExpression = (read, node) => {
  const operand = inner(read, node);
  const sign = read.text[node.startIndex];
  const operator = sign === '-' || sign === '+' || sign === '~' ? sign : 'not';
  return { kind: 'Unary', start: node.startIndex, end: operand.end, operator, operand };
};

const comparison: LowerExpression = (read, node) => {
  const operands = read.expressions(read.children(node));
  const operators = operands.slice(1).map((operand, index) => read.between(operands[index]!, operand));
  const end = operands.at(-1)?.end ?? node.startIndex;
  return { kind: 'Comparison', start: node.startIndex, end, operands, operators };
};

const conditional: LowerExpression = (read, node) => {
  const [body, condition, otherwise] = read.expressions(read.children(node));
  if (!body || !condition || !otherwise) return inner(read, node);
  return { kind: 'Conditional', start: node.startIndex, end: otherwise.end, condition, body, otherwise };
};

const lambda: LowerExpression = (read, node) => {
  const children = read.children(node);
  const body = children.at(-1);
  const parameters = children.length > 1 ? lowerParameters(read, children[0]!) : [];
  return {
    kind: 'Lambda',
    ...spanOf(node),
    parameters,
    body: body ? read.expression(body) : nothingAt(node.startIndex),
  };
};

export function lowerParameters(read: Reading, list: TreeNode): Parameter[] {
  return read.children(list).flatMap((node) => {
    const kind = read.kindOf(node);
    if (kind === 'keyword_separator' || kind === 'positional_separator') return [];
    return [lowerParameter(read, node, kind)];
  });
}

function lowerParameter(read: Reading, node: TreeNode, kind: string): Parameter {
  const span = spanOf(node);
  const splat = read.text[span.start] !== '*' ? undefined : read.text[span.start + 1] === '*' ? '**' : '*';
  if (kind === 'identifier') {
    return { kind: 'Parameter', ...span, name: read.name(node), splat, annotation: undefined, default: undefined };
  }
  const children = read.children(node);
  const first = children[0];
  const nameOf = (child: TreeNode | undefined): TreeNode | undefined => {
    if (!child || read.kindOf(child) === 'identifier') return child;
    return read.kindOf(child).endsWith('splat_pattern') ? nameOf(read.children(child)[0]) : undefined;
  };
  const name = nameOf(first);
  const hasType = kind === 'typed_parameter' || kind === 'typed_default_parameter';
  const hasDefault = kind === 'default_parameter' || kind === 'typed_default_parameter';
  const value = hasDefault ? children.at(-1) : undefined;
  return {
    kind: 'Parameter',
    ...span,
    name: name && read.name(name),
    splat,
    annotation: hasType && children[1] ? read.expression(children[1]) : undefined,
    default: value && read.expression(value),
  };
}

const dictionary: LowerExpression = (read, node) => ({
  kind: 'Dictionary',
  ...spanOf(node),
  entries: read.children(node).map((entry) => {
    const [first, second] = read.expressions(read.children(entry));
    if (first && second) return { key: first, value: second };
    return { key: undefined, value: first ?? nothingAt(entry.startIndex) };
  }),
});

const comprehension =
  (form: Comprehension['form']): LowerExpression =>
  (read, node) => {
    const [body, ...rest] = read.children(node);
    const pair = form === 'dictionary' && body ? read.expressions(read.children(body)) : undefined;
    const element = pair?.[1] ?? (body && !pair ? read.expression(body) : nothingAt(node.startIndex));
    const clauses: { target: Expression; iterable: Expression }[] = [];
    const conditions: Expression[] = [];
    for (const clause of rest) {
      const parts = read.expressions(read.children(clause));
      if (read.kindOf(clause) === 'if_clause') conditions.push(...parts);
      else if (parts[0] && parts[1]) clauses.push({ target: parts[0], iterable: parts[1] });
    }
    return { kind: 'Comprehension', ...spanOf(node), form, key: pair?.[0], element, clauses, conditions };
  };

const named: LowerExpression = (read, node) => {
  const [target, value] = read.children(node);
  if (!target || !value) return inner(read, node);
  const given = read.expression(value);
  return { kind: 'Named', start: node.startIndex, end: given.end, target: read.name(target), value: given };
};

const yielded: LowerExpression = (read, node) => {
  const value = read.children(node).length === 0 ? undefined : inner(read, node);
  return { kind: 'Yield', ...spanOf(node), value };
};

/** `Optional[T]` in an annotation, whose arguments the grammar puts into a node of their own. */
const genericType: LowerExpression = (read, node) => {
  const [name, parameters] = read.children(node);
  if (!name) return nothingAt(node.startIndex);
  const indices = parameters ? read.expressions(read.children(parameters)) : [];
  return { kind: 'Subscript', ...spanOf(node), object: read.expression(name), indices };
};

const unionType: LowerExpression = (read, node) => {
  const [left, right] = read.expressions(read.children(node));
  if (!left || !right) return left ?? nothingAt(node.startIndex);
  return { kind: 'Binary', ...spanOf(node), operator: '|', left, right };
};

const dottedName: LowerExpression = (read, node) => {
  const [first, ...rest] = read.children(node);
  if (!first) return nothingAt(node.startIndex);
  let expression: Expression = read.name(first);
  for (const part of rest) {
    const name = read.name(part);
    expression = { kind: 'Attribute', start: expression.start, end: name.end, object: expression, name };
  }
  return expression;
};

/** `x as y` outside of `with` and `except`, where tree-sitter lets it stand. */
const asPattern: LowerExpression = (read, node) => inner(read, node);

export const expressionKinds: ReadonlyMap<string, LowerExpression> = new Map<string, LowerExpression>([
  ['identifier', (read, node) => read.name(node)],
  ['attribute', attribute],
  ['member_type', attribute],
  ['call', call],
  ['subscript', subscript],
  ['generic_type', genericType],
  ['union_type', unionType],
  ['slice', (read, node) => ({ kind: 'Slice', ...spanOf(node), parts: read.expressions(read.children(node)) })],
  ['string', lowerString],
  [
    'concatenated_string',
    (read, node) => ({
      kind: 'AdjacentStrings',
      ...spanOf(node),
      parts: read
        .expressions(read.children(node))
        .filter((part) => part.kind === 'String' || part.kind === 'JoinedString'),
    }),
  ],
  ['integer', number(true)],
  ['float', number(false)],
  ['true', constant(true)],
  ['false', constant(false)],
  ['none', constant(null)],
  ['ellipsis', constant(undefined)],
  ['tuple', collection('Tuple')],
  ['tuple_pattern', collection('Tuple')],
  ['pattern_list', collection('Tuple')],
  ['expression_list', collection('Tuple')],
  ['list', collection('List')],
  ['list_pattern', collection('List')],
  ['set', collection('Set')],
  ['dictionary', dictionary],
  ['list_comprehension', comprehension('list')],
  ['set_comprehension', comprehension('set')],
  ['generator_expression', comprehension('generator')],
  ['dictionary_comprehension', comprehension('dictionary')],
  ['binary_operator', binary],
  ['boolean_operator', boolean],
  ['unary_operator', unary],
  ['not_operator', unary],
  ['comparison_operator', comparison],
  ['conditional_expression', conditional],
  ['lambda', lambda],
  ['await', (read, node) => ({ kind: 'Await', ...spanOf(node), value: inner(read, node) })],
  ['yield', yielded],
  ['list_splat', starred],
  ['dictionary_splat', starred],
  ['list_splat_pattern', starred],
  ['dictionary_splat_pattern', starred],
  ['parenthesized_list_splat', parenthesized],
  ['parenthesized_expression', parenthesized],
  ['named_expression', named],
  ['dotted_name', dottedName],
  ['type', inner],
  ['as_pattern_target', inner],
  ['as_pattern', asPattern],
]);
