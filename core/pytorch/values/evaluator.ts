import { bindInner, type Scopes } from '../names/bind';
import { lookUp } from '../names/look-up';
import type { Binding, BoundValue, Scope, Step } from '../names/scope';
import type { Comprehension, Expression, Lambda, NumberLiteral } from '../syntax/nodes';
import { annotatedValue } from './annotations';
import { canonicalName } from './api-names';
import { builtinResult } from './builtins';
import { evaluateCall } from './calls';
import { Classes } from './classes';
import { memberOf } from './members';
import { isModuleClassName, torchReturns } from './torch-returns';
import { at, atMost, bool, elementOf, isWorkspaceName, itself, join, text, unknown, type Value, weaker } from './value';
import { splitName, type WorkspaceNames, workspaceName } from './workspace-names';

/** Chains of names, attributes and calls longer than this are not followed. */
const longest = 24;
/** No question takes more steps, */
const mostStepsOfQuestion = 2000;
/** and all questions about a file together take no more than this many, and some more for each of its characters. */
const fewestSteps = 200_000;
const stepsOfCharacter = 4;

/** Finds what the expressions of one file are. */
export class Evaluator {
  readonly classes: Classes;
  private readonly known = new Map<Expression, Value>();
  private readonly pending = new Set<Expression>();
  private readonly inner = new Map<Lambda | Comprehension, Scope>();
  private readonly returnValues = new Map<Scope, Value>();
  private cycles = 0;
  private steps = 0;
  private stepsLeft: number;

  constructor(
    readonly path: string,
    readonly text: string,
    readonly scopes: Scopes,
    readonly workspace: WorkspaceNames,
  ) {
    this.classes = new Classes(this);
    this.stepsLeft = fewestSteps + stepsOfCharacter * text.length;
  }

  /** Nothing more is found out about values: the file has used up its time. */
  get isExhausted(): boolean {
    return this.stepsLeft <= 0;
  }

  /** What `node` is, seen in `scope`; what depends on itself (`x = x.view(-1)` in a loop) is what its other bindings say. */
  value(node: Expression, scope: Scope, depth = 0): Value {
    const before = this.known.get(node);
    if (before) return before;
    if (this.pending.size === 0) this.steps = 0;
    if (depth > longest || this.steps > mostStepsOfQuestion || this.stepsLeft <= 0) return unknown;
    this.steps++;
    this.stepsLeft--;
    if (this.pending.has(node)) {
      this.cycles++;
      return itself;
    }
    const cyclesBefore = this.cycles;
    const isWhole = this.pending.size === 0;
    this.pending.add(node);
    const value = this.find(node, scope, depth);
    this.pending.delete(node);
    // What was found within a cycle lacks what the cycle's other members say: only the whole of it is kept.
    if (isWhole || (this.cycles === cyclesBefore && depth + 4 < longest)) {
      const found = value === itself ? unknown : value;
      this.known.set(node, found);
      return found;
    }
    return value;
  }

  scopeOf(node: Lambda | Comprehension, parent: Scope): Scope {
    let scope = this.inner.get(node);
    if (!scope) {
      scope = bindInner(node, parent);
      this.inner.set(node, scope);
    }
    return scope;
  }

  private find(node: Expression, scope: Scope, depth: number): Value {
    switch (node.kind) {
      case 'Name':
        return this.nameValue(node.id, scope, node.start, depth);
      case 'Attribute':
        return memberOf(this, this.value(node.object, scope, depth + 1), node.name.id, depth);
      case 'Call':
        return evaluateCall(this, node, scope, depth);
      case 'Constant':
        if (node.value === undefined) return unknown;
        return node.value === null
          ? { kind: 'none', certainty: 'proven', constant: null }
          : { kind: 'bool', certainty: 'proven', constant: node.value };
      case 'Number':
        return numberValue(node);
      case 'String':
        return node.value === undefined ? text : { kind: 'string', certainty: 'proven', constant: node.value };
      case 'JoinedString':
      case 'AdjacentStrings':
        return text;
      case 'Tuple':
      case 'List':
      case 'Set':
        return this.collection(node.kind === 'Tuple' ? 'tuple' : 'list', node.elements, scope, depth);
      case 'Dictionary':
        return this.dictionary(node, scope, depth);
      case 'Comprehension':
        return this.comprehension(node, scope, depth);
      case 'Subscript':
        return this.subscript(node.object, node.indices, scope, depth);
      case 'Binary':
        return this.binary(node.operator, node.left, node.right, scope, depth);
      case 'Unary': {
        if (node.operator === 'not') return bool;
        const operand = this.value(node.operand, scope, depth + 1);
        if (typeof operand.constant === 'number') {
          return { ...operand, constant: node.operator === '-' ? -operand.constant : undefined };
        }
        return operand.kind === 'tensor' || operand.kind === 'int' || operand.kind === 'float' ? operand : unknown;
      }
      case 'Comparison': {
        const isTensor =
          node.operands.length === 2 &&
          /^[<>=!]/.test(node.operators[0]!) &&
          node.operands.map((operand) => this.value(operand, scope, depth + 1)).find(({ kind }) => kind === 'tensor');
        return isTensor ? { ...isTensor, dtype: 'torch.bool' } : bool;
      }
      case 'Boolean':
        return join([this.value(node.left, scope, depth + 1), this.value(node.right, scope, depth + 1)]);
      case 'Conditional':
        return join([this.value(node.body, scope, depth + 1), this.value(node.otherwise, scope, depth + 1)]);
      case 'Named':
        return this.value(node.value, scope, depth + 1);
      default:
        return unknown;
    }
  }

  nameValue(name: string, scope: Scope, from: number | undefined, depth: number): Value {
    const found = lookUp(name, scope, from);
    if (found) return join(found.bindings.map((binding) => this.bound(binding, found.scope, depth)));
    for (const module of this.scopes.root.stars) {
      const value = this.workspace.starred(this.path, module, name);
      if (value) return value;
    }
    const star = this.scopes.root.stars.find((module) => module === 'torch' || module.startsWith('torch.'));
    // Of a star import from PyTorch only names that it is known to have.
    if (star !== undefined && torchReturns().functions.has(`${star}.${name}`))
      return apiValue(`${star}.${name}`, 'assumed');
    return unknown;
  }

  /** Whether a name is one of Python's own. */
  isBuiltin(name: string, scope: Scope): boolean {
    return lookUp(name, scope) === undefined;
  }

  bound(binding: Binding | BoundValue, scope: Scope, depth: number): Value {
    switch (binding.kind) {
      case 'import':
        return this.imported(binding.name);
      case 'value':
        return this.value(binding.value, binding.scope, depth + 1);
      case 'element':
        return this.part(this.value(binding.value, binding.scope, depth + 1), binding.path);
      case 'context':
        return this.entered(this.value(binding.value, binding.scope, depth + 1));
      case 'annotation':
        return this.annotated(binding.annotation, binding.scope, depth);
      case 'class':
        return { kind: 'api', certainty: 'proven', name: workspaceName(this.path, qualified(binding, scope)) };
      case 'function': {
        const own = this.scopes.of.get(binding.node);
        if (own && scope.kind === 'class' && isProperty(own)) return this.returnedBy(own, depth);
        return { kind: 'api', certainty: 'proven', name: workspaceName(this.path, qualified(binding, scope)) };
      }
      case 'parameter':
        return this.parameter(binding, depth);
      case 'other':
        return unknown;
    }
  }

  /** What an import stands for. */
  imported(name: string): Value {
    if (name === 'torch' || name.startsWith('torch.')) return apiValue(name, 'proven');
    return this.workspace.imported(this.path, name) ?? apiValue(name, 'proven');
  }

  private part(value: Value, path: readonly Step[]): Value {
    return path.reduce((whole, step) => (step === 'each' ? elementOf(whole) : at(whole, step)), value);
  }

  /** `with value as x`: most of PyTorch's context managers return themselves or nothing that is asked for. */
  private entered(value: Value): Value {
    return value.kind === 'other' && value.name?.startsWith('torch.') ? value : unknown;
  }

  annotated(annotation: Expression, scope: Scope, depth: number): Value {
    const value = annotatedValue(annotation, (name) => this.value(name, scope, depth + 1));
    if (value?.kind !== 'api') return value ?? unknown;
    return this.instance(value.name!, value.certainty, depth) ?? unknown;
  }

  /** An object of a class. */
  instance(name: string, certainty: Value['certainty'], depth: number): Value | undefined {
    if (isWorkspaceName(name)) {
      if (!this.classes.view(name)) return undefined;
      const isModule = this.classes.isModule(name, depth + 1);
      return isModule
        ? { kind: 'module', certainty: weaker(certainty, isModule), name, instanceOf: name }
        : { kind: 'other', certainty, name, instanceOf: name };
    }
    if (isModuleClassName(name)) return { kind: 'module', certainty, name };
    return torchReturns().classes.has(name) ? { kind: 'other', certainty, name } : undefined;
  }

  private parameter(binding: BoundValue & { kind: 'parameter' }, depth: number): Value {
    const { parameter, index, scope } = binding;
    const owner = scope.parent?.kind === 'class' ? scope.parent : undefined;
    if (parameter.splat) return { kind: parameter.splat === '*' ? 'tuple' : 'dict', certainty: 'proven' };
    if (index === 0 && owner && scope.kind === 'function' && !isDecoratedBy(scope, 'staticmethod')) {
      const name = workspaceName(this.path, owner.path);
      if (isDecoratedBy(scope, 'classmethod')) return { kind: 'api', certainty: 'proven', name };
      return this.instance(name, 'proven', depth) ?? unknown;
    }
    // Annotations of a function are read where the function stands.
    if (parameter.annotation && scope.parent) {
      const said = this.annotated(parameter.annotation, scope.parent, depth);
      if (said.kind !== 'unknown') return said;
    }
    if (owner && scope.node.kind === 'Function' && scope.node.name?.id === 'forward' && !parameter.annotation) {
      const isPlain = parameter.default === undefined || isNone(parameter.default);
      const isModule = isPlain && this.classes.isModule(workspaceName(this.path, owner.path), depth + 1);
      return isModule ? { kind: 'tensor', certainty: 'assumed' } : unknown;
    }
    if (parameter.default && scope.parent) {
      // Callers may pass anything; a default says what is meant.
      const value = this.value(parameter.default, scope.parent, depth + 1);
      return /^(string|int|float|bool|device|dtype)$/.test(value.kind)
        ? atMost({ ...value, constant: undefined }, 'assumed')
        : unknown;
    }
    return unknown;
  }

  /** What a function or method of the workspace returns. */
  returned(name: string, depth: number): Value {
    const split = splitName(name);
    if (!split) return unknown;
    if (split.path !== this.path) return this.workspace.returned(split.path, split.name) ?? unknown;
    const scope = this.classes.scopeAt(split.name);
    return scope?.kind === 'function' ? this.returnedBy(scope, depth) : unknown;
  }

  returnedBy(scope: Scope, depth: number): Value {
    const before = this.returnValues.get(scope);
    if (before === itself) this.cycles++;
    if (before) return before;
    const { node } = scope;
    if (node.kind !== 'Function') return unknown;
    // What recursion returns is what the other branches say.
    this.returnValues.set(scope, itself);
    const value = this.returnValue(scope, node.returns, depth);
    if (depth <= 1 || this.pending.size === 0) this.returnValues.set(scope, value);
    else this.returnValues.delete(scope);
    return value;
  }

  private returnValue(scope: Scope, annotation: Expression | undefined, depth: number): Value {
    if (scope.isGenerator || (!annotation && !isPlainlyDecorated(scope))) return unknown;
    const said = annotation && scope.parent ? this.annotated(annotation, scope.parent, depth) : unknown;
    if (said.kind !== 'unknown' || scope.returns.length === 0 || scope.returns.length > 32) return said;
    return join(scope.returns.map((value) => this.value(value, scope, depth + 1)));
  }

  private collection(kind: 'tuple' | 'list', nodes: readonly Expression[], scope: Scope, depth: number): Value {
    if (nodes.length > 64) return { kind, certainty: 'proven' };
    const elements = nodes.map((node) => this.value(node, scope, depth + 1));
    if (nodes.some((node) => node.kind === 'Starred')) return { kind, certainty: 'proven' };
    return { kind, certainty: 'proven', elements };
  }

  private dictionary(node: Expression & { kind: 'Dictionary' }, scope: Scope, depth: number): Value {
    if (node.entries.length > 64) return { kind: 'dict', certainty: 'proven' };
    const entries: [string, Value][] = [];
    for (const { key, value } of node.entries) {
      if (key?.kind !== 'String' || key.value === undefined) return { kind: 'dict', certainty: 'proven' };
      entries.push([key.value, this.value(value, scope, depth + 1)]);
    }
    return { kind: 'dict', certainty: 'proven', entries: Object.fromEntries(entries) };
  }

  private comprehension(node: Comprehension, scope: Scope, depth: number): Value {
    const element = this.value(node.element, this.scopeOf(node, scope), depth + 1);
    return { kind: node.form === 'dictionary' ? 'dict' : 'list', certainty: 'proven', element };
  }

  private subscript(object: Expression, indices: readonly Expression[], scope: Scope, depth: number): Value {
    const whole = this.value(object, scope, depth + 1);
    const [index] = indices;
    if (whole === itself) return itself;
    switch (whole.kind) {
      case 'tensor': {
        const { dtype, device, certainty } = whole;
        return { kind: 'tensor', certainty, ...(dtype ? { dtype } : {}), ...(device ? { device } : {}) };
      }
      case 'tuple':
      case 'list': {
        if (!index || index.kind === 'Slice') return { ...whole, elements: undefined };
        const constant = this.value(index, scope, depth + 1).constant;
        return typeof constant === 'number' ? at(whole, constant) : elementOf(whole);
      }
      case 'dict': {
        const constant = index && this.value(index, scope, depth + 1).constant;
        const entry = typeof constant === 'string' ? whole.entries?.[constant] : undefined;
        return entry ?? whole.element ?? unknown;
      }
      case 'string':
        return text;
      case 'module':
        return whole.element && index?.kind !== 'Slice' ? whole.element : index?.kind === 'Slice' ? whole : unknown;
      default:
        return unknown;
    }
  }

  private binary(operator: string, leftNode: Expression, rightNode: Expression, scope: Scope, depth: number): Value {
    const left = this.value(leftNode, scope, depth + 1);
    // Left-nested sums are long: their left side was asked first, so that this does not branch.
    const right = this.value(rightNode, scope, depth + 1);
    if (left.kind === 'string' && (operator === '%' || operator === '+')) return { ...text, certainty: left.certainty };
    if (left.kind === 'tensor' || right.kind === 'tensor') return arithmetic(left, right);
    if (left === itself || right === itself) return itself;
    if (left.kind === 'int' && right.kind === 'int')
      return operator === '/'
        ? { kind: 'float', certainty: 'proven' }
        : { kind: 'int', certainty: weaker(left.certainty, right.certainty) };
    if (/^(int|float)$/.test(left.kind) && /^(int|float)$/.test(right.kind)) {
      return { kind: 'float', certainty: weaker(left.certainty, right.certainty) };
    }
    if (left.kind === right.kind && (left.kind === 'list' || left.kind === 'tuple')) {
      return { kind: left.kind, certainty: 'proven', element: join([elementOf(left), elementOf(right)]) };
    }
    if (operator === '*' && left.kind === 'list')
      return { kind: 'list', certainty: 'proven', element: elementOf(left) };
    return unknown;
  }

  builtin(name: string, args: readonly Value[]): Value {
    return builtinResult(name, args);
  }
}

/** A tensor and a number, or two tensors: never anything but a tensor. */
function arithmetic(left: Value, right: Value): Value {
  const [tensor, other] = left.kind === 'tensor' ? [left, right] : [right, left];
  const known = other.kind === 'tensor' || other.kind === 'int' || other.kind === 'float' || other.kind === 'bool';
  // A class of the user's may take over the operation.
  const certainty =
    other.kind === 'tensor'
      ? weaker(left.certainty, right.certainty)
      : known
        ? tensor.certainty
        : weaker(tensor.certainty, 'assumed');
  const dtype = other.kind === 'tensor' ? (left.dtype === right.dtype ? left.dtype : undefined) : undefined;
  const device = other.kind === 'tensor' ? (left.device === right.device ? left.device : undefined) : tensor.device;
  // `x * 2` keeps a floating type; an integer one may become floating.
  const kept = other.kind !== 'tensor' && known && /float|complex/.test(tensor.dtype ?? '') ? tensor.dtype : dtype;
  return { kind: 'tensor', certainty, ...(kept ? { dtype: kept } : {}), ...(device ? { device } : {}) };
}

function numberValue({ isInteger, value }: NumberLiteral): Value {
  return {
    kind: isInteger ? 'int' : 'float',
    certainty: 'proven',
    ...(value === undefined ? {} : { constant: value }),
  };
}

function qualified(binding: BoundValue & { kind: 'class' | 'function' }, scope: Scope): string {
  const name = binding.node.name?.id ?? '';
  return scope.path === '' ? name : `${scope.path}.${name}`;
}

export function isDecoratedBy({ node }: Scope, name: string): boolean {
  return (
    node.kind === 'Function' && node.decorators.some((decorator) => decorator.kind === 'Name' && decorator.id === name)
  );
}

const lastName = (node: Expression): string =>
  node.kind === 'Call'
    ? lastName(node.callee)
    : node.kind === 'Attribute'
      ? node.name.id
      : node.kind === 'Name'
        ? node.id
        : '';

function isProperty({ node }: Scope): boolean {
  return (
    node.kind === 'Function' && node.decorators.some((decorator) => /^(cached_)?property$/.test(lastName(decorator)))
  );
}

/** Decorators that leave what a function returns as it is. */
const transparent =
  /^(no_grad|enable_grad|inference_mode|set_grad_enabled|autocast|custom_fwd|custom_bwd|compile|script|ignore|unused|jit|autotune|heuristics|staticmethod|classmethod|property|cached_property|wraps|lru_cache|cache|abstractmethod|override|record_function|torch_compile|disable)$/;

function isPlainlyDecorated({ node }: Scope): boolean {
  return node.kind === 'Function' && node.decorators.every((decorator) => transparent.test(lastName(decorator)));
}

const isNone = (node: Expression) => node.kind === 'Constant' && node.value === null;

/** Something outside the workspace, by any of its names. */
export function apiValue(name: string, certainty: Value['certainty']): Value {
  const canonical = canonicalName(name);
  if (canonical.startsWith('torch.') && torchReturns().dtypes.has(canonical.slice('torch.'.length))) {
    return { kind: 'dtype', certainty, name: canonical };
  }
  return { kind: 'api', certainty, name: canonical };
}
