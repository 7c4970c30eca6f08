import { isStatement } from '../syntax/children';
import type {
  Block,
  Call,
  ClassDefinition,
  Comprehension,
  Expression,
  FunctionDefinition,
  If,
  Import,
  Lambda,
  Module,
  Parameter,
  Span,
  Statement,
} from '../syntax/nodes';
import { walrusTargets } from '../syntax/walrus';
import { catchesImportError, importBindings, isTypeChecking } from './imports';
import { type Binding, type BoundValue, type Loop, newScope, type Scope, type Step } from './scope';
import { targetsOf } from './targets';

interface Where {
  readonly scope: Scope;
  readonly suite: Span;
  readonly loop: Loop | undefined;
  /** In a `try` that catches ImportError, or below `if TYPE_CHECKING`. */
  readonly guarded: boolean;
}

export interface Scopes {
  readonly root: Scope;
  readonly of: ReadonlyMap<Module | ClassDefinition | FunctionDefinition, Scope>;
}

/** Binds every name that the statements of a module bind; the scopes of its classes and functions. */
export function bindModule(module: Module, text: string): Scopes {
  const root = newScope('module', module, undefined);
  const scopes = new Map<Module | ClassDefinition | FunctionDefinition, Scope>([[module, root]]);
  const hasWalrus = text.includes(':=');
  statements(module.body, { scope: root, suite: module, loop: undefined, guarded: false });
  return { root, of: scopes };

  function statements(all: readonly Statement[], where: Where): void {
    for (const statement of all) bind(statement, where);
  }

  function suite(block: Block | undefined, { scope, loop, guarded }: Where): void {
    if (block) statements(block.body, { scope, suite: block, loop, guarded });
  }

  function bind(node: Statement, where: Where): void {
    if (hasWalrus) {
      for (const { target, value } of walrusTargets(node)) {
        add(where.scope, target.id, { kind: 'value', value, scope: where.scope }, where, value.end);
      }
    }
    switch (node.kind) {
      case 'Function':
      case 'Class':
        definition(node, where);
        break;
      case 'Import':
        imported(node, where);
        break;
      case 'Assign':
        if (node.value === undefined && node.annotation) {
          const bound: BoundValue = { kind: 'annotation', annotation: node.annotation, scope: where.scope };
          for (const target of node.targets) store(target, bound, where, node.end);
        } else {
          for (const target of node.targets) assign(target, node.value, [], where, node.end);
        }
        break;
      case 'AugmentedAssign': {
        // `x += y` is `x = x + y` as far as kinds go: what x was, it stays.
        if (node.target.kind === 'Name') break;
        store(node.target, other, where, node.end);
        break;
      }
      case 'For': {
        const loop = { start: node.body.start, end: node.end, outer: where.loop };
        assign(node.target, node.iterable, ['each'], { ...where, suite: node.body, loop }, node.body.start);
        suite(node.body, { ...where, loop });
        suite(node.otherwise, where);
        break;
      }
      case 'While':
        suite(node.body, { ...where, loop: { start: node.start, end: node.end, outer: where.loop } });
        suite(node.otherwise, where);
        break;
      case 'If':
        branches(node, where);
        break;
      case 'With':
        for (const { context, target } of node.items) {
          if (target) store(target, { kind: 'context', value: context, scope: where.scope }, where, node.body.start);
        }
        // A suite below `with` always runs.
        statements(node.body.body, where);
        break;
      case 'Try': {
        const guarded = where.guarded || catchesImportError(node);
        suite(node.body, { ...where, guarded });
        for (const handler of node.handlers) {
          if (handler.name) add(where.scope, handler.name.id, other, { ...where, suite: handler }, handler.body.start);
          suite(handler.body, { ...where, guarded });
        }
        suite(node.otherwise, where);
        if (node.finally) statements(node.finally.body, where);
        break;
      }
      case 'Match':
        for (const clause of node.cases) {
          for (const { id } of clause.captures) {
            add(where.scope, id, other, { ...where, suite: clause }, clause.body.start);
          }
          suite(clause.body, where);
        }
        break;
      case 'Outer':
        where.scope.outer ??= new Map();
        for (const { id } of node.names) where.scope.outer.set(id, node.isGlobal ? 'global' : 'nonlocal');
        break;
      case 'Return':
        if (node.value) where.scope.returns.push(node.value);
        break;
      case 'TypeAlias':
        store(node.name, { kind: 'value', value: node.value, scope: where.scope }, where, node.end);
        break;
      case 'ExpressionStatement':
        if (node.value.kind === 'Yield') where.scope.isGenerator = true;
        if (node.value.kind === 'Call') registered(node.value, where);
        break;
      case 'Broken':
        for (const part of node.parts) if (isStatement(part)) bind(part, where);
        break;
    }
  }

  function branches(node: If, where: Where): void {
    for (const { condition, body } of node.clauses) {
      suite(body, isTypeChecking(condition) ? { ...where, guarded: true } : where);
    }
    suite(node.otherwise, where);
  }

  function definition(node: FunctionDefinition | ClassDefinition, where: Where): void {
    const { scope } = where;
    const isClass = node.kind === 'Class';
    if (node.name) {
      const bound: BoundValue = isClass ? { kind: 'class', node, scope } : { kind: 'function', node, scope };
      add(scope, node.name.id, bound, where, node.end);
    }
    const own = newScope(isClass ? 'class' : 'function', node, scope, node.name?.id ?? '');
    scopes.set(node, own);
    for (const name of node.typeParameters) {
      if (name.kind === 'Name')
        add(own, name.id, other, { suite: node.body, loop: where.loop }, name.end || name.start);
    }
    if (!isClass) bindParameters(node.parameters, own, node.body);
    statements(node.body.body, { scope: own, suite: node.body, loop: undefined, guarded: where.guarded });
  }

  function imported(node: Import, where: Where): void {
    for (const { alias, name, isStar } of importBindings(node)) {
      if (isStar) where.scope.stars.push(name);
      else add(where.scope, alias, { kind: 'import', name, guarded: where.guarded }, where, node.end);
    }
  }

  function assign(target: Expression, value: Expression | undefined, first: readonly Step[], where: Where, at: number) {
    const isWhole = target.kind === 'Name' || target.kind === 'Attribute';
    for (const { node, path } of isWhole ? [{ node: target, path: first }] : targetsOf(target, first)) {
      store(node, value === undefined ? other : boundPart(value, path, where.scope), where, at);
    }
  }

  /** `self.register_buffer("mask", value)` is `self.mask = value`. */
  function registered({ callee, arguments: [name, value], end }: Call, where: Where): void {
    if (callee.kind !== 'Attribute' || callee.object.kind !== 'Name' || !registering.has(callee.name.id)) return;
    const method = methodOf(where.scope);
    if (method?.parent?.kind !== 'class' || !isSelf(callee.object.id, method)) return;
    if (name?.value.kind !== 'String' || name.value.value === undefined) return;
    const bound: BoundValue = value ? { kind: 'value', value: value.value, scope: where.scope } : other;
    push(method.parent.attributes, name.value.value, place(bound, where, end));
  }

  function store(target: Expression, bound: BoundValue, where: Where, at: number): void {
    if (target.kind === 'Name') {
      add(where.scope, target.id, bound, where, at);
    } else if (target.kind === 'Attribute' && target.object.kind === 'Name') {
      const method = methodOf(where.scope);
      if (method?.parent?.kind !== 'class' || !isSelf(target.object.id, method)) return;
      push(method.parent.attributes, target.name.id, place(bound, where, at));
    }
  }
}

const registering = new Set(['register_buffer', 'register_parameter', 'add_module', 'register_module']);

function isSelf(name: string, method: Scope): boolean {
  return method.node.kind === 'Function' && method.node.parameters[0]?.name?.id === name;
}

function methodOf(scope: Scope): Scope | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.parent?.kind === 'class') return at;
  return undefined;
}

const other: BoundValue = { kind: 'other' };

/** What a part of a value is, taken from the text where the value is written out: `a, b = 1, 2`. */
function boundPart(value: Expression, path: readonly Step[] | undefined, scope: Scope): BoundValue {
  if (path === undefined) return other;
  if (path.length === 0) return { kind: 'value', value, scope };
  const [step, ...rest] = path as readonly [Step, ...Step[]];
  const isWritten = (value.kind === 'Tuple' || value.kind === 'List') && typeof step === 'number';
  if (isWritten && !value.elements.some(({ kind }) => kind === 'Starred')) {
    const element = value.elements[step];
    return element ? boundPart(element, rest, scope) : other;
  }
  return { kind: 'element', value, path, scope };
}

function place(what: BoundValue, { suite, loop }: Pick<Where, 'suite' | 'loop'>, at: number): Binding {
  return { what, at, suite, loop };
}

function push(map: Map<string, Binding[]>, name: string, binding: Binding): void {
  const all = map.get(name);
  if (all) all.push(binding);
  else map.set(name, [binding]);
}

function add(scope: Scope, name: string, bound: BoundValue, where: Pick<Where, 'suite' | 'loop'>, at: number): void {
  push(ownerOf(scope, name).names, name, place(bound, where, at));
}

function ownerOf(scope: Scope, name: string): Scope {
  const outer = scope.outer?.get(name);
  if (outer === undefined) return scope;
  let owner = scope;
  do owner = owner.parent ?? owner;
  while (owner.parent && (outer === 'global' || owner.kind === 'class' || !owner.names.has(name)));
  return owner;
}

function bindParameters(parameters: readonly Parameter[], own: Scope, suite: Span): void {
  parameters.forEach((parameter, index) => {
    if (!parameter.name) return;
    const bound: BoundValue = { kind: 'parameter', parameter, index, scope: own };
    add(own, parameter.name.id, bound, { suite, loop: undefined }, suite.start);
  });
}

/** The scope of a lambda or comprehension, which stands in `parent`. */
export function bindInner(node: Lambda | Comprehension, parent: Scope): Scope {
  if (node.kind === 'Lambda') {
    const own = newScope('lambda', node, parent);
    bindParameters(node.parameters, own, node.body);
    return own;
  }
  const own = newScope('comprehension', node, parent);
  node.clauses.forEach(({ target, iterable }, index) => {
    const within = index === 0 ? parent : own;
    for (const { node: name, path } of targetsOf(target, ['each'])) {
      if (name.kind === 'Name') {
        add(own, name.id, boundPart(iterable, path, within), { suite: node, loop: undefined }, node.start);
      }
    }
  });
  return own;
}
