import type { ByteSource } from '../../../model';

/** A larger file has weights, most likely: its structure may be of any size. */
const largestWithoutWeights = 64 * 1024 * 1024;

/**
 * What the structure of a file may take, for those who make room for it. Rather too little than too much: 20 MB outside of
 * V8's heap that nobody uses make it collect all of the heap, which takes 7 ms.
 */
export function likelyBytes({ size }: ByteSource): number {
  return size > largestWithoutWeights ? 0 : size;
}
