import { type Dimension, isKnown, type Shape } from '../../../model';
import { contradict } from '../contradiction';

/**
 * The shape that ONNX's multidirectional broadcasting makes of `shapes` (docs/Broadcasting.md of ONNX): a known dimension
 * other than 1 wins, 1 gives way to a symbol, and two different symbols give an unknown dimension, as either of them
 * may be 1. Undefined where a rank is unknown.
 */
export function broadcastShapes(shapes: readonly Shape[]): Shape {
  let result: Shape;
  for (const shape of shapes) {
    if (shape === undefined) return undefined;
    result = result === undefined || result === shape ? shape : broadcastTwo(result, shape);
  }
  return result;
}

export function broadcastTwo(a: readonly Dimension[], b: readonly Dimension[]): readonly Dimension[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const offset = long.length - short.length;
  let result: Dimension[] | undefined;
  for (let i = 0; i < short.length; i++) {
    const dimension = broadcastDimension(long[offset + i]!, short[i]!);
    if (dimension !== long[offset + i]) {
      result ??= long.slice();
      result[offset + i] = dimension;
    }
  }
  return result ?? long;
}

function broadcastDimension(a: Dimension, b: Dimension): Dimension {
  if (a === b) return a;
  if (a === 1) return b;
  if (b === 1) return a;
  if (isKnown(a)) {
    if (isKnown(b)) contradict(`dimensions ${a} and ${b} cannot be broadcast`, `维度 ${a} 与 ${b} 无法广播`);
    return a;
  }
  return isKnown(b) ? b : null;
}
