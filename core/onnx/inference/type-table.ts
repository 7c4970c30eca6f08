import { type ElementType, type Integer, type Shape, type TensorType, tensor, type ValueType } from '../../model';
import { largestRank } from './symbols';
import { isTensor } from './type-merging';

const bitsOfHash = 0xff_ffff;

/**
 * Equal types of tensors as one object, so that comparing two of them is comparing references. Of types with the same hash
 * the latest is known: what depends on one that it pushed out is inferred again, which a hostile file has for its trouble.
 */
export class TypeTable {
  private readonly types = new Map<number, TensorType>();
  private readonly symbols = new Map<string, number>();

  shared(type: ValueType): ValueType {
    if (!isTensor(type)) return type;
    const hash = this.hashOf(type.elementType, type.shape);
    const known = this.types.get(hash);
    if (known !== undefined && known.kind === type.kind && isSame(known, type.elementType, type.shape)) return known;
    this.types.set(hash, type);
    return type;
  }

  /**
   * The type of an initializer; undefined where a dimension is not one, or is beyond what a number holds. Two loops without
   * a call: a model has thousands of them before V8 has optimised anything.
   */
  ofConstant(elementType: ElementType, dims: readonly Integer[]): TensorType | undefined {
    const rank = dims.length;
    if (rank > largestRank) return undefined;
    let hash = elementType & bitsOfHash;
    for (let i = 0; i < rank; i++) {
      const dimension = dims[i]!;
      if (typeof dimension !== 'number' || dimension < 0) return undefined;
      hash = (hash * 31 + dimension + 1) & bitsOfHash;
    }
    const known = this.types.get(hash);
    if (known !== undefined && known.kind === 'tensor' && isSame(known, elementType, dims)) return known;
    const type = tensor(elementType, dims);
    this.types.set(hash, type);
    return type;
  }

  private hashOf(elementType: ElementType, shape: Shape): number {
    let hash = elementType & bitsOfHash;
    if (shape === undefined) return hash;
    for (let i = 0; i < shape.length; i++) {
      const dimension = shape[i]!;
      const number = typeof dimension === 'number' ? dimension : this.numberOf(dimension);
      hash = (hash * 31 + number + 1) & bitsOfHash;
    }
    return hash;
  }

  private numberOf(dimension: bigint | string | null): number {
    if (typeof dimension !== 'string') return 0;
    let number = this.symbols.get(dimension);
    if (number === undefined) this.symbols.set(dimension, (number = this.symbols.size));
    return number;
  }
}

function isSame(known: TensorType, elementType: ElementType, shape: Shape): boolean {
  if (known.elementType !== elementType) return false;
  const other = known.shape;
  if (other === shape) return true;
  if (other === undefined || shape === undefined || other.length !== shape.length) return false;
  for (let i = 0; i < shape.length; i++) if (other[i] !== shape[i]) return false;
  return true;
}
