import type { ElementType } from '../../../model';
import type { OperatorContext } from '../context';
import { broadcastShapes } from './broadcast';

/** Inferences that many operators share. */

/** One output like the first input, whatever its kind. */
export function likeFirstInput(context: OperatorContext): void {
  context.setType(0, context.type(0));
}

/** One output of the first input's shape and another element type. */
export function shapedLikeFirst(elementType: ElementType): (context: OperatorContext) => void {
  return (context) => context.setTensor(0, elementType, context.shape(0));
}

/** One output with the broadcast shape of all inputs and their common element type. */
export function broadcastAll(context: OperatorContext): void {
  context.setTensor(0, commonElementType(context), broadcastInputs(context));
}

export function broadcastInputs(context: OperatorContext): ReturnType<typeof broadcastShapes> {
  return broadcastShapes(context.operator.inputs.map((_, i) => context.shape(i)));
}

/** Of inputs that must have one type: 0 where none is known, or where they differ, as the schema's check reports. */
export function commonElementType(context: OperatorContext, from = 0): ElementType {
  let common: ElementType = 0;
  for (let i = from; i < context.inputCount; i++) {
    const elementType = context.elementType(i);
    if (common !== 0 && elementType !== 0 && elementType !== common) return 0;
    common ||= elementType;
  }
  return common;
}

/** The element type that attribute `name` says, or else `otherwise`. */
export function elementTypeAttribute(context: OperatorContext, name: string, otherwise: ElementType): ElementType {
  return context.number(name) ?? otherwise;
}
