import { itemKinds, type TextItemKind } from './text-item';
import type { LineTable } from './text-view';

export interface TextLimit {
  /** UTF-16 units. */
  readonly characters: number;
  readonly lines: number;
}

/** Left for the closing braces of every open graph, and for saying what was left out. */
const reserve = 0.98;

const kindCodes = new Map(itemKinds.map((kind, code) => [kind, code]));

/** Gathers the lines of a text view, and what stands in each. */
export class LineWriter {
  readonly #lines: string[] = [];
  readonly #starts: number[] = [];
  readonly #kinds: number[] = [];
  readonly #graphs: number[] = [];
  readonly #items: number[] = [];
  readonly #characterLimit: number;
  readonly #lineLimit: number;
  #offset = 0;

  constructor({ characters, lines }: TextLimit) {
    this.#characterLimit = characters * reserve;
    this.#lineLimit = lines * reserve;
  }

  /** The number of the line that comes next. */
  get line(): number {
    return this.#starts.length;
  }

  /** Whether there is no room for another item. */
  get isFull(): boolean {
    return this.#offset >= this.#characterLimit || this.#starts.length >= this.#lineLimit;
  }

  /** One line; more where names have line ends, of which all belong to the same item. */
  write(text: string, kind?: TextItemKind, graph = 0, item = 0): void {
    const code = kindCodes.get(kind)!;
    this.#lines.push(text);
    this.#note(this.#offset, code, graph, item);
    // Names are rarely searched for long: what editors count as line ends is rare in them.
    for (const match of lineEnds(text)) this.#note(this.#offset + match.index + match[0].length, code, graph, item);
    this.#offset += text.length + 1;
  }

  #note(start: number, kind: number, graph: number, item: number): void {
    this.#starts.push(start);
    this.#kinds.push(kind);
    this.#graphs.push(graph);
    this.#items.push(item);
  }

  finish(): { readonly text: string; readonly lines: LineTable } {
    this.#lines.push('');
    return {
      text: this.#lines.join('\n'),
      lines: {
        starts: Uint32Array.from(this.#starts),
        kinds: Uint8Array.from(this.#kinds),
        graphs: Uint32Array.from(this.#graphs),
        items: Uint32Array.from(this.#items),
      },
    };
  }
}

const none: readonly RegExpExecArray[] = [];

function lineEnds(text: string): Iterable<RegExpExecArray> {
  return text.includes('\n') || text.includes('\r') ? text.matchAll(/\r\n|[\r\n]/g) : none;
}
