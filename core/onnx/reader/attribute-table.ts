import type { Attribute } from '../../model';
import { ByteStore } from './byte-store';
import { hashOf, sameBytes } from './bytes-hash';

/** Attributes that repeat are short: `axis = -1`, `pads = [1, 1, 1, 1]`. */
export const longestShared = 128;
const mostShared = 1 << 14;

/**
 * Attributes by their bytes. A network of 100,000 operators has a few hundred different ones: knowing them again costs a
 * tenth of decoding them, and equal ones are one object.
 */
export class AttributeTable {
  /** Index of an attribute plus one by hash; open addressing. */
  private readonly slots = new Int32Array(mostShared * 2);
  private readonly bytes = new ByteStore(1024, false);
  /** Where the bytes of each end: they begin where those of the one before end. */
  private readonly ends: number[] = [];
  private readonly attributes: Attribute[] = [];

  /** The attribute with these bytes, at most {@link longestShared}. */
  find(view: DataView, start: number, length: number): Attribute | undefined {
    const entry = this.slots[this.slot(view, start, length)]!;
    return entry === 0 ? undefined : this.attributes[entry - 1];
  }

  /** Keeps an attribute whose value has no place of its own in the file; false where there is no room left. */
  add(bytes: Uint8Array, view: DataView, start: number, length: number, attribute: Attribute): boolean {
    if (this.attributes.length >= mostShared) return false;
    const slot = this.slot(view, start, length);
    this.bytes.add(bytes, start, start + length);
    this.ends.push(this.bytes.length);
    this.slots[slot] = this.attributes.push(attribute);
    return true;
  }

  /** Where the bytes are, or would be. */
  private slot(view: DataView, start: number, length: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(view, start, start + length) & mask;
    for (let entry = this.slots[slot]!; entry !== 0; entry = this.slots[slot]!) {
      if (this.is(entry - 1, view, start, length)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private is(index: number, view: DataView, start: number, length: number): boolean {
    const from = index === 0 ? 0 : this.ends[index - 1]!;
    return this.ends[index]! - from === length && sameBytes(view, start, this.bytes.view, from, length);
  }
}
