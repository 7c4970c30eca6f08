import type { Collection, Expression, Statement } from './nodes';

const present = (nodes: readonly (Expression | undefined)[]): Expression[] =>
  nodes.filter((node) => node !== undefined);

const statementKinds: ReadonlySet<string> = new Set<Statement['kind']>([
  ...(['Function', 'Class', 'If', 'While', 'For', 'With', 'Try', 'Match', 'Import', 'Assign'] as const),
  ...(['AugmentedAssign', 'Return', 'Raise', 'Assert', 'Outer', 'Delete', 'TypeAlias'] as const),
  ...(['ExpressionStatement', 'Jump', 'Pass', 'Broken'] as const),
]);

export function isStatement(part: Statement | Expression): part is Statement {
  return statementKinds.has(part.kind);
}

/** A tuple, list or set whose elements are written out. */
export function isCollection(node: Expression): node is Collection {
  return node.kind === 'Tuple' || node.kind === 'List' || node.kind === 'Set';
}

/** Calls `visit` with the expressions that stand right below an expression, in the order of the text. */
export function forEachPart(node: Expression, visit: (part: Expression) => void): void {
  switch (node.kind) {
    case 'Name':
    case 'Constant':
    case 'Number':
    case 'String':
      break;
    case 'Attribute':
      visit(node.object);
      break;
    case 'Call':
      visit(node.callee);
      for (const { value } of node.arguments) visit(value);
      break;
    case 'Subscript':
      visit(node.object);
      for (const index of node.indices) visit(index);
      break;
    case 'Slice':
    case 'Opaque':
    case 'AdjacentStrings':
      for (const part of node.parts) visit(part);
      break;
    case 'JoinedString':
      for (const { value } of node.fields) visit(value);
      break;
    case 'Tuple':
    case 'List':
    case 'Set':
      for (const element of node.elements) visit(element);
      break;
    case 'Dictionary':
      for (const { key, value } of node.entries) {
        if (key) visit(key);
        visit(value);
      }
      break;
    case 'Comprehension':
      if (node.key) visit(node.key);
      visit(node.element);
      for (const { target, iterable } of node.clauses) {
        visit(target);
        visit(iterable);
      }
      for (const condition of node.conditions) visit(condition);
      break;
    case 'Binary':
    case 'Boolean':
      visit(node.left);
      visit(node.right);
      break;
    case 'Unary':
      visit(node.operand);
      break;
    case 'Comparison':
      for (const operand of node.operands) visit(operand);
      break;
    case 'Conditional':
      visit(node.body);
      visit(node.condition);
      visit(node.otherwise);
      break;
    case 'Lambda':
      for (const parameter of node.parameters) if (parameter.default) visit(parameter.default);
      visit(node.body);
      break;
    case 'Await':
    case 'Starred':
      visit(node.value);
      break;
    case 'Yield':
      if (node.value) visit(node.value);
      break;
    case 'Named':
      visit(node.target);
      visit(node.value);
      break;
  }
}

/** The expressions that stand right below an expression, in the order of the text. */
export function partsOf(node: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  forEachPart(node, (part) => parts.push(part));
  return parts;
}

/** The expressions of a statement itself, not of the statements in it, in the order of the text. */
export function expressionsOf(node: Statement): readonly Expression[] {
  switch (node.kind) {
    case 'Function': {
      const parameters = node.parameters.flatMap((parameter) => [parameter.annotation, parameter.default]);
      return present([...node.decorators, ...parameters, node.returns]);
    }
    case 'Class':
      return [...node.decorators, ...node.bases.map(({ value }) => value)];
    case 'If':
      return node.clauses.map(({ condition }) => condition);
    case 'While':
      return [node.condition];
    case 'For':
      return [node.target, node.iterable];
    case 'With':
      return present(node.items.flatMap(({ context, target }) => [context, target]));
    case 'Try':
      return present(node.handlers.map(({ caught }) => caught));
    case 'Match':
      return [node.subject, ...node.cases.flatMap(({ values, guard }) => present([...values, guard]))];
    case 'Assign':
      return present([...node.targets, node.annotation, node.value]);
    case 'AugmentedAssign':
      return [node.target, node.value];
    case 'Return':
      return present([node.value]);
    case 'Raise':
      return node.values;
    case 'Assert':
      return present([node.condition, node.message]);
    case 'Delete':
      return node.targets;
    case 'TypeAlias':
      return [node.name, node.value];
    case 'ExpressionStatement':
      return [node.value];
    case 'Import':
    case 'Outer':
    case 'Jump':
    case 'Pass':
    case 'Broken':
      return [];
  }
}

/** The statements in a statement, in the order of the text; not those of a function or class, which run in their own scope. */
export function suitesOf(node: Statement): Statement[] {
  switch (node.kind) {
    case 'If':
      return [...node.clauses.flatMap(({ body }) => body.body), ...(node.otherwise?.body ?? [])];
    case 'For':
    case 'While':
      return [...node.body.body, ...(node.otherwise?.body ?? [])];
    case 'With':
      return [...node.body.body];
    case 'Try':
      return [node.body, ...node.handlers.map(({ body }) => body), node.otherwise, node.finally].flatMap(
        (block) => block?.body ?? [],
      );
    case 'Match':
      return node.cases.flatMap(({ body }) => body.body);
    default:
      return [];
  }
}

/** What a name or the end of a dotted one is: `skipif` of `pytest.mark.skipif`; empty for anything else. */
export function lastName(node: Expression): string {
  return node.kind === 'Name' ? node.id : node.kind === 'Attribute' ? node.name.id : '';
}
