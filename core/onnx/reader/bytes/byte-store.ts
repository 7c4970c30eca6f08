/** Stored before V8 has optimised the code, about. */
const interpretedBytes = 1 << 17;

/** Bytes that are kept, one text behind the other: outside of the heap that garbage collection goes over. */
export class ByteStore {
  bytes: Uint8Array;
  view: DataView;
  length = 0;
  /** From so many bytes on, texts are copied by a loop. */
  private readonly loopsFrom: number;

  /**
   * `room`: bytes that there is room for at first. `isLong`: it will have so many texts that V8 has optimised the code soon;
   * it would do so twice if the code came another way later.
   */
  constructor(room: number, isLong: boolean) {
    this.loopsFrom = isLong ? 0 : interpretedBytes;
    this.bytes = new Uint8Array(room);
    this.view = new DataView(this.bytes.buffer);
  }

  add(source: Uint8Array, start: number, end: number): void {
    const from = this.length;
    const length = end - start;
    if (from + length > this.bytes.length) this.makeRoom(Math.max(from + length, this.bytes.length * 2));
    const { bytes } = this;
    // A call costs more than a few bytes do, once V8 has optimised the loop over them.
    if (length > 64 || from < this.loopsFrom) bytes.set(source.subarray(start, end), from);
    else for (let at = 0; at < length; at += 1) bytes[from + at] = source[start + at]!;
    this.length = from + length;
  }

  /** For so many bytes. */
  makeRoom(room: number): void {
    const larger = new Uint8Array(room);
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
}
