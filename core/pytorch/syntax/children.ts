import type { Expression, Statement } from './nodes';

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

/** The expressions that stand right below an expression, in the order of the text. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'Name':
    case 'Constant':
    case 'Number':
    case 'String':
      return [];
    case 'Attribute':
      return [node.object];
    case 'Call':
      return [node.callee, ...node.arguments.map(({ value }) => value)];
    case 'Subscript':
      return [node.object, ...node.indices];
    case 'Slice':
    case 'Opaque':
    case 'AdjacentStrings':
      return node.parts;
    case 'JoinedString':
      return node.fields.map(({ value }) => value);
    case 'Tuple':
    case 'List':
    case 'Set':
      return node.elements;
    case 'Dictionary':
      return present(node.entries.flatMap(({ key, value }) => [key, value]));
    case 'Comprehension':
      return present([
        node.key,
        node.element,
        ...node.clauses.flatMap((c) => [c.target, c.iterable]),
        ...node.conditions,
      ]);
    case 'Binary':
    case 'Boolean':
      return [node.left, node.right];
    case 'Unary':
      return [node.operand];
    case 'Comparison':
      return node.operands;
    case 'Conditional':
      return [node.body, node.condition, node.otherwise];
    case 'Lambda':
      return present([...node.parameters.map((parameter) => parameter.default), node.body]);
    case 'Await':
    case 'Starred':
      return [node.value];
    case 'Yield':
      return present([node.value]);
    case 'Named':
      return [node.target, node.value];
  }
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
