import { ownText } from '../../../model';
import { keywords, Token } from './token';

/** Names that were chosen to fall on one place are not worth a long search. */
const mostTries = 64;
/** One text of made-up names may not fill the memory. */
const mostKept = 20_000;
/** Longer ones come once. */
const longestKept = 80;

/**
 * The words of all texts, each as one string: names that are the same are compared and hashed once, and what texts repeat
 * takes memory once. A hash table of the usual kind, open and half full at most, that is asked with places in a text, so that
 * no string is made to look one up.
 */
export class Words {
  private texts: string[] = [];
  private tokens: Token[] = [];
  private hashes: number[] = [];
  private slots = new Int32Array(0);
  /** The token of the word that was found last: `Name`, or a keyword. */
  token: Token = Token.Name;

  constructor() {
    this.beginAnew();
  }

  /** The word at a place of the text. @param hash made of its units with `nextHash` */
  find(text: string, start: number, end: number, hash: number): string {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    let tries = 0;
    for (let index = slots[slot]!; index !== 0; index = slots[slot]!) {
      if (++tries > mostTries) {
        this.token = Token.Name;
        return text.slice(start, end);
      }
      if (this.hashes[index - 1] === hash) {
        const word = this.texts[index - 1]!;
        if (isAt(word, text, start, end)) {
          this.token = this.tokens[index - 1]!;
          return word;
        }
      }
      slot = (slot + 1) & mask;
    }
    this.token = Token.Name;
    if (end - start > longestKept) return text.slice(start, end);
    if (this.texts.length >= mostKept) {
      this.beginAnew();
      return this.find(text, start, end, hash);
    }
    const word = ownText(text.slice(start, end));
    this.add(word, Token.Name, hash, slot);
    return word;
  }

  private beginAnew(): void {
    this.texts = [];
    this.tokens = [];
    this.hashes = [];
    this.slots = new Int32Array(1024);
    for (const [keyword, token] of keywords) {
      let hash = 0;
      for (let at = 0; at < keyword.length; at++) hash = nextHash(hash, keyword.charCodeAt(at));
      this.add(keyword, token, hash, this.freeSlot(hash));
    }
  }

  private add(word: string, token: Token, hash: number, slot: number): void {
    this.texts.push(word);
    this.tokens.push(token);
    this.hashes.push(hash);
    this.slots[slot] = this.texts.length;
    if (this.texts.length * 2 > this.slots.length) this.grow();
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    for (let index = 0; index < this.hashes.length; index++) {
      this.slots[this.freeSlot(this.hashes[index]!)] = index + 1;
    }
  }

  private freeSlot(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }
}

export function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  const { length } = word;
  if (length !== end - start) return false;
  for (let index = 0; index < length; index++) {
    if (word.charCodeAt(index) !== text.charCodeAt(start + index)) return false;
  }
  return true;
}
