import { callNamed, numberOf, operandOf } from './calls';
import type { PatternFinder } from './pattern';

const silu = new Set(['silu', 'swish']);

/** `F.silu(gate) * up`. */
export const swiglu: PatternFinder = {
  endsIn: ['*'],
  find({ node, names }) {
    if (node.kind !== 'Binary' || node.operator !== '*') return undefined;
    for (const [activated, up] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const call = callNamed({ node: activated, names }, silu);
      const gate = call && operandOf(call.node);
      if (gate && numberOf(up) === undefined) return { pattern: 'swiglu', parts: { gate, up } };
    }
    return undefined;
  },
};
