import { bindInner, type Scopes } from '../names/bind';
import { lookUp } from '../names/look-up';
import type { Binding, BoundValue, Scope } from '../names/scope';
import type { Comprehension, Expression, Lambda } from '../syntax/nodes';
import { annotatedValue } from './annotations';
import { apiValue } from './api-values';
import { evaluateCall } from './calls';
import { Classes } from './classes';
import { collectionValue, comprehensionValue, dictionaryValue, partOf, subscriptValue } from './collections';
import { isPlainlyDecorated, isProperty } from './decorators';
import { Definitions } from './definitions';
import { askedByAttempt, askedByReturns } from './device-answers';
import { literalValue } from './literals';
import { memberOf } from './members';
import { binaryValue, booleanValue, comparisonValue, unaryValue } from './operations';
import { parameterValue } from './parameters';
import { askedBeforeSkip } from './test-marks';
import { functionOfStar, isModuleClassName, torchReturns } from './torch-returns';
import { isWorkspaceName, itself, join, unknown, type Value, weaker } from './value';
import { splitName, type WorkspaceNames } from './workspace-names';

/** Chains of names, attributes and calls longer than this are not followed. */
const longest = 24;
/** No question takes more steps, */
const mostStepsOfQuestion = 2000;
/** and all questions about a file together take no more than this many, and some more for each of its characters. */
const fewestSteps = 200_000;
const stepsOfCharacter = 4;

/** In the place of the value of an expression that is being asked for. */
const underWay: Value = { kind: 'unknown', certainty: 'guessed' };

/** Finds what the expressions of one file are. */
export class Evaluator {
  readonly classes: Classes;
  readonly definitions: Definitions;
  /** Whether the file may ask for devices. */
  readonly namesAccelerators: boolean;
  /** Whether the file may have functions that skip tests. */
  readonly skipsTests: boolean;
  private readonly known = new Map<Expression, Value>();
  private readonly inner = new Map<Lambda | Comprehension, Scope>();
  private readonly returnValues = new Map<Scope, Value>();
  /** How many expressions are being asked for. */
  private pending = 0;
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
    this.definitions = new Definitions(path);
    this.namesAccelerators = /npu|tpu|cuda|accelerator/i.test(text);
    this.skipsTests = /\bskip(Test)?\(/.test(text);
    this.stepsLeft = fewestSteps + stepsOfCharacter * text.length;
  }

  /** What `node` is, seen in `scope`; what depends on itself (`x = x.view(-1)` in a loop) is what its other bindings say. */
  value(node: Expression, scope: Scope, depth = 0): Value {
    const literal = literalValue(node);
    if (literal !== undefined) return literal;
    const before = this.recall(node);
    if (before !== undefined && before !== underWay) return before;
    if (this.pending === 0) this.steps = 0;
    if (depth > longest || this.steps > mostStepsOfQuestion || this.stepsLeft <= 0) return unknown;
    this.steps++;
    this.stepsLeft--;
    if (before === underWay) {
      this.cycles++;
      return itself;
    }
    const cyclesBefore = this.cycles;
    const isWhole = this.pending === 0;
    this.pending++;
    this.remember(node, underWay);
    const value = this.find(node, scope, depth);
    this.pending--;
    // What was found within a cycle lacks what the cycle's other members say: only the whole of it is kept.
    if (isWhole || (this.cycles === cyclesBefore && depth + 4 < longest)) {
      const found = value === itself ? unknown : value;
      this.remember(node, found);
      return found;
    }
    this.remember(node, undefined);
    return value;
  }

  /** Each syntax has one evaluator, to which the room in its nodes belongs. */
  private recall(node: Expression): Value | undefined {
    switch (node.kind) {
      case 'Name':
        return node.remembered as Value | undefined;
      case 'Attribute':
        return node.remembered as Value | undefined;
      case 'Call':
        return node.remembered as Value | undefined;
      default:
        return this.known.get(node);
    }
  }

  private remember(node: Expression, value: Value | undefined): void {
    switch (node.kind) {
      case 'Name':
        node.remembered = value;
        break;
      case 'Attribute':
        node.remembered = value;
        break;
      case 'Call':
        node.remembered = value;
        break;
      default:
        if (value === undefined) this.known.delete(node);
        else this.known.set(node, value);
    }
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
      case 'Tuple':
      case 'List':
      case 'Set':
        return collectionValue(this, node, scope, depth);
      case 'Dictionary':
        return dictionaryValue(this, node, scope, depth);
      case 'Comprehension':
        return comprehensionValue(this, node, scope, depth);
      case 'Subscript':
        return subscriptValue(this, node, scope, depth);
      case 'Binary':
        return binaryValue(this, node, scope, depth);
      case 'Unary':
        return unaryValue(this, node, scope, depth);
      case 'Comparison':
        return comparisonValue(this, node, scope, depth);
      case 'Boolean':
        return booleanValue(this, node, scope, depth);
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
    if (found) return this.boundTo(found.bindings, found.scope, depth);
    const starred = this.starred(name);
    if (starred !== undefined) return starred;
    const ofTorch = functionOfStar(this.scopes.root.stars, name);
    return ofTorch === undefined ? unknown : apiValue(ofTorch, 'assumed');
  }

  /** Whether a name is one of Python's own. */
  isBuiltin(name: string, scope: Scope): boolean {
    return lookUp(name, scope) === undefined && this.starred(name) === undefined;
  }

  /** What a star import from a file of the workspace brings. */
  private starred(name: string): Value | undefined {
    for (const module of this.scopes.root.stars) {
      const value = this.workspace.starred(this.path, module, name);
      if (value) return value;
    }
    return undefined;
  }

  /** What a name is that has these bindings: what they have in common. */
  boundTo(bindings: readonly Binding[], scope: Scope, depth: number): Value {
    const [first] = bindings;
    if (first === undefined || bindings.length > 1) {
      const joined = join(bindings.map(({ what }) => this.bound(what, scope, depth)));
      if (joined.kind !== 'bool' || joined.asks !== undefined || !this.namesAccelerators) return joined;
      const asks = askedByAttempt(bindings, scope);
      return asks === undefined ? joined : { ...joined, asks };
    }
    const value = this.bound(first.what, scope, depth);
    return value === itself ? unknown : value;
  }

  bound(binding: BoundValue, scope: Scope, depth: number): Value {
    switch (binding.kind) {
      case 'import':
        return this.imported(binding.name);
      case 'value':
        return this.value(binding.value, binding.scope, depth + 1);
      case 'element':
        return partOf(this.value(binding.value, binding.scope, depth + 1), binding.path);
      case 'context':
        return this.entered(this.value(binding.value, binding.scope, depth + 1));
      case 'annotation':
        return this.annotated(binding.annotation, binding.scope, depth);
      case 'class':
        return this.definitions.value(this.scopes.of.get(binding.node)!);
      case 'function': {
        const own = this.scopes.of.get(binding.node)!;
        return scope.kind === 'class' && isProperty(own) ? this.returnedBy(own, depth) : this.definitions.value(own);
      }
      case 'parameter':
        return parameterValue(this, binding, depth);
      case 'other':
        return unknown;
    }
  }

  /** What an import stands for. */
  imported(name: string): Value {
    if (name === 'torch' || name.startsWith('torch.')) return apiValue(name, 'proven');
    return this.workspace.imported(this.path, name) ?? apiValue(name, 'proven');
  }

  /** `with value as x`: most of PyTorch's context managers return themselves or nothing that is asked for. */
  private entered(value: Value): Value {
    return value.kind === 'other' && /^(torch|safetensors)\./.test(value.name ?? '') ? value : unknown;
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
        ? this.definitions.module(name, weaker(certainty, isModule))
        : { kind: 'other', certainty, name, instanceOf: name };
    }
    if (isModuleClassName(name)) return { kind: 'module', certainty, name };
    return torchReturns().classes.has(name) ? { kind: 'other', certainty, name } : undefined;
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
    const returned = this.returnValue(scope, node.returns, depth);
    const skips = askedBeforeSkip(this, scope, depth);
    const value = skips === undefined ? returned : { ...returned, skips };
    if (depth <= 1 || this.pending === 0) this.returnValues.set(scope, value);
    else this.returnValues.delete(scope);
    return value;
  }

  private returnValue(scope: Scope, annotation: Expression | undefined, depth: number): Value {
    if (scope.isGenerator || (!annotation && !isPlainlyDecorated(scope))) return unknown;
    const said = annotation && scope.parent ? this.annotated(annotation, scope.parent, depth) : unknown;
    const isBool = said.kind === 'bool' && scope.returns.length <= 8;
    if (scope.returns.length === 0 || scope.returns.length > 32 || !(isBool || said.kind === 'unknown')) return said;
    const joined = join(scope.returns.map((value) => this.value(value, scope, depth + 1)));
    const asks = joined.asks ?? (joined.kind === 'bool' ? askedByReturns(this, scope, depth) : undefined);
    return asks === undefined ? (isBool ? said : joined) : { ...(isBool ? said : joined), asks };
  }
}
