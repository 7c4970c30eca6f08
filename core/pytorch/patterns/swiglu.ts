import { bare, calledName, callNamed, numberOf, operandOf } from './calls';
import type { Meaning } from './definitions';
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
      if (!gate || numberOf(up) !== undefined) continue;
      // Kernels that do a whole MLP in one need the projections before the gate.
      const isMlp = isProjection({ node: gate, names: call.names }) && isProjection({ node: up, names });
      return { pattern: 'swiglu', parts: { gate, up }, variant: isMlp ? 'projections' : undefined };
    }
    return undefined;
  },
};

/** A layer of the module, of one input: `self.w1(x)`. */
function isProjection(meaning: Meaning): boolean {
  const { node } = bare(meaning);
  if (node.kind !== 'Call' || node.arguments.length !== 1 || silu.has(calledName(node))) return false;
  const { callee } = node;
  return callee.kind === 'Attribute' && callee.object.kind === 'Name' && callee.object.id === 'self';
}
