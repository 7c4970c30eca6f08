import { hashOf } from './bytes-hash';
import { decodeUtf8 } from './utf8';

/** Names that there is room for at first; a power of two. */
const firstSize = 1 << 13;

/**
 * Decodes names, each distinct one once: a value's name stands in its producer and in every consumer, an op type in
 * thousands of nodes. Finding a name by its bytes costs a third of decoding it, and equal names share one string.
 */
export class StringTable {
  /** Index of a name plus one by hash; open addressing. */
  #slots = new Int32Array(firstSize * 2);
  #hashes = new Int32Array(firstSize);
  /** Where the bytes of each name end in {@link #bytes}; they begin where those of the one before end. */
  #ends = new Int32Array(firstSize + 1);
  #bytes = new Uint8Array(firstSize * 16);
  readonly #strings: string[] = [];

  /** `fresh` is called with the length of each text that was not in the table. */
  decode(bytes: Uint8Array, start: number, end: number, fresh: (length: number) => void): string {
    const length = end - start;
    const hash = hashOf(bytes, start, end);
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
      if (hashes[entry - 1] === hash && this.#is(entry - 1, bytes, start, length)) return this.#strings[entry - 1]!;
      slot = (slot + 1) & mask;
    }
    fresh(length * 2 + 16);
    const text = decodeUtf8(bytes.subarray(start, end));
    this.#add(text, bytes, start, length, hash, slot);
    return text;
  }

  #is(index: number, bytes: Uint8Array, start: number, length: number): boolean {
    const known = this.#bytes;
    const from = this.#ends[index]!;
    if (this.#ends[index + 1]! - from !== length) return false;
    for (let at = 0; at < length; at += 1) if (known[from + at] !== bytes[start + at]) return false;
    return true;
  }

  #add(text: string, bytes: Uint8Array, start: number, length: number, hash: number, slot: number): void {
    const count = this.#strings.push(text);
    const from = this.#ends[count - 1]!;
    if (from + length > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    for (let at = 0; at < length; at += 1) this.#bytes[from + at] = bytes[start + at]!;
    this.#ends[count] = from + length;
    this.#slots[slot] = count;
    this.#hashes[count - 1] = hash;
    if (count === this.#hashes.length) this.#grow();
  }

  #grow(): void {
    const size = this.#hashes.length * 8;
    const hashes = new Int32Array(size);
    const ends = new Int32Array(size + 1);
    const slots = new Int32Array(size * 2);
    hashes.set(this.#hashes);
    ends.set(this.#ends);
    const mask = slots.length - 1;
    for (let index = 0; index < this.#hashes.length; index += 1) {
      let slot = hashes[index]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#hashes = hashes;
    this.#ends = ends;
    this.#slots = slots;
  }
}
