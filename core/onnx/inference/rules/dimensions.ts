import { type Dimension, type Integer, isKnown } from '../../../model';
import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { isAnonymous } from '../symbols';
import * as integers from './integers';

/** Arithmetic on dimensions: exact on numbers, unknown on symbols unless the operation leaves them as they are. */

export function add(a: Dimension, b: Dimension): Dimension {
  if (isKnown(a) && isKnown(b)) return integers.add(a, b);
  return a === 0 ? b : b === 0 ? a : null;
}

export function multiply(a: Dimension, b: Dimension): Dimension {
  if (isKnown(a) && isKnown(b)) return integers.multiply(a, b);
  if (a === 0 || b === 0) return 0;
  return a === 1 ? b : b === 1 ? a : null;
}

/** Rounded towards zero. */
export function divide(a: Dimension, by: Integer): Dimension {
  if (by === 0) contradict('divides a dimension by 0', '维度除以 0');
  if (isKnown(a)) return integers.divideTruncated(a, by);
  return by === 1 ? a : null;
}

export function product(dimensions: readonly Dimension[]): Dimension {
  return dimensions.reduce(multiply, 1);
}

/** The one dimension that both are; contradicts where they are different numbers. */
export function unify(a: Dimension, b: Dimension): Dimension {
  if (a === b || b === null) return a;
  if (a === null) return b;
  if (isKnown(a)) {
    if (isKnown(b)) contradict(`dimensions ${a} and ${b} must be equal`, `维度 ${a} 与 ${b} 必须相等`);
    return a;
  }
  return isKnown(b) || isAnonymous(a) ? b : a;
}

/** A dimension that several inputs share, such as the batch. */
export class DimensionVariable {
  constructor(public value: Dimension = null) {}

  unify(dimension: Dimension): void {
    this.value = unify(this.value, dimension);
  }
}

/** Learns the variables from the shape of an input, whose rank must be their number. */
export function unifyShape(context: OperatorContext, input: number, variables: readonly DimensionVariable[]): void {
  const shape = context.shapeOfRank(input, variables.length);
  for (const [i, variable] of variables.entries()) if (shape !== undefined) variable.unify(shape[i]!);
}

export function unifyShapes(a: readonly Dimension[], b: readonly Dimension[]): Dimension[] {
  if (a.length !== b.length) {
    contradict(`ranks ${a.length} and ${b.length} must be equal`, `秩 ${a.length} 与 ${b.length} 必须相等`);
  }
  return a.map((dimension, i) => unify(dimension, b[i]!));
}

/** The shape with one dimension replaced. */
export function withDimension(shape: readonly Dimension[], axis: number, dimension: Dimension): Dimension[] {
  const result = shape.slice();
  result[axis] = dimension;
  return result;
}

export function withoutDimension(shape: readonly Dimension[], axis: number): Dimension[] {
  return shape.filter((_, i) => i !== axis);
}

/** A shape of which only the rank is known; none for ranks that no tensor has and that are not worth the memory. */
export function unknownDimensions(rank: Dimension | undefined): Dimension[] | undefined {
  return typeof rank === 'number' && rank >= 0 && rank <= largestRank
    ? new Array<Dimension>(rank).fill(null)
    : undefined;
}

/** As in ONNX: greater ranks are not made up from the length of a shape tensor. */
const largestRank = 1024;
