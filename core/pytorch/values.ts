import type { Certainty, ValueFact } from '../model';
import { type Binding, lookUp, type Scope } from './scopes';
import { literal, part, type Syntax, unwrap } from './syntax';

export const unknown: ValueFact = { kind: 'unknown', certainty: 'guessed' };

/** Of a value that is being asked for already; `join` passes over it. */
const itself: ValueFact = { kind: 'none', certainty: 'proven' };

const dtypes = new Set(
  (
    'float32 float64 float16 bfloat16 float double half int8 int16 int32 int64 uint8 uint16 uint32 uint64 long int ' +
    'short bool complex32 complex64 complex128 cfloat cdouble chalf float8_e4m3fn float8_e5m2 float8_e4m3fnuz ' +
    'float8_e5m2fnuz float8_e8m0fnu'
  ).split(' '),
);
/** Functions of torch that always return one tensor. */
const tensorFunctions = new Set(
  (
    'tensor zeros ones empty full rand randn randint arange linspace eye zeros_like ones_like empty_like full_like ' +
    'rand_like randn_like as_tensor from_numpy randperm cat concat stack matmul mm bmm einsum where softmax sigmoid ' +
    'tanh relu exp log sqrt rsqrt abs clamp outer tril triu polar view_as_real view_as_complex addmm baddbmm'
  ).split(' '),
);
/** Methods of tensors that return a tensor and that no other common type has with another meaning. */
const tensorMethods = new Set(
  (
    'to cuda cpu float half double bfloat16 long int bool view reshape transpose permute contiguous unsqueeze squeeze ' +
    'flatten expand clone detach softmax matmul mean sum type type_as masked_fill masked_fill_ copy_ add mul div ' +
    'repeat t sigmoid tanh exp log sqrt abs clamp requires_grad_ zero_ fill_ normal_ uniform_'
  ).split(' '),
);

/** The one name of an API that can be reached by several. */
export function canonicalName(name: string): string {
  let canonical = name;
  while (canonical.startsWith('torch.torch.')) canonical = canonical.slice(6);
  return canonical
    .replace(/^torch\.nn\.modules\.\w+\.(?=[A-Z])/, 'torch.nn.')
    .replace(/^torch\.(functional|_C\._VariableFunctions)\./, 'torch.')
    .replace(/^torch\._tensor\.Tensor\b/, 'torch.Tensor');
}

/** Finds what expressions are, following names, attributes of `self` and calls. */
export function valueResolver(text: string, scopes: ReadonlyMap<Syntax, Scope>) {
  const of = (node: Syntax) => text.slice(node.start, node.end);
  /** Chains of assignments longer than this are not followed. */
  const longest = 12;
  /** And no question takes more steps. */
  const mostSteps = 500;

  const known = new Map<Syntax, ValueFact>();
  const pending = new Set<Syntax>();
  let cycles = 0;
  let steps = 0;

  /** What `expression` is; what depends on itself (`x = x.view(-1)`) is what its other bindings say. */
  function evaluate(expression: Syntax, scope: Scope, depth = 0): ValueFact {
    const node = unwrap(expression);
    const before = known.get(node);
    if (before) return before;
    if (pending.size === 0) steps = 0;
    if (depth > longest || ++steps > mostSteps) return unknown;
    if (pending.has(node)) {
      cycles++;
      return itself;
    }
    const cyclesBefore = cycles;
    pending.add(node);
    const value = evaluateOnce(node, scope, depth);
    pending.delete(node);
    // What was found within a cycle lacks what the cycle's other members say: only the whole of it is kept.
    if (depth === 0 || (cycles === cyclesBefore && depth + 1 < longest)) known.set(node, value);
    return value;
  }

  function evaluateOnce(node: Syntax, scope: Scope, depth: number): ValueFact {
    switch (node.kind) {
      case 'identifier':
        return nameValue(of(node), scope, depth);
      case 'attribute':
        return attributeValue(node, scope, depth);
      case 'call':
        return resultOf(evaluate(part(node, 'function')!, scope, depth + 1));
      case 'string': {
        const constant = literal(node, text)?.value;
        return { kind: 'string', certainty: 'proven', ...(constant === undefined ? {} : { constant }) };
      }
      case 'concatenated_string':
        return { kind: 'string', certainty: 'proven' };
      case 'integer':
      case 'float': {
        const constant = Number(of(node).replaceAll('_', ''));
        return {
          kind: node.kind === 'integer' ? 'int' : 'float',
          certainty: 'proven',
          ...(Number.isNaN(constant) ? {} : { constant }),
        };
      }
      case 'true':
      case 'false':
        return { kind: 'bool', certainty: 'proven', constant: node.kind === 'true' };
      case 'none':
        return { kind: 'none', certainty: 'proven', constant: null };
      case 'tuple':
      case 'expression_list':
        return { kind: 'tuple', certainty: 'proven' };
      case 'list':
      case 'list_comprehension':
        return { kind: 'list', certainty: 'proven' };
      case 'dictionary':
      case 'dictionary_comprehension':
        return { kind: 'dict', certainty: 'proven' };
      case 'binary_operator': {
        const left = evaluate(part(node, 'left')!, scope, depth + 1);
        return left.kind === 'tensor' || left.kind === 'string'
          ? { kind: left.kind, certainty: left.certainty }
          : onlyTensor(evaluate(part(node, 'right')!, scope, depth + 1));
      }
      case 'conditional_expression': {
        const [yes, , no] = node.children;
        return yes && no ? join([evaluate(yes, scope, depth + 1), evaluate(no, scope, depth + 1)]) : unknown;
      }
      default:
        return unknown;
    }
  }

  function nameValue(name: string, scope: Scope, depth: number): ValueFact {
    const found = lookUp(name, scope);
    return found ? join(found.bindings.map((binding) => bindingValue(binding, name, found.scope, depth))) : unknown;
  }

  function bindingValue(binding: Binding, name: string, scope: Scope, depth: number): ValueFact {
    switch (binding.kind) {
      case 'import':
        return apiValue(canonicalName(binding.name), 'proven');
      case 'value':
        return evaluate(binding.value, binding.scope, depth + 1);
      case 'class':
        return isModuleClass(binding.node, scope, depth + 1)
          ? { kind: 'api', certainty: 'proven', name: `.${name}` }
          : unknown;
      case 'parameter': {
        if (binding.annotation) return annotated(binding.annotation, scope, depth);
        const owner = scope.parent;
        const method = part(scope.node, 'name');
        const inForward =
          owner?.kind === 'class' && method && of(method) === 'forward' && name !== 'self' && !binding.value;
        return inForward && isModuleClass(owner.node, owner.parent ?? owner, depth + 1)
          ? { kind: 'tensor', certainty: 'assumed' }
          : unknown;
      }
      case 'function':
      case 'other':
        return unknown;
    }
  }

  function annotated(annotation: Syntax, scope: Scope, depth: number): ValueFact {
    const node = unwrap(annotation);
    const { name, certainty } = evaluate(node, scope, depth + 1);
    if (name === 'torch.Tensor') return { kind: 'tensor', certainty };
    if (name === 'torch.device') return { kind: 'device', certainty };
    if (name === 'torch.nn.Module') return { kind: 'module', certainty, name };
    if (/^(Optional\[)?(torch\.)?Tensor\]?( ?\| ?None)?$/.test(of(node)))
      return { kind: 'tensor', certainty: 'assumed' };
    return of(node) === 'str' ? { kind: 'string', certainty: 'proven' } : unknown;
  }

  function attributeValue(node: Syntax, scope: Scope, depth: number): ValueFact {
    const object = part(node, 'object')!;
    const name = of(part(node, 'attribute')!);
    if (object.kind === 'identifier' && of(object) === 'self') {
      const owner = enclosingClass(scope);
      const bindings = owner?.attributes.get(name) ?? owner?.names.get(name);
      if (owner && bindings) return join(bindings.map((binding) => bindingValue(binding, name, owner, depth)));
      return owner && isModuleClass(owner.node, owner.parent ?? owner, depth + 1)
        ? // A base class of the workspace may define it too.
          { kind: 'api', certainty: 'assumed', name: `torch.nn.Module.${name}` }
        : unknown;
    }
    const value = evaluate(object, scope, depth + 1);
    if (value.kind === 'api' && !value.name!.startsWith('.')) {
      return apiValue(canonicalName(`${value.name}.${name}`), value.certainty);
    }
    if (value.kind === 'tensor') {
      if (name === 'device') return { kind: 'device', certainty: value.certainty };
      if (/^(T|mT|data|grad)$/.test(name)) return { kind: 'tensor', certainty: value.certainty };
      return { kind: 'api', certainty: value.certainty, name: `torch.Tensor.${name}` };
    }
    if (value.kind === 'module') {
      // A class of the workspace may define another method of that name.
      const certainty = isModuleName(value.name ?? '') ? value.certainty : 'assumed';
      return { kind: 'api', certainty, name: `torch.nn.Module.${name}` };
    }
    if (value.kind === 'device' && name === 'type') return { kind: 'string', certainty: value.certainty };
    return unknown;
  }

  function isModuleClass(node: Syntax, scope: Scope, depth: number): boolean {
    if (depth > longest) return false;
    return (part(node, 'superclasses')?.children ?? []).some((base) => {
      if (base.kind === 'keyword_argument') return false;
      const { name } = evaluate(base, scope, depth + 1);
      return name?.startsWith('.') || (name !== undefined && isModuleName(name));
    });
  }

  function enclosingClass(scope: Scope): Scope | undefined {
    for (let at: Scope | undefined = scope; at; at = at.parent) if (at.kind === 'class') return at;
    return undefined;
  }

  return { evaluate, isModuleClass, scopeOf: (node: Syntax) => scopes.get(node) };
}

function apiValue(name: string, certainty: Certainty): ValueFact {
  const isDtype = name.startsWith('torch.') && dtypes.has(name.slice(6));
  return { kind: isDtype ? 'dtype' : 'api', certainty, name };
}

const isModuleName = (name: string) => /^torch\.nn\.(?!Parameter|Buffer)[A-Z]\w*$/.test(name);

/** What a call of `callee` returns. */
export function resultOf({ kind, name, certainty }: ValueFact): ValueFact {
  if (kind !== 'api' || name === undefined) return unknown;
  if (name.startsWith('.') || isModuleName(name)) return { kind: 'module', certainty, name };
  if (name === 'torch.device') return { kind: 'device', certainty };
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (name === `torch.Tensor.${last}`) return tensorMethods.has(last) ? { kind: 'tensor', certainty } : unknown;
  if (name === `torch.nn.Module.${last}`) {
    return /^(to|cuda|cpu|float|half|double|bfloat16|eval|train)$/.test(last) ? { kind: 'module', certainty } : unknown;
  }
  if (name === 'torch.nn.Parameter' || (name === `torch.${last}` && tensorFunctions.has(last))) {
    return { kind: 'tensor', certainty };
  }
  return unknown;
}

const onlyTensor = (value: ValueFact): ValueFact =>
  value.kind === 'tensor' ? { kind: 'tensor', certainty: value.certainty } : unknown;

/** One of several: what they have in common. `None` stands for "not there" and says nothing of the others. */
function join(values: readonly ValueFact[]): ValueFact {
  const [first, ...rest] = values.filter(({ kind }) => kind !== 'none');
  if (!first) return values[0] ?? unknown;
  if (rest.some(({ kind, name }) => kind !== first.kind || (name !== first.name && kind !== 'module'))) return unknown;
  const certainty = [first, ...rest].some((value) => value.certainty !== 'proven') ? 'assumed' : 'proven';
  if (rest.some(({ constant }) => constant !== first.constant)) return { kind: first.kind, certainty };
  return { ...first, certainty: first.kind === 'unknown' ? 'guessed' : certainty };
}
