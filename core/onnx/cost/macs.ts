import { canonicalDomain, type Integer } from '../../model';
import { attentions } from './attention';
import { convolutions } from './convolutions';
import type { CostedOperator } from './costed-operator';
import { einsums } from './einsum';
import type { MacFormula } from './formula';
import { matrixProducts } from './matrix-products';
import { recurrent } from './recurrent';
import { withoutMacs } from './without-macs';

const formulas: ReadonlyMap<string, MacFormula> = new Map([
  ...convolutions,
  ...matrixProducts,
  ...recurrent,
  ...einsums,
  ...attentions,
]);

/** Standard operators whose MACs depend on the algorithm that a runtime chooses, or are in graphs of their own. */
const unknowable: ReadonlySet<string> = new Set([
  'DFT',
  'STFT',
  'Det',
  'LinearAttention',
  'ai.onnx.preview.training.Gradient',
  'ai.onnx.ml.SVMClassifier',
  'ai.onnx.ml.SVMRegressor',
]);

/**
 * Multiply-accumulates of one run of an operator: those of sums of products (convolutions, matrix products, recurrent
 * cells, attention). Other operators of ONNX have none. Undefined where a shape that they depend on is not known, and
 * for operators of which nothing is known.
 */
export function macsOf(operator: CostedOperator): Integer | undefined {
  const { domain, opType } = operator.operator;
  const canonical = canonicalDomain(domain);
  const name = canonical === '' ? opType : `${canonical}.${opType}`;
  const formula = formulas.get(name);
  if (formula !== undefined) return formula(operator);
  if (unknowable.has(name)) return undefined;
  return canonical === '' || canonical.startsWith('ai.onnx.') || withoutMacs.has(name) ? 0 : undefined;
}
