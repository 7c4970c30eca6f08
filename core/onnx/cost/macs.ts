import { canonicalDomain, type Integer, type Operator } from '../../model';
import { attentions } from './attention';
import { convolutions } from './convolutions';
import type { CostedOperator } from './costed-operator';
import { einsums } from './einsum';
import type { MacFormula } from './formula';
import { fourierTransforms } from './fourier';
import { matrixProducts } from './matrix-products';
import { packedAttentions } from './packed-attention';
import { recurrent } from './recurrent';
import { supportVectorMachines } from './support-vectors';
import { withoutMacs } from './without-macs';

const formulas: ReadonlyMap<string, MacFormula> = new Map([
  ...convolutions,
  ...matrixProducts,
  ...recurrent,
  ...einsums,
  ...attentions,
  ...packedAttentions,
  ...fourierTransforms,
  ...supportVectorMachines,
]);

/** Operators whose MACs depend on what an input holds, beside the types: two that look alike may differ. */
const byElements: ReadonlySet<string> = new Set([...packedAttentions, ...fourierTransforms].map(([name]) => name));

/** Standard operators whose MACs depend on the algorithm that a runtime chooses, or are in graphs of their own. */
const unknowable: ReadonlySet<string> = new Set(['Det', 'LinearAttention', 'ai.onnx.preview.training.Gradient']);

/**
 * Multiply-accumulates of one run of an operator: those of sums of products (convolutions, matrix products, recurrent
 * cells, attention). Other operators of ONNX have none. Undefined where a shape that they depend on is not known, and
 * for operators of which nothing is known.
 */
export function macsOf(operator: CostedOperator): Integer | undefined {
  const name = nameOf(operator.operator);
  const formula = formulas.get(name);
  if (formula !== undefined) return formula(operator);
  if (unknowable.has(name)) return undefined;
  const canonical = canonicalDomain(operator.operator.domain);
  return canonical === '' || canonical.startsWith('ai.onnx.') || withoutMacs.has(name) ? 0 : undefined;
}

/** Whether operators with the same signature have the same MACs. */
export function followsFromSignature(operator: Operator): boolean {
  return !byElements.has(nameOf(operator));
}

function nameOf({ kind: { domain, opType } }: Operator): string {
  const canonical = canonicalDomain(domain);
  return canonical === '' ? opType : `${canonical}.${opType}`;
}
