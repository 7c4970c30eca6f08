import type { Call, Expression } from '../syntax/nodes';
import { type Meaning, meaningOf } from './definitions';

/** The last name of what is called: `softmax` for `F.softmax(x)`, `x.softmax(-1)` and `self.softmax(x)`. */
export function calledName({ callee }: Call): string {
  if (callee.kind === 'Name') return callee.id;
  return callee.kind === 'Attribute' ? callee.name.id : '';
}

const modules = new Set(['torch', 'F', 'functional', 'nn', 'self', 'math', 'np']);

/**
 * What a function is applied to: the first argument of `torch.rsqrt(x)`, `F.silu(x)` and `self.softmax(x)`, the object of
 * `x.rsqrt()`. Undefined where the call has none.
 */
export function operandOf({ callee, arguments: passed }: Call): Expression | undefined {
  if (callee.kind === 'Attribute' && !isModule(callee.object)) return callee.object;
  const [first] = passed;
  return first?.splat === undefined && first?.keyword === undefined ? first?.value : undefined;
}

/** `torch`, `F`, `torch.nn.functional`, `self`, `self.norm`: what functions are asked of, rather than tensors. */
export function isModule(node: Expression): boolean {
  if (node.kind === 'Name') return modules.has(node.id);
  return node.kind === 'Attribute' && isModule(node.object);
}

/** The call, by one of these names, that an expression stands for; casts and copies around it are looked through. */
export function callNamed(
  meaning: Meaning,
  names: ReadonlySet<string>,
): (Meaning & { readonly node: Call }) | undefined {
  const { node, names: known } = bare(meaning);
  return node.kind === 'Call' && names.has(calledName(node)) ? { node, names: known } : undefined;
}

const casts = new Set([
  ...['to', 'float', 'half', 'bfloat16', 'double', 'type', 'type_as', 'contiguous', 'clone', 'detach'],
  ...['view', 'reshape', 'unsqueeze', 'squeeze', 'flatten', 'unflatten', 'expand', 'expand_as'],
]);

/** What an expression stands for, without casts, copies and dropout around it. */
export function bare(meaning: Meaning): Meaning {
  let at = meaningOf(meaning);
  for (let depth = 0; depth < 12 && at.node.kind === 'Call'; depth++) {
    const name = calledName(at.node);
    const inner =
      /dropout/i.test(name) || (casts.has(name) && at.node.callee.kind === 'Attribute')
        ? operandOf(at.node)
        : undefined;
    if (inner === undefined) return at;
    at = meaningOf({ node: inner, names: at.names });
  }
  return at;
}

/** The number that an expression is, signs included. */
export function numberOf(node: Expression | undefined): number | undefined {
  if (node?.kind === 'Number') return node.value;
  if (node?.kind !== 'Unary' || node.operator !== '-') return undefined;
  const value = numberOf(node.operand);
  return value === undefined ? undefined : -value;
}
