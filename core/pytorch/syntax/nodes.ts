/**
 * The syntax of a Python text, free of the parser that made it. Spans are UTF-16 offsets, the end excluded; that of an
 * expression in parentheses has them in it.
 */
export interface Span {
  start: number;
  end: number;
}

export interface Module extends Span {
  readonly kind: 'Module';
  readonly body: readonly Statement[];
  /** The places of comments, in the order of the text. */
  readonly comments: readonly Span[];
}

/** An indented suite, or what stands behind the colon. */
export interface Block extends Span {
  readonly kind: 'Block';
  readonly body: readonly Statement[];
}

export interface Parameter extends Span {
  readonly kind: 'Parameter';
  readonly name: Name | undefined;
  readonly splat: '*' | '**' | undefined;
  readonly annotation: Expression | undefined;
  readonly default: Expression | undefined;
}

export interface FunctionDefinition extends Span {
  readonly kind: 'Function';
  readonly name: Name | undefined;
  readonly typeParameters: readonly Expression[];
  readonly parameters: readonly Parameter[];
  readonly returns: Expression | undefined;
  readonly decorators: readonly Expression[];
  readonly body: Block;
}

export interface ClassDefinition extends Span {
  readonly kind: 'Class';
  readonly name: Name | undefined;
  readonly typeParameters: readonly Expression[];
  readonly bases: readonly Argument[];
  readonly decorators: readonly Expression[];
  readonly body: Block;
}

export interface Clause extends Span {
  readonly condition: Expression;
  readonly body: Block;
}

/** `if`, `elif` and `else` side by side: a long chain is no deep tree. */
export interface If extends Span {
  readonly kind: 'If';
  readonly clauses: readonly Clause[];
  readonly otherwise: Block | undefined;
}

export interface While extends Span {
  readonly kind: 'While';
  readonly condition: Expression;
  readonly body: Block;
  readonly otherwise: Block | undefined;
}

export interface For extends Span {
  readonly kind: 'For';
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: Block;
  readonly otherwise: Block | undefined;
}

export interface With extends Span {
  readonly kind: 'With';
  readonly items: readonly { readonly context: Expression; readonly target: Expression | undefined }[];
  readonly body: Block;
}

export interface Handler extends Span {
  /** Absent for a bare `except:`. */
  readonly caught: Expression | undefined;
  readonly name: Name | undefined;
  readonly body: Block;
}

export interface Try extends Span {
  readonly kind: 'Try';
  readonly body: Block;
  readonly handlers: readonly Handler[];
  readonly otherwise: Block | undefined;
  readonly finally: Block | undefined;
}

export interface Case extends Span {
  /** The literals and values of its pattern, and the names that it binds. */
  readonly values: readonly Expression[];
  readonly captures: readonly Name[];
  readonly guard: Expression | undefined;
  readonly body: Block;
}

export interface Match extends Span {
  readonly kind: 'Match';
  readonly subject: Expression;
  readonly cases: readonly Case[];
}

export interface ImportedName extends Span {
  /** As it stands: `torch.nn` of `import torch.nn as nn`, `nn` of `from torch import nn`; `*`. */
  readonly name: string;
  readonly alias: string | undefined;
}

export interface Import extends Span {
  readonly kind: 'Import';
  /** Of `from torch import nn`; dots of a relative import included. Absent for `import torch`. */
  readonly from: string | undefined;
  readonly names: readonly ImportedName[];
}

export interface Assign extends Span {
  readonly kind: 'Assign';
  /** Several for `a = b = value`. */
  readonly targets: readonly Expression[];
  readonly annotation: Expression | undefined;
  /** Absent for a mere annotation `x: int`. */
  readonly value: Expression | undefined;
}

export interface AugmentedAssign extends Span {
  readonly kind: 'AugmentedAssign';
  readonly target: Expression;
  readonly value: Expression;
}

export interface Return extends Span {
  readonly kind: 'Return';
  readonly value: Expression | undefined;
}

export interface Raise extends Span {
  readonly kind: 'Raise';
  readonly values: readonly Expression[];
}

export interface Assert extends Span {
  readonly kind: 'Assert';
  readonly condition: Expression;
  readonly message: Expression | undefined;
}

/** `global` and `nonlocal`. */
export interface Outer extends Span {
  readonly kind: 'Outer';
  readonly isGlobal: boolean;
  readonly names: readonly Name[];
}

export interface Delete extends Span {
  readonly kind: 'Delete';
  readonly targets: readonly Expression[];
}

export interface TypeAlias extends Span {
  readonly kind: 'TypeAlias';
  readonly name: Expression;
  readonly value: Expression;
}

export interface ExpressionStatement extends Span {
  readonly kind: 'ExpressionStatement';
  readonly value: Expression;
}

/** `break` and `continue`. */
export interface Jump extends Span {
  readonly kind: 'Jump';
}

export interface Pass extends Span {
  readonly kind: 'Pass';
}

/** What could be read of a place that is not Python. */
export interface Broken extends Span {
  readonly kind: 'Broken';
  readonly parts: readonly (Statement | Expression)[];
}

export type Statement =
  | FunctionDefinition
  | ClassDefinition
  | If
  | While
  | For
  | With
  | Try
  | Match
  | Import
  | Assign
  | AugmentedAssign
  | Return
  | Raise
  | Assert
  | Outer
  | Delete
  | TypeAlias
  | ExpressionStatement
  | Jump
  | Pass
  | Broken;

/**
 * Room in the nodes that are asked for most for what was found out about them, by whoever the syntax was read for: a map of all
 * of them costs more than looking some up again. The parser makes the room, so that all nodes of a kind have one shape.
 */
export interface Remembering {
  remembered?: unknown;
}

export interface Name extends Span, Remembering {
  readonly kind: 'Name';
  readonly id: string;
}

export interface Attribute extends Span, Remembering {
  readonly kind: 'Attribute';
  readonly object: Expression;
  readonly name: Name;
}

export interface Argument extends Span {
  readonly kind: 'Argument';
  readonly keyword: Name | undefined;
  readonly splat: '*' | '**' | undefined;
  readonly value: Expression;
}

export interface Call extends Span, Remembering {
  readonly kind: 'Call';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
  /** The parentheses included. */
  readonly argumentsSpan: Span;
}

export interface Subscript extends Span {
  readonly kind: 'Subscript';
  readonly object: Expression;
  readonly indices: readonly Expression[];
}

export interface Slice extends Span {
  readonly kind: 'Slice';
  readonly parts: readonly Expression[];
}

export interface Constant extends Span {
  readonly kind: 'Constant';
  /** Undefined for `...`. */
  readonly value: boolean | null | undefined;
}

export interface NumberLiteral extends Span {
  readonly kind: 'Number';
  /** Undefined where it is complex or cannot be said exactly. */
  readonly value: number | undefined;
  readonly isInteger: boolean;
}

export interface StringLiteral extends Span {
  readonly kind: 'String';
  /** Undefined for bytes, and where it has escapes that are not told apart here. */
  readonly value: string | undefined;
  /** Between the quotes. */
  readonly content: Span;
}

/** An f-string or t-string. */
export interface JoinedString extends Span {
  readonly kind: 'JoinedString';
  readonly content: Span;
  /** The expressions between its braces, with the places of the braces; behind a field, those of its format. */
  readonly fields: readonly { readonly span: Span; readonly value: Expression }[];
}

/** `"a" "b"`. */
export interface AdjacentStrings extends Span {
  readonly kind: 'AdjacentStrings';
  readonly parts: readonly (StringLiteral | JoinedString)[];
}

export interface Collection extends Span {
  readonly kind: 'Tuple' | 'List' | 'Set';
  readonly elements: readonly Expression[];
}

export interface Dictionary extends Span {
  readonly kind: 'Dictionary';
  /** The key is absent for `**other`. */
  readonly entries: readonly { readonly key: Expression | undefined; readonly value: Expression }[];
}

export interface ComprehensionClause {
  readonly target: Expression;
  readonly iterable: Expression;
}

export interface Comprehension extends Span {
  readonly kind: 'Comprehension';
  readonly form: 'list' | 'set' | 'dictionary' | 'generator';
  readonly key: Expression | undefined;
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
  readonly conditions: readonly Expression[];
}

export interface BinaryOperation extends Span {
  readonly kind: 'Binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryOperation extends Span {
  readonly kind: 'Unary';
  readonly operator: '-' | '+' | '~' | 'not';
  readonly operand: Expression;
}

export interface BooleanOperation extends Span {
  readonly kind: 'Boolean';
  readonly operator: 'and' | 'or';
  readonly left: Expression;
  readonly right: Expression;
}

export interface Comparison extends Span {
  readonly kind: 'Comparison';
  readonly operands: readonly Expression[];
  /** One fewer than operands. */
  readonly operators: readonly string[];
}

export interface Conditional extends Span {
  readonly kind: 'Conditional';
  readonly condition: Expression;
  readonly body: Expression;
  readonly otherwise: Expression;
}

export interface Lambda extends Span {
  readonly kind: 'Lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

export interface Await extends Span {
  readonly kind: 'Await';
  readonly value: Expression;
}

export interface Yield extends Span {
  readonly kind: 'Yield';
  readonly value: Expression | undefined;
}

export interface Starred extends Span {
  readonly kind: 'Starred';
  readonly value: Expression;
}

export interface NamedExpression extends Span {
  readonly kind: 'Named';
  readonly target: Name;
  readonly value: Expression;
}

/** An expression that is not looked into: nested too deep, or of a kind that says nothing here. */
export interface Opaque extends Span {
  readonly kind: 'Opaque';
  readonly parts: readonly Expression[];
}

export type Expression =
  | Name
  | Attribute
  | Call
  | Subscript
  | Slice
  | Constant
  | NumberLiteral
  | StringLiteral
  | JoinedString
  | AdjacentStrings
  | Collection
  | Dictionary
  | Comprehension
  | BinaryOperation
  | UnaryOperation
  | BooleanOperation
  | Comparison
  | Conditional
  | Lambda
  | Await
  | Yield
  | Starred
  | NamedExpression
  | Opaque;
