import type { Dimension, Shape, ValueType } from '../../model';
import { isTensor } from './type-merging';

/** Equal types of tensors as one object, so that comparing two of them is comparing references. */
export class TypeTable {
  private readonly types = new Map<string, ValueType>();

  shared(type: ValueType): ValueType {
    if (!isTensor(type)) return type;
    const key = `${type.kind === 'tensor' ? '' : 's'}${type.elementType}${shapeKey(type.shape)}`;
    const known = this.types.get(key);
    if (known !== undefined) return known;
    this.types.set(key, type);
    return type;
  }
}

function shapeKey(shape: Shape): string {
  if (shape === undefined) return '?';
  let key = '';
  for (let i = 0; i < shape.length; i++) key += dimensionKey(shape[i]!);
  return key;
}

/** A name may hold any character: its length says where it ends. */
function dimensionKey(dimension: Dimension): string {
  return typeof dimension === 'string' ? `"${dimension.length}:${dimension}` : `,${dimension}`;
}
