import { hashOf } from './bytes-hash';
import { decodeUtf8 } from './utf8';

/** Longer names are rarely repeated, and comparing them costs as much as decoding. */
const longestInterned = 256;

/**
 * Decodes names, each distinct one once: a value's name stands in its producer and in every consumer, an op type in
 * thousands of nodes. Finding a name by its bytes costs a fifth of decoding it, and equal names share one string.
 */
export class StringTable {
  /** Index of a name plus one by hash; open addressing. */
  #slots = new Int32Array(1 << 14);
  #hashes = new Int32Array(1 << 13);
  readonly #strings: string[] = [];

  /** `fresh` is called with the length of each text that was not in the table. */
  decode(bytes: Uint8Array, start: number, end: number, fresh: (length: number) => void): string {
    const length = end - start;
    if (length > longestInterned) {
      fresh(length);
      return decodeUtf8(bytes.subarray(start, end));
    }
    const hash = hashOf(bytes, start, end);
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
      if (hashes[entry - 1] === hash) {
        const known = this.#strings[entry - 1]!;
        if (known.length === length && isText(known, bytes, start)) return known;
      }
      slot = (slot + 1) & mask;
    }
    fresh(length);
    const text = decodeUtf8(bytes.subarray(start, end));
    // One character a byte: ASCII, the only kind that isText finds again.
    if (text.length === length) this.#add(text, hash, slot);
    return text;
  }

  #add(text: string, hash: number, slot: number): void {
    const count = this.#strings.push(text);
    this.#slots[slot] = count;
    this.#hashes[count - 1] = hash;
    if (count === this.#hashes.length) this.#grow();
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 4);
    hashes.set(this.#hashes);
    const slots = new Int32Array(hashes.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < this.#hashes.length; index += 1) {
      let slot = hashes[index]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#hashes = hashes;
    this.#slots = slots;
  }
}

function isText(text: string, bytes: Uint8Array, start: number): boolean {
  for (let at = text.length - 1; at >= 0; at -= 1) if (text.charCodeAt(at) !== bytes[start + at]) return false;
  return true;
}
