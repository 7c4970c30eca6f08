import type { Call, Expression } from '../syntax/nodes';
import { bare, calledName, callNamed, isModule, numberOf, operandOf } from './calls';
import type { Meaning } from './definitions';
import type { PatternFinder } from './pattern';

const rsqrt = new Set(['rsqrt']);
const sqrt = new Set(['sqrt']);
const mean = new Set(['mean']);

/** `x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps)`, also with `/ torch.sqrt(...)`, over several statements. */
export const rmsNorm: PatternFinder = {
  endsIn: ['*', '/'],
  find({ node, names }) {
    if (node.kind !== 'Binary' || (node.operator !== '*' && node.operator !== '/')) return undefined;
    const sides = node.operator === '*' ? [node.left, node.right] : [node.right];
    for (const side of sides) {
      const root = callNamed({ node: side, names }, node.operator === '*' ? rsqrt : sqrt);
      const inner = root && operandOf(root.node);
      const found = inner && meanOfSquares({ node: inner, names: root.names });
      if (found) return { pattern: 'rms-norm', parts: found };
    }
    return undefined;
  },
};

/** `mean(x², last dimension) + eps`. */
function meanOfSquares(meaning: Meaning): { input: Expression; epsilon: Expression } | undefined {
  const { node: sum, names } = bare(meaning);
  if (sum.kind !== 'Binary' || sum.operator !== '+') return undefined;
  for (const [average, epsilon] of [
    [sum.left, sum.right],
    [sum.right, sum.left],
  ] as const) {
    const call = callNamed({ node: average, names }, mean);
    const squared = call && isOfLastDimension(call.node) ? operandOf(call.node) : undefined;
    const input = squared && baseOfSquare({ node: squared, names: call!.names });
    if (input) return { input, epsilon };
  }
  return undefined;
}

function isOfLastDimension({ callee, arguments: passed }: Call): boolean {
  const named = passed.find(({ keyword }) => keyword?.id === 'dim');
  const isMethod = callee.kind === 'Attribute' && !isModule(callee.object);
  const dimension = named ?? passed.filter(({ keyword }) => keyword === undefined)[isMethod ? 0 : 1];
  return numberOf(dimension?.value) === -1;
}

/** `x` of `x.pow(2)`, `x ** 2`, `x.square()`, `x * x`; a difference (x - mean) is another normalisation. */
function baseOfSquare(meaning: Meaning): Expression | undefined {
  const { node, names } = bare(meaning);
  let base: Expression | undefined;
  if (node.kind === 'Binary' && node.operator === '**' && numberOf(node.right) === 2) base = node.left;
  if (node.kind === 'Binary' && node.operator === '*' && areSame(node.left, node.right)) base = node.left;
  if (node.kind === 'Call') {
    const name = calledName(node);
    const isPower = name === 'pow' && numberOf(node.arguments.at(-1)?.value) === 2;
    if (isPower || name === 'square') base = operandOf(node);
  }
  if (base === undefined) return undefined;
  const of = bare({ node: base, names }).node;
  return of.kind === 'Binary' && of.operator === '-' ? undefined : base;
}

function areSame(a: Expression, b: Expression): boolean {
  return a.kind === 'Name' && b.kind === 'Name' && a.id === b.id;
}
