import { keywords, Token } from './token';

/** Names that were chosen to fall on one place are not worth a long search. */
const mostTries = 64;

/**
 * The words of one text, each as one string: names that are the same are compared and hashed once, and what the text
 * repeats takes memory once. A hash table of the usual kind, open and half full at most, whose keys are places in the
 * text, so that no string is made to look one up.
 */
export class Words {
  private readonly texts: string[];
  private readonly tokens: Token[];
  private readonly hashes: number[];
  private slots: Int32Array;
  /** The token of the word that was found last: `Name`, or a keyword. */
  token: Token = Token.Name;

  constructor(from?: Words) {
    this.texts = from ? from.texts.slice() : [];
    this.tokens = from ? from.tokens.slice() : [];
    this.hashes = from ? from.hashes.slice() : [];
    this.slots = from ? from.slots.slice() : new Int32Array(512);
  }

  static withKeywords(): Words {
    const words = new Words();
    for (const [keyword, token] of keywords) {
      let hash = 0;
      for (let at = 0; at < keyword.length; at++) hash = nextHash(hash, keyword.charCodeAt(at));
      words.find(keyword, 0, keyword.length, hash);
      words.tokens[words.tokens.length - 1] = token;
    }
    return words;
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
    const word = text.slice(start, end);
    this.texts.push(word);
    this.tokens.push(Token.Name);
    this.hashes.push(hash);
    slots[slot] = this.texts.length;
    if (this.texts.length * 2 > slots.length) this.grow();
    this.token = Token.Name;
    return word;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let index = 0; index < this.hashes.length; index++) {
      const hash = this.hashes[index]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.slots = slots;
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
