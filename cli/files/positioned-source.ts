import type { ByteSource } from '../../core/model';

/** Longer reads get bytes of their own, so that one of them does not hold its memory for good. */
const longestReused = 1024 * 1024;

/** What is read of a file at many places, from weight to weight: the same object each time, without a part to make. */
const bytesOfPage = 4096;

/**
 * A source over something that is read at positions, such as an open file. What `read` returns is valid until the next
 * `read`: the reader keeps a window of its own, and every read is one system call into the same memory.
 *
 * @param readInto fills `target` from `position` on with at most `length` bytes and returns how many; 0 at the end
 */
export function positionedSource(
  size: number,
  readInto: (target: Uint8Array, length: number, position: number) => number,
): ByteSource {
  let reused = new Uint8Array(0);
  const page = new Uint8Array(bytesOfPage);

  function memory(length: number): Uint8Array {
    if (length === bytesOfPage) return page;
    if (length > longestReused) return new Uint8Array(length);
    if (reused.length < length) reused = new Uint8Array(length);
    return reused;
  }

  return {
    size,
    read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const target = memory(wanted);
      let done = 0;
      while (done < wanted) {
        const count = readInto(done === 0 ? target : target.subarray(done), wanted - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      return done === target.length ? target : target.subarray(0, done);
    },
  };
}
