import type { Integer } from '../../model';
import { product } from './arithmetic';
import { type CostedOperator, size } from './costed-operator';
import type { MacFormula } from './formula';

/**
 * Each output element takes one MAC for each weight of its filter: (input channels of its group) x (kernel). Weights are
 * [M, C / group, kernel...], so that groups, strides, dilation and padding are all in the two shapes. Multiplications
 * with padding count, as in the vendor tools' figures; the bias does not.
 */
function convolution(weights: number): MacFormula {
  return (operator) => product([size(operator.output()), filter(operator, weights)]);
}

/** Each input element is multiplied with one filter: weights are [C, M / group, kernel...]. */
function transposedConvolution(weights: number): MacFormula {
  return (operator) => product([size(operator.input(0)), filter(operator, weights)]);
}

/** Weights of one output (or, transposed, input) channel. */
function filter(operator: CostedOperator, weights: number): Integer | undefined {
  return size(operator.input(weights)?.slice(1));
}

export const convolutions: readonly (readonly [operator: string, formula: MacFormula])[] = [
  ['Conv', convolution(1)],
  ['ConvInteger', convolution(1)],
  ['QLinearConv', convolution(3)],
  ['DeformConv', convolution(1)],
  ['CausalConvWithState', convolution(1)],
  ['ConvTranspose', transposedConvolution(1)],
  ['com.microsoft.FusedConv', convolution(1)],
  ['com.microsoft.NhwcConv', convolution(1)],
  ['com.microsoft.NhwcFusedConv', convolution(1)],
  ['com.microsoft.QLinearConv', convolution(3)],
  ['com.microsoft.ConvTransposeWithDynamicPads', transposedConvolution(1)],
  ['com.microsoft.QLinearConvTranspose', transposedConvolution(3)],
  ['com.microsoft.nchwc.Conv', convolution(1)],
];
