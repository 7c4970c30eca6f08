import type {
  ClassDefinition,
  Comprehension,
  Expression,
  FunctionDefinition,
  Lambda,
  Module,
  Parameter,
} from '../syntax/nodes';

/** Which element of a value: `0` of `a, b = value`; `each` of `for a in value`. */
export type Step = number | 'each';

/** What a name is bound to. */
export type BoundValue =
  | { readonly kind: 'import'; readonly name: string; readonly guarded: boolean }
  | { readonly kind: 'value'; readonly value: Expression; readonly scope: Scope }
  | { readonly kind: 'element'; readonly value: Expression; readonly path: readonly Step[]; readonly scope: Scope }
  /** `with value as name`. */
  | { readonly kind: 'context'; readonly value: Expression; readonly scope: Scope }
  | { readonly kind: 'annotation'; readonly annotation: Expression; readonly scope: Scope }
  | { readonly kind: 'parameter'; readonly parameter: Parameter; readonly index: number; readonly scope: Scope }
  | { readonly kind: 'class'; readonly node: ClassDefinition; readonly scope: Scope }
  | { readonly kind: 'function'; readonly node: FunctionDefinition; readonly scope: Scope }
  | { readonly kind: 'other' };

/** A loop around a statement, and the loops around that. */
export interface Loop {
  readonly start: number;
  readonly end: number;
  readonly outer: Loop | undefined;
}

export interface Binding {
  readonly what: BoundValue;
  /** From where on it holds: the end of its statement. */
  readonly at: number;
  /** The suite that it stands in: where that runs on, it holds. */
  readonly suite: { readonly start: number; readonly end: number };
  readonly loop: Loop | undefined;
}

export type ScopeNode = Module | ClassDefinition | FunctionDefinition | Lambda | Comprehension;

/** A module, class, function, lambda or comprehension, and the names that it binds. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'lambda' | 'comprehension';
  readonly node: ScopeNode;
  readonly parent: Scope | undefined;
  /** Such as `Attention.forward`; empty for the module. */
  readonly path: string;
  /** In the order of the text. */
  readonly names: Map<string, Binding[]>;
  /** A class: what its methods assign to `self`. Of other scopes it is empty. */
  readonly attributes: Map<string, Binding[]>;
  /** Names that `global` and `nonlocal` send outwards, where there are any. */
  outer: Map<string, 'global' | 'nonlocal'> | undefined;
  /** Modules whose every name is imported. */
  readonly stars: string[];
  /** What the function returns, in the order of the text. */
  readonly returns: Expression[];
  isGenerator: boolean;
}

const noAttributes = new Map<string, Binding[]>();

export function newScope(kind: Scope['kind'], node: ScopeNode, parent: Scope | undefined, name?: string): Scope {
  const above = parent?.path ?? '';
  return {
    kind,
    node,
    parent,
    path: name === undefined ? above : above === '' ? name : `${above}.${name}`,
    names: new Map(),
    attributes: kind === 'class' ? new Map() : noAttributes,
    outer: undefined,
    stars: [],
    returns: [],
    isGenerator: false,
  };
}

/** The class that a method stands in, also for what stands inside the method. */
export function enclosingClass(scope: Scope): Scope | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.kind === 'class') return at;
  return undefined;
}
