import type { Remembering, Span } from './span';

export interface Name extends Span, Remembering {
  readonly kind: 'Name';
  readonly id: string;
}

export interface Attribute extends Span, Remembering {
  readonly kind: 'Attribute';
  readonly object: Expression;
  readonly name: Name;
}

export interface Parameter extends Span {
  readonly kind: 'Parameter';
  readonly name: Name | undefined;
  readonly splat: '*' | '**' | undefined;
  readonly annotation: Expression | undefined;
  readonly default: Expression | undefined;
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
