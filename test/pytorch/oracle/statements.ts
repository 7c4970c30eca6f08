import type { Node as TreeNode } from 'web-tree-sitter';
import type {
  Argument,
  Block,
  Case,
  ClassDefinition,
  Clause,
  Expression,
  FunctionDefinition,
  Handler,
  ImportedName,
  Name,
  Span,
  With,
} from '../../../core/pytorch/syntax/nodes';
import { lowerArguments, lowerParameters, nothingAt } from './expressions';
import type { LowerStatement, Reading } from './reading';

const spanOf = (node: TreeNode): Span => ({ start: node.startIndex, end: node.endIndex });

function expressionOr(read: Reading, node: TreeNode | undefined, at: number): Expression {
  return node ? read.expression(node) : nothingAt(at);
}

/** The children of a node, each by what it is. */
function byKind(read: Reading, node: TreeNode): { kind: string; node: TreeNode }[] {
  return read.children(node).map((child) => ({ kind: read.kindOf(child), node: child }));
}

const expressionStatement: LowerStatement = (read, node) => {
  const children = read.children(node);
  const [only] = children;
  if (children.length === 1 && only) {
    const id = only.typeId;
    const kind = read.kindOfId(id);
    if (kind === 'assignment') return assignment(read, only);
    if (kind === 'augmented_assignment') return augmentedAssignment(read, only);
    const value = read.expression(only, id);
    return { kind: 'ExpressionStatement', start: value.start, end: value.end, value };
  }
  const value: Expression = { kind: 'Tuple', ...spanOf(node), elements: read.expressions(children) };
  return { kind: 'ExpressionStatement', start: value.start, end: value.end, value };
};

/** `a = b = value` is one assignment to two targets. */
const assignment: LowerStatement = (read, node) => {
  const start = node.startIndex;
  const targets: Expression[] = [];
  let annotation: Expression | undefined;
  let value: Expression | undefined;
  let at: TreeNode | undefined = node;
  while (at) {
    const [left, ...rest] = read.children(at);
    at = undefined;
    if (left) targets.push(read.expression(left));
    for (const child of rest) {
      const id = child.typeId;
      const kind = read.kindOfId(id);
      if (kind === 'assignment') at = child;
      else if (kind === 'type') annotation = read.expression(child, id);
      else value = read.expression(child, id);
    }
  }
  const end = (value ?? annotation ?? targets.at(-1))?.end ?? start;
  return { kind: 'Assign', start, end, targets, annotation, value };
};

const augmentedAssignment: LowerStatement = (read, node) => {
  const [target, value] = read.children(node);
  const given = expressionOr(read, value, node.startIndex);
  return {
    kind: 'AugmentedAssign',
    start: node.startIndex,
    end: given.end,
    target: expressionOr(read, target, node.startIndex),
    value: given,
  };
};

/** The parts of a statement with suites, as far as it has them. */
function suites(read: Reading, node: TreeNode) {
  const expressions: TreeNode[] = [];
  let body: TreeNode | undefined;
  let otherwise: Block | undefined;
  const clauses: TreeNode[] = [];
  for (const { kind, node: child } of byKind(read, node)) {
    if (kind === 'block') body = child;
    else if (kind === 'else_clause') otherwise = suiteOf(read, child);
    else if (kind.endsWith('_clause')) clauses.push(child);
    else expressions.push(child);
  }
  return { expressions, body, otherwise, clauses };
}

/** The suite of `else`, `finally`; its span begins with the keyword. */
function suiteOf(read: Reading, node: TreeNode): Block {
  const block = read.block(read.children(node).at(-1), node.endIndex);
  return { ...block, start: node.startIndex };
}

const conditionalStatement: LowerStatement = (read, node) => {
  const { expressions, body, otherwise, clauses } = suites(read, node);
  const first: Clause = {
    start: node.startIndex,
    end: body?.endIndex ?? node.endIndex,
    condition: expressionOr(read, expressions[0], node.startIndex),
    body: read.block(body, node.endIndex),
  };
  const more = clauses.map((clause): Clause => {
    const parts = suites(read, clause);
    const condition = expressionOr(read, parts.expressions[0], clause.startIndex);
    return { ...spanOf(clause), condition, body: read.block(parts.body, clause.endIndex) };
  });
  return { kind: 'If', ...spanOf(node), clauses: [first, ...more], otherwise };
};

const whileStatement: LowerStatement = (read, node) => {
  const { expressions, body, otherwise } = suites(read, node);
  const condition = expressionOr(read, expressions[0], node.startIndex);
  return { kind: 'While', ...spanOf(node), condition, body: read.block(body, node.endIndex), otherwise };
};

const forStatement: LowerStatement = (read, node) => {
  const { expressions, body, otherwise } = suites(read, node);
  const target = expressionOr(read, expressions[0], node.startIndex);
  const iterable = expressionOr(read, expressions[1], node.startIndex);
  return { kind: 'For', ...spanOf(node), target, iterable, body: read.block(body, node.endIndex), otherwise };
};

const tryStatement: LowerStatement = (read, node) => {
  const { body, otherwise, clauses } = suites(read, node);
  const handlers: Handler[] = [];
  let last: Block | undefined;
  for (const clause of clauses) {
    if (read.kindOf(clause) === 'finally_clause') last = suiteOf(read, clause);
    else handlers.push(handler(read, clause));
  }
  return { kind: 'Try', ...spanOf(node), body: read.block(body, node.endIndex), handlers, otherwise, finally: last };
};

function handler(read: Reading, node: TreeNode): Handler {
  const { expressions, body } = suites(read, node);
  const [first, second] = expressions;
  const isPattern = first && read.kindOf(first) === 'as_pattern';
  const parts = isPattern ? read.children(first) : second ? [first!, second] : [];
  const target = parts[1] && (read.kindOf(parts[1]) === 'as_pattern_target' ? read.children(parts[1])[0] : parts[1]);
  const isNamed =
    target !== undefined && read.kindOf(target) === 'identifier' && (isPattern || expressions.length === 2);
  const isAlias = isPattern || /\bas\b/.test(first && second ? read.text.slice(first.endIndex, second.startIndex) : '');
  let caught: Expression | undefined;
  if (isAlias && parts[0]) caught = read.expression(parts[0]);
  else if (expressions.length === 1) caught = read.expression(first!);
  else if (expressions.length > 1) {
    // `except A, B:` of Python 3.14.
    const elements = read.expressions(expressions);
    caught = { kind: 'Tuple', start: elements[0]!.start, end: elements.at(-1)!.end, elements };
  }
  return {
    ...spanOf(node),
    caught,
    name: isAlias && isNamed ? read.name(target) : undefined,
    body: read.block(body, node.endIndex),
  };
}

const withStatement: LowerStatement = (read, node) => {
  const items: { context: Expression; target: Expression | undefined }[] = [];
  let body: TreeNode | undefined;
  for (const { kind, node: child } of byKind(read, node)) {
    if (kind === 'block') body = child;
    else if (kind === 'with_clause') {
      for (const item of read.children(child)) items.push(...withItems(read, item));
    }
  }
  return { kind: 'With', ...spanOf(node), items, body: read.block(body, node.endIndex) };
};

/** One item; several where `with (a as b, c):` was read as a tuple. */
function withItems(read: Reading, node: TreeNode): With['items'] {
  const kind = read.kindOf(node);
  if (kind === 'with_item') {
    const [only] = read.children(node);
    return only ? withItems(read, only) : [];
  }
  if (kind === 'as_pattern') {
    const [context, target] = read.children(node);
    const named = target && read.kindOf(target) === 'as_pattern_target' ? read.children(target)[0] : target;
    return context ? [{ context: read.expression(context), target: named && read.expression(named) }] : [];
  }
  if (kind === 'tuple') return read.children(node).flatMap((item) => withItems(read, item));
  return [{ context: read.expression(node), target: undefined }];
}

const matchStatement: LowerStatement = (read, node) => {
  const children = byKind(read, node);
  const subjects = children.filter(({ kind }) => kind !== 'block').map((child) => read.expression(child.node));
  const body = children.find(({ kind }) => kind === 'block')?.node;
  const [only, second] = subjects;
  const span = { start: only?.start ?? node.startIndex, end: subjects.at(-1)?.end ?? node.startIndex };
  const subject: Expression = only && !second ? only : { kind: 'Tuple', ...span, elements: subjects };
  const clauses = body ? read.children(body) : [];
  return { kind: 'Match', ...spanOf(node), subject, cases: clauses.map((clause) => caseClause(read, clause)) };
};

function caseClause(read: Reading, node: TreeNode): Case {
  const values: Expression[] = [];
  const captures: Name[] = [];
  let guard: Expression | undefined;
  let body: TreeNode | undefined;
  for (const { kind, node: child } of byKind(read, node)) {
    if (kind === 'block') body = child;
    else if (kind === 'if_clause') guard = expressionOr(read, read.children(child)[0], child.startIndex);
    else pattern(child, kind);
  }
  return { ...spanOf(node), values, captures, guard, body: read.block(body, node.endIndex) };

  function pattern(at: TreeNode, kind: string): void {
    if (kind === 'identifier') captures.push(read.name(at));
    else if (kind === 'dotted_name' && read.children(at).length === 1) captures.push(read.name(read.children(at)[0]!));
    else if (/^(string|concatenated_string|dotted_name|integer|float|true|false|none)$/.test(kind)) {
      values.push(read.expression(at));
    } else {
      const parts = byKind(read, at);
      // `Point(x=0)`: the class is a value, and the keyword no capture.
      if (kind === 'class_pattern' && parts[0]) values.push(read.expression(parts.shift()!.node));
      if (kind === 'keyword_pattern') parts.shift();
      for (const inner of parts) pattern(inner.node, inner.kind);
    }
  }
}

function functionDefinition(read: Reading, node: TreeNode, decorators: readonly Expression[]): FunctionDefinition {
  let name: Name | undefined;
  let parameters: FunctionDefinition['parameters'] = [];
  let returns: Expression | undefined;
  let body: TreeNode | undefined;
  let typeParameters: Expression[] = [];
  for (const { kind, node: child } of byKind(read, node)) {
    if (kind === 'identifier') name = read.name(child);
    else if (kind === 'parameters') parameters = lowerParameters(read, child);
    else if (kind === 'type') returns = read.expression(child);
    else if (kind === 'type_parameter') typeParameters = read.expressions(read.children(child));
    else if (kind === 'block') body = child;
  }
  const block = read.block(body, node.endIndex);
  return { kind: 'Function', ...spanOf(node), name, typeParameters, parameters, returns, decorators, body: block };
}

function classDefinition(read: Reading, node: TreeNode, decorators: readonly Expression[]): ClassDefinition {
  let name: Name | undefined;
  let bases: Argument[] = [];
  let body: TreeNode | undefined;
  let typeParameters: Expression[] = [];
  for (const { kind, node: child } of byKind(read, node)) {
    if (kind === 'identifier') name = read.name(child);
    else if (kind === 'argument_list') bases = lowerArguments(read, child);
    else if (kind === 'type_parameter') typeParameters = read.expressions(read.children(child));
    else if (kind === 'block') body = child;
  }
  const block = read.block(body, node.endIndex);
  return { kind: 'Class', ...spanOf(node), name, typeParameters, bases, decorators, body: block };
}

/** A definition with its decorators; its span begins with the first of them. */
const decorated: LowerStatement = (read, node) => {
  const decorators: Expression[] = [];
  let definition: FunctionDefinition | ClassDefinition | undefined;
  for (const { kind, node: child } of byKind(read, node)) {
    if (kind === 'decorator') decorators.push(expressionOr(read, read.children(child)[0], child.startIndex));
    else if (kind === 'class_definition') definition = classDefinition(read, child, decorators);
    else if (kind === 'function_definition') definition = functionDefinition(read, child, decorators);
  }
  if (definition) return { ...definition, ...spanOf(node) };
  return { kind: 'Broken', ...spanOf(node), parts: decorators };
};

const dotted = (read: Reading, node: TreeNode) => read.text.slice(node.startIndex, node.endIndex).replaceAll(/\s/g, '');

function importedName(read: Reading, node: TreeNode, kind: string): ImportedName {
  const span = spanOf(node);
  if (kind === 'wildcard_import') return { ...span, name: '*', alias: '*' };
  if (kind !== 'aliased_import') return { ...span, name: dotted(read, node), alias: undefined };
  const [name, alias] = read.children(node);
  return { ...span, name: name ? dotted(read, name) : '', alias: alias && read.name(alias).id };
}

/** A backslash that continues the line is a node of its own. */
const isImported = ({ kind }: { readonly kind: string }) =>
  /^(dotted_name|identifier|aliased_import|wildcard_import)$/.test(kind);

const importStatement: LowerStatement = (read, node) => {
  const names = byKind(read, node)
    .filter(isImported)
    .map((child) => importedName(read, child.node, child.kind));
  return { kind: 'Import', ...spanOf(node), from: undefined, names };
};

const importFrom: LowerStatement = (read, node) => {
  const [module, ...names] = byKind(read, node);
  return {
    kind: 'Import',
    ...spanOf(node),
    from: module ? dotted(read, module.node) : '',
    names: names.filter(isImported).map((child) => importedName(read, child.node, child.kind)),
  };
};

const futureImport: LowerStatement = (read, node) => {
  const names = byKind(read, node).map((child) => importedName(read, child.node, child.kind));
  return { kind: 'Import', ...spanOf(node), from: '__future__', names };
};

const outer =
  (isGlobal: boolean): LowerStatement =>
  (read, node) => ({ kind: 'Outer', ...spanOf(node), isGlobal, names: read.children(node).map((n) => read.name(n)) });

const expressionsOf = (read: Reading, node: TreeNode): Expression[] => read.expressions(read.children(node));

const returnStatement: LowerStatement = (read, node) => {
  const [value] = expressionsOf(read, node);
  const start = node.startIndex;
  return { kind: 'Return', start, end: value?.end ?? start + 'return'.length, value };
};

const assertStatement: LowerStatement = (read, node) => {
  const [condition = nothingAt(node.startIndex), message] = expressionsOf(read, node);
  return { kind: 'Assert', start: node.startIndex, end: (message ?? condition).end, condition, message };
};

const raiseStatement: LowerStatement = (read, node) => {
  return { kind: 'Raise', ...spanOf(node), values: expressionsOf(read, node) };
};

const deleteStatement: LowerStatement = (read, node) => {
  return { kind: 'Delete', ...spanOf(node), targets: expressionsOf(read, node) };
};

const typeAlias: LowerStatement = (read, node) => {
  const [name = nothingAt(node.startIndex), value = nothingAt(node.startIndex)] = expressionsOf(read, node);
  return { kind: 'TypeAlias', ...spanOf(node), name, value };
};

export const statementKinds: ReadonlyMap<string, LowerStatement> = new Map<string, LowerStatement>([
  ['expression_statement', expressionStatement],
  ['assignment', assignment],
  ['augmented_assignment', augmentedAssignment],
  ['if_statement', conditionalStatement],
  ['while_statement', whileStatement],
  ['for_statement', forStatement],
  ['try_statement', tryStatement],
  ['with_statement', withStatement],
  ['match_statement', matchStatement],
  ['function_definition', (read, node) => functionDefinition(read, node, [])],
  ['class_definition', (read, node) => classDefinition(read, node, [])],
  ['decorated_definition', decorated],
  ['import_statement', importStatement],
  ['import_from_statement', importFrom],
  ['future_import_statement', futureImport],
  ['global_statement', outer(true)],
  ['nonlocal_statement', outer(false)],
  ['return_statement', returnStatement],
  ['assert_statement', assertStatement],
  ['raise_statement', raiseStatement],
  ['delete_statement', deleteStatement],
  ['type_alias_statement', typeAlias],
  ['pass_statement', (_, node) => ({ kind: 'Pass', ...spanOf(node) })],
  ['break_statement', (_, node) => ({ kind: 'Jump', ...spanOf(node) })],
  ['continue_statement', (_, node) => ({ kind: 'Jump', ...spanOf(node) })],
]);
