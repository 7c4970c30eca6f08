import type { Dimension } from '../../../model';
import type { OperatorContext } from '../context';
import { contradict } from '../contradiction';
import { unknownDimensions } from './dimensions';

/**
 * What an input that holds a shape says: its elements, unknown where they are, or where nothing is known of them as many
 * unknown ones as the input is long. Undefined where not even its length is known.
 */
export function shapeInput(context: OperatorContext, index: number): readonly Dimension[] | undefined {
  const shape = context.shape(index);
  if (shape !== undefined && shape.length !== 1) {
    contradict(
      `input ${index} must be a vector, but has rank ${shape.length}`,
      `第 ${index} 个输入应为一维张量，但其秩为 ${shape.length}`,
    );
  }
  return context.elements(index) ?? unknownDimensions(shape?.[0]);
}
