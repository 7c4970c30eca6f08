import { StringTable } from './string-table';
import { decodeUtf8 } from './utf8';

/** Longer names are rarely repeated, and comparing them costs as much as decoding. */
const longestShared = 256;

/**
 * Names that are decoded one by one. A loop over bytes is fast once V8 has optimised it; until then its decoder, which is
 * compiled, takes a quarter of the time. A model of about 1,500 operators has so many, and is read before that.
 */
const decodedOneByOne = 1 << 13;

/** Decodes names; equal ones share one string. */
export class Names {
  private readonly first = new Map<string, string>();
  private left = decodedOneByOne;
  private table: StringTable | undefined;

  /** `spend` is told how many bytes of memory names take that are new. */
  constructor(private readonly spend: (bytes: number) => void) {}

  decode(bytes: Uint8Array, start: number, end: number): string {
    if (this.table !== undefined && end - start <= longestShared) {
      return this.table.decode(bytes, start, end, this.spend);
    }
    const name = decodeUtf8(bytes.subarray(start, end));
    const known = this.first.get(name);
    if (known !== undefined) return known;
    this.spend((end - start) * 2 + 16);
    if (this.left > 0) this.first.set(name, name);
    this.left -= 1;
    if (this.left === 0) this.table = new StringTable();
    return name;
  }
}
