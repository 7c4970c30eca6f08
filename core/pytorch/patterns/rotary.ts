import type { BinaryOperation, Call, Expression } from '../syntax/nodes';
import { bare, calledName, operandOf } from './calls';
import { type Definitions, meaningOf } from './definitions';
import type { PatternFinder } from './pattern';

/** `(x * cos) + (rotate_half(x) * sin)`, also with the halves written out: `torch.cat((-x2, x1), -1)`. */
export const rotary: PatternFinder = {
  endsIn: ['+'],
  find({ node, names }, text) {
    if (node.kind !== 'Binary' || node.operator !== '+') return undefined;
    for (const [plain, turned] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const left = productOf(plain, names);
      const right = productOf(turned, names);
      if (left === undefined || right === undefined) continue;
      for (const [rotated, sin] of pairsOf(right)) {
        const rotation = rotationOf(rotated, names);
        if (rotation === undefined) continue;
        for (const [x, cos] of pairsOf(left)) {
          if (rotation.of !== undefined && said(x, text) !== said(rotation.of, text)) continue;
          if (rotation.of === undefined && /cos/i.test(said(x, text))) continue;
          // A name may stand for another pairing in another branch.
          const variant = rotated.kind === 'Name' ? undefined : rotation.variant;
          return { pattern: 'rotary', parts: { input: x, cos, sin }, variant };
        }
      }
    }
    return undefined;
  },
};

function productOf(node: Expression, names: Definitions | undefined): BinaryOperation | undefined {
  const product = meaningOf({ node, names }).node;
  return product.kind === 'Binary' && product.operator === '*' ? product : undefined;
}

function pairsOf({ left, right }: BinaryOperation): readonly (readonly [Expression, Expression])[] {
  return [
    [left, right],
    [right, left],
  ];
}

/** What is turned by a quarter, and which elements are pairs: the halves, or neighbours. */
function rotationOf(
  node: Expression,
  names: Definitions | undefined,
): { readonly of: Expression | undefined; readonly variant: 'half' | 'interleave' | undefined } | undefined {
  const call = bare({ node, names }).node;
  if (call.kind !== 'Call') return undefined;
  const name = calledName(call);
  if (/^_?rotate_half$/.test(name)) {
    return { of: operandOf(call), variant: call.arguments.length === 1 ? 'half' : undefined };
  }
  if (/^_?rotate_(every_two|interleaved)$/.test(name)) return { of: operandOf(call), variant: 'interleave' };
  return isNegatedHalfFirst(call, name) ? { of: undefined, variant: 'half' } : undefined;
}

function isNegatedHalfFirst({ arguments: [parts] }: Call, name: string): boolean {
  if (name !== 'cat' && name !== 'concat') return false;
  const halves = parts?.value;
  if (halves?.kind !== 'Tuple' && halves?.kind !== 'List') return false;
  const [first, second] = halves.elements;
  return halves.elements.length === 2 && first?.kind === 'Unary' && first.operator === '-' && second?.kind !== 'Unary';
}

function said({ start, end }: Expression, text: string): string {
  return text.slice(start, end);
}
