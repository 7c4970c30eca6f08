import { elementBits, type Tensor } from '../../model';

/** Below, numbers are exact. */
const mostBits = 2 ** 53;

/**
 * Whether a tensor is as nearly all are: its elements in raw_data alone, and enough of them. Then {@link checkTensor} would
 * find nothing wrong with it; of others it says what.
 */
export function isSound({ elementType, dims, external, payload }: Tensor): boolean {
  if (external !== undefined || payload === undefined || payload.length !== 1) return false;
  const { field, bytes } = payload[0]!;
  let bits = elementBits(elementType);
  if (field !== 'raw_data' || bits === undefined || dims.length > highestRank) return false;
  for (let axis = 0; axis < dims.length; axis++) {
    const dim = dims[axis]!;
    if (typeof dim !== 'number' || dim < 1) return false;
    bits *= dim;
  }
  return bits < mostBits && bits <= bytes * 8;
}

/** More dimensions than any framework has; such a tensor is damaged or made to break readers. */
export const highestRank = 64;
