import type { Integer, Shape } from '../../../model';
import type { OperatorContext } from '../context';
import { countOf, type Element, type Elements, isInteger } from '../elements';
import { isTensor } from '../type-merging';

/** Elements with the shape that says where each stands. */
export interface ElementTensor {
  readonly dims: readonly number[];
  readonly elements: Elements;
}

/** Of an input whose shape is known and some of whose elements are. */
export function inputElements(context: OperatorContext, index: number): ElementTensor | undefined {
  const elements = context.values(index);
  if (elements === undefined) return undefined;
  const dims = smallDimensions(context.shape(index));
  return dims !== undefined && product(dims) === elements.length ? { dims, elements } : undefined;
}

/** The shape of an output, where it has few enough elements to be followed. */
export function outputDimensions(context: OperatorContext, index = 0): readonly number[] | undefined {
  const type = context.outputs[index];
  return isTensor(type) ? smallDimensions(type.shape) : undefined;
}

export function outputElementType(context: OperatorContext, index = 0): number {
  const type = context.outputs[index];
  return isTensor(type) ? type.elementType : 0;
}

function smallDimensions(shape: Shape): readonly number[] | undefined {
  return countOf(shape) === undefined ? undefined : (shape as readonly Integer[] as readonly number[]);
}

export function product(dims: readonly number[]): number {
  return dims.reduce((count, dim) => count * dim, 1);
}

/** Keeps the elements of an output, unless nothing is known of them. */
export function setElements(context: OperatorContext, elements: Elements, index = 0): void {
  const value = context.operator.outputId(index);
  if (value === 0 || elements.every((element) => element === null)) return;
  const { engine, scope } = context;
  if (!engine.mayKeep(elements.length)) return;
  const areIntegers = isInteger(outputElementType(context, index));
  scope.elements.set(value, areIntegers ? engine.sharedElements(elements) : elements);
}

/** Fills a tensor of shape `dims` with what `elementAt` says of each index. */
export function fill(dims: readonly number[], elementAt: (index: readonly number[]) => Element): Element[] {
  const count = product(dims);
  const result = new Array<Element>(count);
  const index = new Array<number>(dims.length).fill(0);
  for (let i = 0; i < count; i++) {
    result[i] = elementAt(index);
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      index[axis]!++;
      if (index[axis]! < dims[axis]!) break;
      index[axis] = 0;
    }
  }
  return result;
}

export function elementAt({ dims, elements }: ElementTensor, index: readonly number[]): Element {
  let offset = 0;
  for (let axis = 0; axis < dims.length; axis++) offset = offset * dims[axis]! + index[axis]!;
  return elements[offset] ?? null;
}

/** The elements of `tensor` stretched to `dims`, as broadcasting does. */
export function broadcastElements(tensor: ElementTensor, dims: readonly number[]): Elements {
  const { elements } = tensor;
  const count = product(dims);
  if (elements.length === count) return elements;
  if (elements.length === 1) return new Array<Element>(count).fill(elements[0]!);
  const offset = dims.length - tensor.dims.length;
  return fill(dims, (index) =>
    elementAt(
      tensor,
      tensor.dims.map((dim, axis) => (dim === 1 ? 0 : index[axis + offset]!)),
    ),
  );
}
