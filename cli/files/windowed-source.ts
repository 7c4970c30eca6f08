import type { ByteSource } from '../../core/model';

/** After a jump, a small window: between two tensors the reader wants a hundred bytes. */
const smallestWindow = 16 * 1024;
/** While reading goes straight on, windows grow to this: a file of 100,000 nodes is read in a few calls. */
const largestWindow = 1024 * 1024;

/**
 * A source that reads a file through a window, so that the many small reads of a reader that skips weights cost few
 * system calls and little memory. What `read` returns is valid until the next `read`.
 *
 * @param readInto fills `target` from `position` on and returns how many bytes there were.
 */
export function windowedSource(
  size: number,
  readInto: (target: Uint8Array, length: number, position: number) => number,
): ByteSource {
  let window = new Uint8Array(smallestWindow);
  let start = 0;
  let end = 0;
  let windowSize = smallestWindow;

  function fill(offset: number, length: number): void {
    const goesOn = end > 0 && offset >= start && offset <= end;
    windowSize = goesOn ? Math.min(windowSize * 2, largestWindow) : smallestWindow;
    const wanted = Math.min(Math.max(windowSize, length), size - offset);
    if (window.length < wanted) window = new Uint8Array(Math.max(wanted, windowSize));
    start = offset;
    end = offset + readFully(window, wanted, offset);
  }

  function readFully(target: Uint8Array, length: number, position: number): number {
    let done = 0;
    while (done < length) {
      const count = readInto(done === 0 ? target : target.subarray(done), length - done, position + done);
      if (count === 0) break;
      done += count;
    }
    return done;
  }

  return {
    size,
    read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      if (wanted === 0) return new Uint8Array(0);
      if (wanted > largestWindow) {
        const bytes = new Uint8Array(wanted);
        return bytes.subarray(0, readFully(bytes, wanted, offset));
      }
      if (offset < start || offset + wanted > end) fill(offset, wanted);
      return window.subarray(offset - start, Math.min(offset + wanted, end) - start);
    },
  };
}
