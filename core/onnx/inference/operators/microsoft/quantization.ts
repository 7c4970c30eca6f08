import type { Dimension } from '../../../../model';
import { normalizeAxis, type OperatorContext } from '../../context';
import { add, withDimension } from '../../rules/dimensions';
import { type RuleTable, sharedRule } from '../../rules/operator-rules';
import { schemaElementType } from '../../rules/schema-types';

/** After the output's scale and zero point, three inputs for each part: its elements, their scale and zero point. */
function quantizedConcat(context: OperatorContext): void {
  context.setTensor(0, context.elementType(1));
  const shapes = [];
  for (let i = 2; i < context.inputCount; i += 3) shapes.push(context.shape(i));
  const first = shapes[0];
  if (first === undefined || !shapes.every((shape) => shape?.length === first.length)) return;
  const axis = normalizeAxis(context.requiredNumber('axis'), first.length);
  const length = shapes.map((shape) => shape![axis]!).reduce<Dimension>(add, 0);
  context.setTensor(0, context.elementType(1), withDimension(first, axis, length));
}

/** Rows and columns may be stored in another order; the shape does not tell of it. */
function orderedProduct(context: OperatorContext): void {
  const [a, b] = [context.shape(0), context.shape(2)];
  const isPlain = a !== undefined && a.length >= 2 && b?.length === 2;
  context.setTensor(0, schemaElementType(context, 0), isPlain ? [...a.slice(0, -1), b[1]!] : undefined);
}

export const microsoftQuantization: RuleTable = [
  ...sharedRule(['QLinearConcat'], quantizedConcat),
  ...sharedRule(['QOrderedMatMul'], orderedProduct),
];
