import { ByteStore } from './byte-store';
import { hashOf, sameBytes } from './bytes-hash';

/** So many things of a kind are known again. */
export const mostShared = 1 << 14;

/** Of a table that few things come into; a power of two, as always. */
const leastSlots = 1 << 9;

/**
 * Things of a file by the bytes that they were read from. A network of 100,000 operators has a few hundred different
 * attributes: knowing them again costs a tenth of decoding them, and equal ones are one object.
 */
export class BytesTable<Thing> {
  /** Index of a thing plus one by hash; open addressing. */
  private slots = new Int32Array(leastSlots);
  private readonly bytes = new ByteStore(1024, false);
  /** Where the bytes of each end: they begin where those of the one before end. */
  private readonly ends: number[] = [];
  private readonly things: Thing[] = [];

  /** What has these bytes in the file. */
  find(view: DataView, start: number, length: number): Thing | undefined {
    const entry = this.slots[this.slot(view, start, length)]!;
    return entry === 0 ? undefined : this.things[entry - 1];
  }

  /** Keeps what nothing but its bytes tells from others; false where there is no room left. */
  add(bytes: Uint8Array, view: DataView, start: number, length: number, thing: Thing): boolean {
    if (this.things.length >= mostShared) return false;
    if (this.things.length * 2 >= this.slots.length) this.grow();
    const slot = this.slot(view, start, length);
    this.bytes.add(bytes, start, start + length);
    this.ends.push(this.bytes.length);
    this.slots[slot] = this.things.push(thing);
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

  private grow(): void {
    const { ends, bytes } = this;
    this.slots = new Int32Array(this.slots.length * 4);
    for (let index = 0, from = 0; index < ends.length; index += 1) {
      this.slots[this.slot(bytes.view, from, ends[index]! - from)] = index + 1;
      from = ends[index]!;
    }
  }

  private is(index: number, view: DataView, start: number, length: number): boolean {
    const from = index === 0 ? 0 : this.ends[index - 1]!;
    return this.ends[index]! - from === length && sameBytes(view, start, this.bytes.view, from, length);
  }
}
