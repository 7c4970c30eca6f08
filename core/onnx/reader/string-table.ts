import { decodeUtf8 } from './utf8';

/** Longer names are rarely repeated, and hashing them costs as much as decoding. */
const longestInterned = 256;

/**
 * Decodes names, each distinct one once: a value's name stands in its producer and in every consumer, an op type in
 * thousands of nodes. Finding a name by its bytes costs a fifth of decoding it, and equal names share one string.
 */
export class StringTable {
  #slots = new Int32Array(1 << 12);
  #hashes: number[] = [];
  #strings: string[] = [];

  /** `fresh` is called with the length of each text that was not in the table. */
  decode(bytes: Uint8Array, start: number, end: number, fresh: (length: number) => void): string {
    const length = end - start;
    if (length === 0) return '';
    if (length > longestInterned) {
      fresh(length);
      return decodeUtf8(bytes.subarray(start, end));
    }
    let hash = length;
    let bits = 0;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at]!;
      bits |= byte;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    if (bits > 0x7f) {
      fresh(length * 2);
      return decodeUtf8(bytes.subarray(start, end));
    }
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      if (this.#hashes[entry - 1] === hash) {
        const known = this.#strings[entry - 1]!;
        if (isText(known, bytes, start, length)) return known;
      }
      slot = (slot + 1) & mask;
    }
    fresh(length);
    const text = decodeUtf8(bytes.subarray(start, end));
    this.#slots[slot] = this.#strings.push(text);
    this.#hashes.push(hash);
    if (this.#strings.length * 2 > this.#slots.length) this.#grow();
    return text;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (const [index, hash] of this.#hashes.entries()) {
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#slots = slots;
  }
}

function isText(text: string, bytes: Uint8Array, start: number, length: number): boolean {
  if (text.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (text.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}
