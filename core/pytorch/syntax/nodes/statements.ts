import type { Argument, Expression, Name, Parameter } from './expressions';
import type { Span } from './span';

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
