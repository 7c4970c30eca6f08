import type { ByteSource, NameId } from '../../../model';
import type { ByteStore } from '../bytes/byte-store';
import { NameTable } from '../bytes/name-table';
import { decodeUtf8 } from '../bytes/utf8';
import { WireScalars } from './scalars';
import { likelyBytes } from './structure-size';
import { WireError } from './wire-error';

/** Wire types of protobuf's encoding. */
const wire = { varint: 0, fixed64: 1, delimited: 2, groupStart: 3, groupEnd: 4, fixed32: 5 } as const;

/** Of a file without weights, some: nodes have more than one name, but half of them are those of other nodes' outputs. */
const bytesPerName = 128;
const deepestGroup = 100;

/** A name of this length is an attack, or a damaged file; JavaScript itself ends at 2^29 characters. */
const longestText = 64 * 1024 * 1024;

/**
 * Reads protobuf's wire format through a small window that moves over the source: messages, fields, texts. What it is made
 * of ({@link WireScalars}, and the window below them) are classes that it extends rather than holds, as reading asks for the
 * window's fields more often than for anything else.
 *
 * protobufjs' Reader wants the whole message as one array: it cannot jump over the weights of a 2 GB file, which is what
 * this reader is for. It also gives 64-bit integers as rounded numbers (without the `long` package), turns bytes that
 * are not UTF-8 all into the same U+FFFD, skips groups by recursion, and throws without the offset in the file. It is not
 * faster either: `npm run bench` has onnx-proto's decoder, which is built on it, beside this one.
 */
export class Cursor extends WireScalars {
  /** Offset of the first message that reaches past the end of the file; -1 where none does. */
  truncatedAt = -1;
  readonly names: NameTable;
  private readonly spend: (bytes: number) => void;

  /** `spend` is told how many bytes of memory each text takes. */
  constructor(source: ByteSource, spend: (bytes: number) => void) {
    super(source);
    this.spend = spend;
    this.names = new NameTable(likelyBytes(source) / bytesPerName, spend);
  }

  /** End of the message being read. */
  get end(): number {
    return this.messageEnd;
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
}

/** 1 for a byte that is a whole tag, and a valid one: of fields 1 to 15, of no group's end, of a wire type that there is. */
const plainTags = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 8 && byte < 0x80 && (byte & 7) <= wire.fixed32 && (byte & 7) !== wire.groupEnd ? 1 : 0,
);
