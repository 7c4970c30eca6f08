import type { Expression } from '../syntax/nodes';
import { bare, calledName, callNamed, isModule, operandOf } from './calls';
import { type Meaning, meaningOf } from './definitions';
import type { PatternFinder } from './pattern';

const softmax = new Set(['softmax']);

/** `softmax(query @ key.transpose(-2, -1) * scale + mask) @ value`, over several statements. */
export const attention: PatternFinder = {
  endsIn: ['@', 'matmul', 'bmm', 'einsum'],
  find(meaning) {
    const product = matrixProduct(meaning);
    if (product === undefined) return undefined;
    const weights = callNamed({ node: product.left, names: meaning.names }, softmax);
    const scores = weights && operandOf(weights.node);
    const query = scores && queryOf({ node: scores, names: weights.names }, 0);
    return query && { pattern: 'attention', parts: { query, value: product.right } };
  },
};

interface Product {
  readonly left: Expression;
  readonly right: Expression;
  readonly isEinsum: boolean;
}

/** `a @ b`, `torch.matmul(a, b)`, `a.bmm(b)`, `torch.einsum("...", a, b)`. */
function matrixProduct({ node }: Meaning): Product | undefined {
  if (node.kind === 'Binary') {
    return node.operator === '@' ? { left: node.left, right: node.right, isEinsum: false } : undefined;
  }
  if (node.kind !== 'Call' || node.arguments.some(({ splat }) => splat !== undefined)) return undefined;
  const name = calledName(node);
  const passed = node.arguments.filter(({ keyword }) => keyword === undefined).map(({ value }) => value);
  if (name === 'einsum') {
    const [, left, right] = passed;
    return left && right && passed.length === 3 ? { left, right, isEinsum: true } : undefined;
  }
  if (name !== 'matmul' && name !== 'bmm') return undefined;
  const { callee } = node;
  const [left, right] = callee.kind === 'Attribute' && !isModule(callee.object) ? [callee.object, ...passed] : passed;
  return left && right ? { left, right, isEinsum: false } : undefined;
}

/** The query of the scores: what is multiplied by a transposed key, below scaling, masks and casts. */
function queryOf(meaning: Meaning, depth: number): Expression | undefined {
  if (depth > 10) return undefined;
  const { node, names } = bare(meaning);
  const product = matrixProduct({ node, names });
  if (product) return product.isEinsum || isTransposed({ node: product.right, names }) ? product.left : undefined;
  if (node.kind === 'Binary') {
    return queryOf({ node: node.left, names }, depth + 1) ?? queryOf({ node: node.right, names }, depth + 1);
  }
  if (node.kind !== 'Call') return undefined;
  const name = calledName(node);
  if (name === 'where') {
    const [, yes, no] = node.arguments;
    return (
      (yes && queryOf({ node: yes.value, names }, depth + 1)) ?? (no && queryOf({ node: no.value, names }, depth + 1))
    );
  }
  const inner = masks.has(name) ? operandOf(node) : undefined;
  return inner && queryOf({ node: inner, names }, depth + 1);
}

/** Methods through which scores go on their way to softmax. */
const masks = new Set(['masked_fill', 'masked_fill_', 'add', 'add_', 'mul', 'mul_', 'div', 'div_', 'clamp', 'float']);

function isTransposed(meaning: Meaning): boolean {
  const { node } = meaningOf(meaning);
  if (node.kind === 'Attribute') return node.name.id === 'T' || node.name.id === 'mT';
  return node.kind === 'Call' && /^(transpose|permute|swapaxes|t)$/.test(calledName(node));
}
