import type { NameId, Names } from '../../../model';
import { ByteStore } from './byte-store';
import { type ByteText, bytesOfByteText, byteTextOfName, nameOfByteText } from './byte-text';
import { hashOf, sameBytes } from './bytes-hash';
import { decodeUtf8, encodeText } from './utf8';

/**
 * So many names are known by the text of their bytes. Loops over bytes are fast once V8 has optimised them; until then its
 * map, which is compiled, takes less. A model of some thousand operators is read before that.
 */
const namesByText = 1 << 12;

/** Where more are expected, they are hashed from the first one on: V8 would optimise both ways. */
const mostByText = namesByText * 4;

const noNumbers = new Int32Array();

/**
 * Names that there is room for when they are hashed; powers of two. The first room is small, so that more is made before V8
 * optimises what adds names: what that has never run yet, it takes for never to be run, and throws its code away.
 */
const leastRoom = 1 << 10;
const mostRoom = 1 << 17;
const bytesOfName = 40;

/**
 * Numbers names by their bytes: a value's name stands in its producer and in every consumer, an op type in thousands of
 * nodes. Of a large file a name is decoded when its text is asked for, which of most names it never is.
 */
export class NameTable implements Names {
  // Plain fields, which V8 reads faster than #private ones before it has optimised a method.
  private readonly texts: (string | undefined)[] = [''];
  /** As long as the names are few: ids by the text of their bytes, and these texts by id. */
  byText: Map<string, NameId> | undefined = new Map();
  private byteTexts: string[] = [''];
  /** Index of a name plus one, which is its id, by hash; open addressing. */
  private slots = noNumbers;
  /** For each name its hash, and where its bytes end in {@link bytes}: they begin where those of the one before end. */
  private entries = noNumbers;
  private readonly bytes = new ByteStore(0, true);
  private count = 0;
  readonly #expected: number;
  readonly #spend: (bytes: number) => void;

  /** `expected` names are likely; `spend` is told how many bytes of memory names take that are new. */
  constructor(expected: number, spend: (bytes: number) => void) {
    this.#expected = expected;
    this.#spend = spend;
    if (this.isLong) this.hashFirst();
  }

  /** Whether there will be so many names that V8 optimises the code that they take soon. */
  get isLong(): boolean {
    return this.#expected > mostByText;
  }

  get size(): number {
    return this.count + 1;
  }

  /** The id of the name with these bytes, at least one; `view` and `text` are of the same bytes. */
  add(bytes: Uint8Array, view: DataView, text: ByteText, start: number, end: number): NameId {
    if (this.byText === undefined) return this.addBytes(bytes, view, start, end);
    const byteText = text.part(start, end);
    return this.byText.get(byteText) ?? this.addText(byteText);
  }

  /** The same where names are not known by text. */
  addBytes(bytes: Uint8Array, view: DataView, start: number, end: number): NameId {
    const { count } = this;
    const id = this.addHashed(bytes, view, start, end);
    if (this.count > count) this.spendOn(end - start);
    return id;
  }

  /** The id of a name that is not in {@link byText}, by the text of its bytes. */
  addText(byteText: string): NameId {
    this.spendOn(byteText.length);
    return this.addNewText(byteText);
  }

  /** A name's text may be asked for one day. */
  private spendOn(bytes: number): void {
    this.#spend(bytes * 2 + 16);
  }

  /** The same for bytes that the file's reader has kept, and counted, already. */
  addKnown(bytes: Uint8Array, view: DataView, text: ByteText, start: number, end: number): NameId {
    if (this.byText === undefined) return this.addHashed(bytes, view, start, end);
    const byteText = text.part(start, end);
    return this.byText.get(byteText) ?? this.addNewText(byteText);
  }

  /** The same by the text of its bytes. */
  addKnownText(byteText: string): NameId {
    return this.byText?.get(byteText) ?? this.addNewText(byteText);
  }

  private addHashed(bytes: Uint8Array, view: DataView, start: number, end: number): NameId {
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
    return (this.texts[id] ??= this.decoded(id));
  }

  private decoded(id: NameId): string {
    if (this.byText !== undefined) return nameOfByteText(this.byteTexts[id]!);
    return decodeUtf8(this.bytes.bytes.subarray(this.startOf(id - 1), this.endOf(id - 1)));
  }

  idOf(name: string): NameId | undefined {
    if (name === '') return 0;
    if (this.byText !== undefined) return this.byText.get(byteTextOfName(name));
    const bytes = encodeText(name);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const id = this.slots[this.slotOf(view, 0, bytes.length, hashOf(view, 0, bytes.length))]!;
    return id === 0 ? undefined : id;
  }

  private addNewText(byteText: string): NameId {
    if (this.byText === undefined) {
      // Since it was looked for, names have become too many.
      const bytes = bytesOfByteText(byteText);
      return this.addHashed(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length);
    }
    this.count += 1;
    this.byText.set(byteText, this.count);
    this.byteTexts.push(byteText);
    if (this.count === namesByText) this.hashFirst();
    return this.count;
  }

  /** From now on names are known by their bytes. */
  private hashFirst(): void {
    let room = leastRoom;
    while (room <= this.count) room *= 2;
    this.makeRoom(room);
    for (let index = 0; index < this.count; index += 1) {
      const bytes = bytesOfByteText(this.byteTexts[index + 1]!);
      const from = this.bytes.length;
      this.bytes.add(bytes, 0, bytes.length);
      this.entries[2 * index] = hashOf(this.bytes.view, from, this.bytes.length);
      this.entries[2 * index + 1] = this.bytes.length;
    }
    this.fillSlots();
    this.byText = undefined;
    this.byteTexts = [];
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

  /** There are names enough to believe in those that are expected. */
  private grow(): void {
    let room = this.entries.length;
    while (room < this.#expected && room < mostRoom) room *= 2;
    this.makeRoom(room);
    this.fillSlots();
  }

  private makeRoom(names: number): void {
    const { entries } = this;
    this.entries = new Int32Array(names * 2);
    this.entries.set(entries);
    this.slots = new Int32Array(names * 2);
    this.bytes.makeRoom(Math.max(this.bytes.bytes.length, names * bytesOfName));
  }

  private fillSlots(): void {
    const { entries, slots } = this;
    const mask = slots.length - 1;
    for (let index = 0; index < this.count; index += 1) {
      let slot = entries[2 * index]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
  }
}
