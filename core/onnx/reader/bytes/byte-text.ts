import { decodeUtf8, encodeText } from './utf8';

interface NodeBuffer {
  readonly prototype: { latin1Slice(this: Uint8Array, start: number, end: number): string };
}

/** Of Node.js, where the program runs there: a name takes a third of the time that a TextDecoder takes. */
const latin1Slice = (globalThis as { readonly Buffer?: NodeBuffer }).Buffer?.prototype.latin1Slice;
const decoder = new TextDecoder('latin1');

/** Gives each byte a character of its own, as ISO 8859-1 or as the Encoding Standard's windows-1252 has them. */
export function byteTextOf(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return latin1Slice === undefined ? decoder.decode(bytes.subarray(start, end)) : latin1Slice.call(bytes, start, end);
}

/** A window of this size may be one of weights that a single name stands in. */
const partsBeforeAll = 2;
const longestText = 256 * 1024;

/**
 * Bytes as a text with a character for each byte, of which parts are taken. Decoding a name's few bytes takes longer than
 * cutting it out of a text of all bytes around it, and finding it in a map, which V8 does in compiled code from the start.
 */
export class ByteText {
  private bytes: Uint8Array = new Uint8Array();
  private text: string | undefined;
  private parts = 0;

  /** From now on of these bytes. */
  set(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.text = undefined;
    this.parts = 0;
  }

  part(start: number, end: number): string {
    const { text } = this;
    return text === undefined ? this.firstPart(start, end) : text.slice(start, end);
  }

  /** The text of all bytes; undefined where they are too many. */
  whole(): string | undefined {
    if (this.text === undefined && this.bytes.length <= longestText) this.text = byteTextOf(this.bytes);
    return this.text;
  }

  private firstPart(start: number, end: number): string {
    this.parts += 1;
    if (this.parts <= partsBeforeAll || this.bytes.length > longestText) {
      return byteTextOf(this.bytes, start, end);
    }
    this.text = byteTextOf(this.bytes);
    return this.text.slice(start, end);
  }
}

const ascii = /^[\0-\x7f]*$/;

/** The name that the bytes of `byteText` are in UTF-8. */
export function nameOfByteText(byteText: string): string {
  return ascii.test(byteText) ? byteText : decodeUtf8(bytesOfByteText(byteText));
}

/** The inverse of {@link nameOfByteText}. */
export function byteTextOfName(name: string): string {
  return ascii.test(name) ? name : byteTextOf(encodeText(name));
}

export function bytesOfByteText(byteText: string): Uint8Array {
  if (ascii.test(byteText)) return encodeText(byteText);
  return Uint8Array.from(byteText, (character) => characters.indexOf(character));
}

/** Of the bytes 0 to 255. */
const characters = byteTextOf(Uint8Array.from({ length: 256 }, (_, byte) => byte));
