import type { ByteSource } from '../../../model';
import { ByteText } from '../bytes/byte-text';
import { WireError } from './wire-error';

const smallestWindow = 4 * 1024;
const largestWindow = 256 * 1024;

const nothing = new Uint8Array();
const nothingToView = new DataView(nothing.buffer);

/** The bytes of a source through a small window that moves over them. */
export class SourceWindow {
  readonly size: number;
  // Plain fields, which V8 reads three times faster than #private ones before it has optimised a method.
  private readonly source: ByteSource;
  /** Bytes of the source from {@link base} on; valid until the window moves on. */
  window: Uint8Array = nothing;
  /** Of the same bytes. */
  view: DataView = nothingToView;
  /** What the source returned last, and the window over it. */
  private lastRead: Uint8Array = nothing;
  private lastWindow: Uint8Array = nothing;
  protected readonly byteText = new ByteText();
  /** Offset in the source of {@link window}. */
  base = 0;
  /** Index in {@link window} of the next byte. */
  at = 0;
  /** Where in {@link window} the message or the window ends, whichever comes first. */
  limit = 0;
  /** Bytes to read next; grows while reading goes straight on, so that a jump reads little and a long graph reads fast. */
  private stride = smallestWindow;
  /** Where in the source the message being read ends. */
  protected messageEnd: number;

  constructor(source: ByteSource) {
    this.source = source;
    this.size = source.size;
    this.messageEnd = source.size;
  }

  /** Offset in the source of the next byte. */
  get position(): number {
    return this.base + this.at;
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

  /** {@link window} as a text with a character for each byte; undefined where it is large. */
  windowText(): string | undefined {
    return this.byteText.whole();
  }

  /** The next bytes, valid until the cursor moves on. */
  bytes(length: number): Uint8Array {
    this.need(length);
    if (this.window.length - this.at < length) throw new WireError('read-failed', this.position);
    const start = this.at;
    this.at += length;
    return this.window.subarray(start, this.at);
  }

  protected setLimit(): void {
    const left = this.messageEnd - this.base;
    this.limit = left < this.window.length ? left : this.window.length;
  }

  /** Moves the window so that the next `bytes` lie in it, as far as the source goes. */
  protected need(bytes: number): void {
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
