import { type ByteSource, type Integer, integer, type NameId } from '../../model';
import type { ByteStore } from './byte-store';
import { ByteText } from './byte-text';
import { NameTable } from './name-table';
import { decodeUtf8 } from './utf8';
import { WireError } from './wire-error';

/** Wire types of protobuf's encoding. */
export const wire = { varint: 0, fixed64: 1, delimited: 2, groupStart: 3, groupEnd: 4, fixed32: 5 } as const;

const smallestWindow = 4 * 1024;
const largestWindow = 256 * 1024;
const longestVarint = 10;

/** A larger file has weights, most likely: its structure may be of any size. */
const largestWithoutWeights = 64 * 1024 * 1024;

/**
 * What the structure of a file may take, for those who make room for it. Rather too little than too much: 20 MB outside of
 * V8's heap that nobody uses make it collect all of the heap, which takes 7 ms.
 */
export function likelyBytes({ size }: ByteSource): number {
  return size > largestWithoutWeights ? 0 : size;
}

/** Of a file without weights, some: nodes have more than one name, but half of them are those of other nodes' outputs. */
const bytesPerName = 128;
const deepestGroup = 100;

/** A name of this length is an attack, or a damaged file; JavaScript itself ends at 2^29 characters. */
const longestText = 64 * 1024 * 1024;

const nothing = new Uint8Array();
const nothingToView = new DataView(nothing.buffer);

/**
 * Reads protobuf's wire format through a small window that moves over the source.
 *
 * protobufjs' Reader wants the whole message as one array: it cannot jump over the weights of a 2 GB file, which is what
 * this reader is for. It also gives 64-bit integers as rounded numbers (without the `long` package), turns bytes that
 * are not UTF-8 all into the same U+FFFD, skips groups by recursion, and throws without the offset in the file. It is not
 * faster either: `npm run bench` has onnx-proto's decoder, which is built on it, beside this one.
 */
export class Cursor {
  /** End of the message being read. */
  private messageEnd: number;
  /** Offset of the first message that reaches past the end of the file; -1 where none does. */
  truncatedAt = -1;
  readonly size: number;
  // Plain fields, which V8 reads three times faster than #private ones before it has optimised a method.
  private readonly source: ByteSource;
  readonly names: NameTable;
  private readonly spend: (bytes: number) => void;
  /** Bytes of the source from {@link base} on; valid until the cursor moves on. */
  window: Uint8Array = nothing;
  /** Of the same bytes. */
  view: DataView = nothingToView;
  /** What the source returned last, and the window over it. */
  private lastRead: Uint8Array = nothing;
  private lastWindow: Uint8Array = nothing;
  private readonly byteText = new ByteText();
  /** Offset in the source of {@link window}. */
  base = 0;
  /** Index in {@link window} of the next byte. */
  at = 0;
  /** Where in {@link window} the message or the window ends, whichever comes first. */
  limit = 0;
  /** Bytes to read next; grows while reading goes straight on, so that a jump reads little and a long graph reads fast. */
  private stride = smallestWindow;

  /** `spend` is told how many bytes of memory each text takes. */
  constructor(source: ByteSource, spend: (bytes: number) => void) {
    this.source = source;
    this.size = source.size;
    this.messageEnd = source.size;
    this.spend = spend;
    this.names = new NameTable(likelyBytes(source) / bytesPerName, spend);
  }

  /** Offset in the source of the next byte. */
  get position(): number {
    return this.base + this.at;
  }

  /** End of the message being read. */
  get end(): number {
    return this.messageEnd;
  }

  get hasMore(): boolean {
    return this.base + this.at < this.messageEnd;
  }

  /** Whether the next `length` bytes are in {@link window}, from {@link at} on; moves the window where they were not. */
  brings(length: number): boolean {
    if (this.window.length - this.at < length) this.need(length);
    return this.window.length - this.at >= length;
  }

  seek(position: number): void {
    const at = position - this.base;
    if (at >= 0 && at <= this.window.length) {
      this.at = at;
      return;
    }
    this.base = position;
    this.at = 0;
    this.window = nothing;
    this.stride = smallestWindow;
    this.setLimit();
  }

  /** The tag of the next field, see {@link tag}; 0 at the end of the message. */
  next(): number {
    const { at } = this;
    if (at < this.limit) {
      const byte = this.window[at]!;
      if (plainTags[byte] === 1) {
        this.at = at + 1;
        return byte;
      }
    }
    return this.hasMore ? this.tag() : 0;
  }

  /** Field number and wire type as they stand in the file: `field << 3 | wire type`. */
  private tag(): number {
    const start = this.position;
    const tag = this.varintNumber();
    const type = tag & 7;
    if (tag > 0xffff_ffff || this.position - start > 5) throw new WireError('varint-too-long', start);
    if (tag < 8) throw new WireError('field-zero', start);
    if (type > wire.fixed32) throw new WireError('wire-type', start);
    if (type === wire.groupEnd) throw new WireError('unmatched-group', start);
    return tag;
  }

  /** An unsigned varint; beyond 2^53 it is rounded, which lengths and tags never need. */
  varintNumber(): number {
    const { at } = this;
    if (at < this.limit) {
      const byte = this.window[at]!;
      if (byte < 0x80) {
        this.at = at + 1;
        return byte;
      }
    }
    this.need(longestVarint);
    const { window } = this;
    let value = 0;
    let scale = 1;
    for (let index = 0; index < longestVarint; index += 1) {
      const byte = window[this.at + index];
      if (byte === undefined) throw new WireError('truncated', this.size);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        this.at += index + 1;
        return value;
      }
      scale *= 128;
    }
    throw new WireError('varint-too-long', this.position);
  }

  /** A varint as two's complement of 32 bits, the upper ones dropped as protobuf drops them. */
  int32(): number {
    if (this.at < this.limit && this.window[this.at]! < 0x80) return this.window[this.at++]!;
    this.need(longestVarint);
    const start = this.at;
    this.skipVarint();
    let value = 0;
    for (let index = Math.min(5, this.at - start) - 1; index >= 0; index -= 1) {
      value = (value << 7) | (this.window[start + index]! & 0x7f);
    }
    return value;
  }

  /** A varint as two's complement of 64 bits. */
  int64(): Integer {
    return this.wide(true);
  }

  uint64(): Integer {
    return this.wide(false);
  }

  private wide(signed: boolean): Integer {
    if (this.at < this.limit && this.window[this.at]! < 0x80) return this.window[this.at++]!;
    this.need(longestVarint);
    const start = this.at;
    this.skipVarint();
    const length = this.at - start;
    if (length < 8) {
      let value = 0;
      for (let index = length - 1; index >= 0; index -= 1) value = value * 128 + (this.window[start + index]! & 0x7f);
      return value;
    }
    let value = 0n;
    for (let index = length - 1; index >= 0; index -= 1) {
      value = (value << 7n) | BigInt(this.window[start + index]! & 0x7f);
    }
    return integer(signed ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value));
  }

  private skipVarint(): void {
    for (let index = 0; index < longestVarint; index += 1) {
      const byte = this.window[this.at + index];
      if (byte === undefined) throw new WireError('truncated', this.size);
      if (byte < 0x80) {
        this.at += index + 1;
        return;
      }
    }
    throw new WireError('varint-too-long', this.position);
  }

  float(): number {
    const at = this.fixed(4);
    return this.view.getFloat32(at, true);
  }

  double(): number {
    const at = this.fixed(8);
    return this.view.getFloat64(at, true);
  }

  /** Brings so many bytes into the window, which may be another one then, and passes over them; returns where they are. */
  private fixed(bytes: number): number {
    this.need(bytes);
    if (this.window.length - this.at < bytes) throw new WireError('truncated', this.size);
    this.at += bytes;
    return this.at - bytes;
  }

  /** Length of a length-delimited field whose bytes all lie in the message and in the file. */
  length(): number {
    const start = this.position;
    const length = this.varintNumber();
    if (this.position + length > this.messageEnd) {
      throw new WireError(this.messageEnd === this.size ? 'truncated' : 'length-past-parent', start);
    }
    return length;
  }

  /**
   * Goes into the message that starts here: {@link end} becomes its end. Returns the outer message's end, for
   * {@link leave}. A message that runs past the end of the file is read as far as it goes.
   */
  enter(): number {
    const outer = this.messageEnd;
    const start = this.base + this.at;
    const length = this.varintNumber();
    let end = this.base + this.at + length;
    if (end > outer) {
      if (outer !== this.size) throw new WireError('length-past-parent', start);
      if (this.truncatedAt < 0) this.truncatedAt = start;
      end = outer;
    }
    this.messageEnd = end;
    this.setLimit();
    return outer;
  }

  /** Into a message whose place is known already. */
  enterAt(start: number, end: number): number {
    const outer = this.messageEnd;
    this.seek(start);
    this.messageEnd = end;
    this.setLimit();
    return outer;
  }

  leave(outer: number): void {
    // A message that the file cuts off must not pass for a whole one.
    if (this.truncatedAt >= 0 && this.messageEnd === this.size) throw new WireError('truncated', this.truncatedAt);
    if (this.base + this.at !== this.messageEnd) throw new WireError('length-past-parent', this.messageEnd);
    this.messageEnd = outer;
    this.setLimit();
  }

  private setLimit(): void {
    const left = this.messageEnd - this.base;
    this.limit = left < this.window.length ? left : this.window.length;
  }

  /** {@link window} as a text with a character for each byte; undefined where it is large. */
  windowText(): string | undefined {
    return this.byteText.whole();
  }

  /** A length-delimited name, which is likely to come again. */
  nameId(): NameId {
    const start = this.startOfText();
    const { at } = this;
    return this.nameAt(start, at);
  }

  /** The name with the bytes of {@link window} from `start` to `end`. */
  nameAt(start: number, end: number): NameId {
    return start === end ? 0 : this.names.add(this.window, this.view, this.byteText, start, end);
  }

  string(): string {
    return this.names.nameOf(this.nameId());
  }

  /** Puts the bytes of a length-delimited text into `store`. */
  keepText(store: ByteStore): void {
    const start = this.startOfText();
    if (start === this.at) return;
    this.spend(this.at - start);
    store.add(this.window, start, this.at);
  }

  /** A length-delimited text that stands only once in the file. */
  uniqueString(): string {
    const start = this.startOfText();
    if (start === this.at) return '';
    this.spend(this.at - start);
    return decodeUtf8(this.window.subarray(start, this.at));
  }

  /** Brings a length-delimited text into the window and passes over it; returns its index in the window. */
  private startOfText(): number {
    const { at, limit } = this;
    if (at < limit) {
      const start = at + 1;
      const end = start + this.window[at]!;
      // A length of one byte, and the text lies in the window.
      if (end <= limit && end < start + 128) {
        this.at = end;
        return start;
      }
    }
    const length = this.length();
    if (this.window.length - this.at < length) {
      if (length > longestText) throw new WireError('too-large', this.position);
      this.spend(length);
      this.need(length);
      if (this.window.length - this.at < length) throw new WireError('read-failed', this.position);
    }
    this.at += length;
    return this.at - length;
  }

  /** Text of `length` bytes that {@link length} gave, not kept in the table of names. */
  text(length: number): string {
    return decodeUtf8(this.bytes(length));
  }

  /** Over `length` bytes that {@link length} gave. */
  pass(length: number): void {
    this.seek(this.position + length);
  }

  /** The next bytes, valid until the cursor moves on. */
  bytes(length: number): Uint8Array {
    this.need(length);
    if (this.window.length - this.at < length) throw new WireError('read-failed', this.position);
    const start = this.at;
    this.at += length;
    return this.window.subarray(start, this.at);
  }

  /** Over the value of a field of which only the tag was read. */
  skip(tag: number): void {
    switch (tag & 7) {
      case wire.varint:
        this.varintNumber();
        return;
      case wire.fixed64:
        this.skipBytes(8);
        return;
      case wire.delimited:
        this.pass(this.length());
        return;
      case wire.fixed32:
        this.skipBytes(4);
        return;
      default:
        this.skipGroup(Math.floor(tag / 8));
    }
  }

  private skipBytes(length: number): void {
    const position = this.position + length;
    if (position > this.messageEnd) {
      throw new WireError(this.messageEnd === this.size ? 'truncated' : 'length-past-parent', this.position);
    }
    this.seek(position);
  }

  /** Groups are a relic of protobuf's first version; a parser still has to skip them, and they nest. */
  private skipGroup(field: number): void {
    const open = [field];
    while (open.length > 0) {
      const start = this.position;
      if (start >= this.messageEnd) throw new WireError('unmatched-group', start);
      const tag = this.varintNumber();
      const number = Math.floor(tag / 8);
      if (tag > 0xffff_ffff) throw new WireError('varint-too-long', start);
      if (number === 0) throw new WireError('field-zero', start);
      if ((tag & 7) > wire.fixed32) throw new WireError('wire-type', start);
      if ((tag & 7) === wire.groupEnd) {
        if (open.pop() !== number) throw new WireError('unmatched-group', start);
      } else if ((tag & 7) === wire.groupStart) {
        if (open.push(number) > deepestGroup) throw new WireError('group-too-deep', start);
      } else {
        this.skip(tag);
      }
    }
  }

  /** Moves the window so that the next `bytes` lie in it, as far as the source goes. */
  private need(bytes: number): void {
    if (this.window.length - this.at >= bytes) return;
    const position = this.position;
    if (this.base + this.window.length >= this.size && position >= this.base && this.window.length > 0) return;
    const wanted = Math.max(bytes, this.stride);
    this.stride = Math.min(largestWindow, this.stride * 2);
    const read = this.source.read(position, wanted);
    // Sources hand out the same memory again and again.
    if (read !== this.lastRead) {
      this.lastRead = read;
      const { buffer, byteOffset, byteLength } = read;
      // A view of the plain class: a subarray of Node's Buffer costs three times as much to make and to decode.
      this.lastWindow = new Uint8Array(buffer, byteOffset, byteLength);
      this.view = new DataView(buffer, byteOffset, byteLength);
    }
    this.window = this.lastWindow;
    this.byteText.set(this.window);
    this.base = position;
    this.at = 0;
    this.setLimit();
  }
}

/** 1 for a byte that is a whole tag, and a valid one: of fields 1 to 15, of no group's end, of a wire type that there is. */
const plainTags = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 8 && byte < 0x80 && (byte & 7) <= wire.fixed32 && (byte & 7) !== wire.groupEnd ? 1 : 0,
);
