import type { Attribute } from '../../model';
import { hashOf, sameBytes } from './bytes-hash';

/** Attributes that repeat are short: `axis = -1`, `pads = [1, 1, 1, 1]`. */
export const longestShared = 128;
const mostShared = 1 << 14;

/**
 * Attributes by their bytes. A network of 100,000 operators has a few hundred different ones: knowing them again costs a
 * tenth of decoding them, and equal ones are one object.
 */
export class AttributeTable {
  private readonly slots = new Int32Array(mostShared * 2);
  private readonly bytes: Uint8Array[] = [];
  private readonly attributes: Attribute[] = [];

  /** The attribute with these bytes, at most {@link longestShared}. */
  find(bytes: Uint8Array, start: number, length: number): Attribute | undefined {
    const entry = this.slots[this.slot(bytes, start, length)]!;
    return entry === 0 ? undefined : this.attributes[entry - 1];
  }

  /** Keeps an attribute whose value has no place of its own in the file; false where there is no room left. */
  add(bytes: Uint8Array, start: number, length: number, attribute: Attribute): boolean {
    if (this.attributes.length >= mostShared) return false;
    const slot = this.slot(bytes, start, length);
    this.bytes.push(bytes.slice(start, start + length));
    this.slots[slot] = this.attributes.push(attribute);
    return true;
  }

  /** Where the bytes are, or would be. */
  private slot(bytes: Uint8Array, start: number, length: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(bytes, start, start + length) & mask;
    for (let entry = this.slots[slot]!; entry !== 0; entry = this.slots[slot]!) {
      if (sameBytes(this.bytes[entry - 1]!, bytes, start, start + length)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
