import type { Integer } from '../../model';
import { product } from './arithmetic';
import { type CostedOperator, size } from './costed-operator';
import type { MacFormula } from './formula';

/*
 * A Fourier transform is counted as its definition says, X[k] = sum over n of x[n] exp(-2 pi i k n / N) (ONNX operators
 * DFT and STFT): one multiply-accumulate of real numbers for each component of an output, each n, and each component of
 * x[n]. No counter of ONNX models has a convention for it. This is the one that convolutions and matrix products have,
 * which are not counted by Winograd's or Strassen's algorithm either; it is what accelerators without an FFT do (the
 * product with the matrix of the transform, or a convolution), and it holds for every N. A runtime with an FFT does about
 * 2 N log2 N instead of 4 N^2 (complex, N a power of two: N/2 log2 N butterflies of four multiplications each).
 */

/** `signal` [.., N, .., 1 or 2]: zeros that fill it up to the length of the transform cost nothing. */
function fourierTransform(operator: CostedOperator): Integer | undefined {
  const axis = transformedAxis(operator);
  const given = axis === undefined ? undefined : operator.dimension(0, Number(axis));
  const length = operator.hasInput(1) ? operator.scalar(1) : given;
  if (given === undefined || length === undefined) return undefined;
  return product([size(operator.output()), given < length ? given : length, operator.dimension(0, -1)]);
}

/** An attribute with the default 1 at first; from opset 20 on an input with the default -2. */
function transformedAxis(operator: CostedOperator): Integer | undefined {
  const opset = operator.scope.opsetOf('');
  if (opset === undefined) return undefined;
  if (opset < 20) return operator.int('axis', 1);
  return operator.hasInput(2) ? operator.signedScalar(2) : -2;
}

/**
 * Frames of `signal` [B, samples] or [B, samples, 1 or 2] into [B, frames, bins, 2]. A window is multiplied element by
 * element, which is no MAC.
 */
function shortTimeTransform(operator: CostedOperator): Integer | undefined {
  const frame = operator.hasInput(3) ? operator.scalar(3) : operator.dimension(2, 0);
  const components = operator.rank(0) === 2 ? 1 : operator.dimension(0, 2);
  return product([size(operator.output()), frame, components]);
}

export const fourierTransforms: readonly (readonly [operator: string, formula: MacFormula])[] = [
  ['DFT', fourierTransform],
  ['STFT', shortTimeTransform],
];
