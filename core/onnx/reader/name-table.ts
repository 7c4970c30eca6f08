import type { NameId, Names } from '../../model';
import { ByteStore } from './byte-store';
import { hashOf, sameBytes } from './bytes-hash';
import { decodeUtf8, encodeText } from './utf8';

/** Names that there is room for at first; powers of two. */
const leastRoom = 1 << 10;
const mostRoom = 1 << 17;
const bytesOfName = 48;

/**
 * Numbers names by their bytes: a value's name stands in its producer and in every consumer, an op type in thousands of
 * nodes. A name is decoded when its text is asked for, which of most names it never is.
 */
export class NameTable implements Names {
  // Plain fields, which V8 reads faster than #private ones before it has optimised a method.
  /** Index of a name plus one, which is its id, by hash; open addressing. */
  private slots: Int32Array;
  /** For each name its hash, and where its bytes end in {@link bytes}: they begin where those of the one before end. */
  private entries: Int32Array;
  private readonly bytes: ByteStore;
  private readonly texts: (string | undefined)[] = [];
  private count = 0;
  readonly #spend: (bytes: number) => void;

  /** `expected` names are likely; `spend` is told how many bytes of memory names take that are new. */
  constructor(expected: number, spend: (bytes: number) => void) {
    let room = leastRoom;
    while (room < expected && room < mostRoom) room *= 2;
    this.slots = new Int32Array(room * 2);
    this.entries = new Int32Array(room * 2);
    this.bytes = new ByteStore(room * bytesOfName);
    this.#spend = spend;
  }

  get size(): number {
    return this.count + 1;
  }

  /** The id of the name with these bytes, at least one; `view` is of the same bytes. */
  add(bytes: Uint8Array, view: DataView, start: number, end: number): NameId {
    const before = this.count;
    const id = this.addKnown(bytes, view, start, end);
    // Its text may be asked for one day.
    if (this.count > before) this.#spend((end - start) * 2 + 16);
    return id;
  }

  /** The same for bytes that the file's reader has kept, and counted, already. */
  addKnown(bytes: Uint8Array, view: DataView, start: number, end: number): NameId {
    const hash = hashOf(view, start, end);
    const slot = this.slotOf(view, start, end, hash);
    const known = this.slots[slot]!;
    if (known !== 0) return known;
    this.bytes.add(bytes, start, end);
    const index = this.count;
    this.count = index + 1;
    this.entries[2 * index] = hash;
    this.entries[2 * index + 1] = this.bytes.length;
    this.slots[slot] = index + 1;
    if (2 * this.count === this.entries.length) this.grow();
    return index + 1;
  }

  nameOf(id: NameId): string {
    if (id === 0) return '';
    return (this.texts[id] ??= decodeUtf8(this.bytes.bytes.subarray(this.startOf(id - 1), this.endOf(id - 1))));
  }

  idOf(name: string): NameId | undefined {
    if (name === '') return 0;
    const bytes = encodeText(name);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const id = this.slots[this.slotOf(view, 0, bytes.length, hashOf(view, 0, bytes.length))]!;
    return id === 0 ? undefined : id;
  }

  /** Where the name is, or would be. */
  private slotOf(view: DataView, start: number, end: number, hash: number): number {
    const slots = this.slots;
    const entries = this.entries;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let id = slots[slot]!; id !== 0; id = slots[slot]!) {
      if (entries[2 * id - 2] === hash && this.is(id - 1, view, start, end - start)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private is(index: number, view: DataView, start: number, length: number): boolean {
    const from = this.startOf(index);
    return this.endOf(index) - from === length && sameBytes(view, start, this.bytes.view, from, length);
  }

  private startOf(index: number): number {
    return index === 0 ? 0 : this.entries[2 * index - 1]!;
  }

  private endOf(index: number): number {
    return this.entries[2 * index + 1]!;
  }

  private grow(): void {
    const entries = new Int32Array(this.entries.length * 4);
    const slots = new Int32Array(this.slots.length * 4);
    entries.set(this.entries);
    const mask = slots.length - 1;
    for (let index = 0; index < this.count; index += 1) {
      let slot = entries[2 * index]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.entries = entries;
    this.slots = slots;
  }
}
