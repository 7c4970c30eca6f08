/** Not known before: nobody can write a file of names that all have one hash. */
const seed = Math.floor(Math.random() * 2 ** 31);

/** Four bytes a step: the multiplications are what hashing a byte at a time waits for. */
export function hashOf(bytes: DataView, start: number, end: number): number {
  let hash = seed ^ (end - start);
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ bytes.getInt32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ bytes.getUint8(at), 0x01000193);
  return hash ^ (hash >>> 13);
}

/** Whether `length` bytes are the same. */
export function sameBytes(some: DataView, start: number, others: DataView, from: number, length: number): boolean {
  let at = 0;
  for (; at + 4 <= length; at += 4) if (some.getInt32(start + at) !== others.getInt32(from + at)) return false;
  for (; at < length; at += 1) if (some.getUint8(start + at) !== others.getUint8(from + at)) return false;
  return true;
}
