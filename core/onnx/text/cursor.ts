import { displayName, type Integer, integer, type Localized, type TextSpan } from '../../model';

/** Where parsing stopped, and why; caught by the parser, which goes on at the next line. */
export class SyntaxFailure {
  constructor(
    readonly code: string,
    readonly message: Localized,
    readonly span: TextSpan,
  ) {}
}

export type Literal =
  | { readonly kind: 'int'; readonly value: bigint; readonly text: string }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string };

const whiteSpace = /[ \t\n\v\f\r]*/y;
const identifierPattern = /[A-Za-z_][A-Za-z0-9_]*/y;
const numberPattern = /-?[ \t\n\v\f\r]*(?:[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]*)?|[A-Za-z]+(?![A-Za-z0-9_]))/y;
/** More digits than any 64-bit integer has: reading millions of them exactly would take minutes. */
const mostDigits = 40;

const specialFloat = /^(-?)\s*(?:(inf|infinity)|nan)$/i;

/** The tokens of ONNX's text syntax, read one after another. White space and comments stand between any two. */
export class Cursor {
  offset = 0;
  /** Where the last token ended; `offset` may have moved on over white space. */
  end = 0;

  constructor(readonly text: string) {}

  skipSpace(): void {
    for (;;) {
      whiteSpace.lastIndex = this.offset;
      whiteSpace.exec(this.text);
      this.offset = whiteSpace.lastIndex;
      if (this.text[this.offset] !== '#') return;
      const end = this.text.indexOf('\n', this.offset);
      this.offset = end < 0 ? this.text.length : end;
    }
  }

  atEnd(): boolean {
    this.skipSpace();
    return this.offset >= this.text.length;
  }

  /** The next character that is not white space; '' at the end. */
  peek(): string {
    this.skipSpace();
    return this.text.charAt(this.offset);
  }

  take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.offset += 1;
    this.end = this.offset;
    return true;
  }

  expect(token: string): void {
    this.skipSpace();
    if (!this.text.startsWith(token, this.offset)) this.failExpecting(`\`${token}\``);
    this.offset += token.length;
    this.end = this.offset;
  }

  /** `items` separated by commas, up to `close`, which is taken too; none where `close` comes at once. */
  list(close: string, item: () => void): void {
    if (this.take(close)) return;
    do item();
    while (this.take(','));
    this.expect(close);
  }

  peekIdentifier(): string {
    const { offset, end } = this;
    const identifier = this.takeIdentifier();
    this.offset = offset;
    this.end = end;
    return identifier;
  }

  /** '' where there is none. */
  takeIdentifier(): string {
    this.skipSpace();
    return this.#match(identifierPattern);
  }

  identifier(): string {
    return this.takeIdentifier() || this.failExpecting('an identifier', '标识符');
  }

  /** An identifier, or a string where a name is no identifier. */
  name(): string {
    if (this.peek() === '"') return this.string();
    return this.takeIdentifier() || this.failExpecting('a name', '名称');
  }

  string(): string {
    const start = this.offset;
    this.expect('"');
    let value = '';
    let from = this.offset;
    for (;;) {
      const code = this.text.charCodeAt(this.offset);
      if (Number.isNaN(code)) this.fail(unclosedString, { start, end: this.text.length });
      if (code === 34) break;
      if (code === 92) {
        value += this.text.slice(from, this.offset);
        from = this.offset + 1;
        this.offset += 1;
      }
      this.offset += 1;
    }
    value += this.text.slice(from, this.offset);
    this.offset += 1;
    this.end = this.offset;
    return value;
  }

  literal(): Literal {
    if (this.peek() === '"') return { kind: 'string', value: this.string() };
    const start = this.offset;
    const text = this.#match(numberPattern).replace(/^-\s+/, '-');
    const special = specialFloat.exec(text);
    if (special !== null) return { kind: 'float', value: (special[1] ? -1 : 1) * (special[2] ? Infinity : NaN) };
    if (/^-?[0-9]+$/.test(text)) return { kind: 'int', value: BigInt(text.slice(0, mostDigits)), text };
    if (/[0-9]/.test(text) && !/[eE][+-]?$/.test(text)) return { kind: 'float', value: Number(text) };
    this.offset = start;
    return this.failExpecting('a value', '值');
  }

  /** Whether a number such as `inf` comes next, which looks like an identifier. */
  atSpecialFloat(): boolean {
    return /^(?:inf|infinity|nan)$/i.test(this.peekIdentifier());
  }

  integer(minimum = -(2n ** 63n), maximum = 2n ** 63n - 1n): Integer {
    this.skipSpace();
    const start = this.offset;
    const literal = this.literal();
    const span = { start, end: this.offset };
    if (literal.kind !== 'int') return this.fail(notAnInteger, span);
    if (literal.value < minimum || literal.value > maximum) return this.fail(outOfRange(minimum, maximum), span);
    return integer(literal.value);
  }

  fail(message: Localized, span: TextSpan = this.#nextToken(), code = 'onnx-text/syntax'): never {
    throw new SyntaxFailure(code, message, span);
  }

  failExpecting(en: string, zh: string = en): never {
    const span = this.#nextToken();
    const found = displayName(this.text.slice(span.start, span.end));
    return this.fail(
      span.start < this.text.length
        ? {
            en: `expected ${en} here, but found \`${found}\`; correct the text at this place`,
            zh: `此处应为${zh}，实际为 \`${found}\`；请修改此处的文本`,
          }
        : {
            en: `the text ends where ${en} is expected; complete it`,
            zh: `文本在应出现${zh}的位置结束；请补全`,
          },
      span,
    );
  }

  #nextToken(): TextSpan {
    this.skipSpace();
    const start = Math.min(this.offset, this.text.length);
    const length = /^(?:[A-Za-z0-9_]+|[\s\S])?/.exec(this.text.slice(start, start + 100))![0].length;
    return { start, end: start + length };
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    const match = pattern.exec(this.text);
    if (match === null) return '';
    this.offset = pattern.lastIndex;
    this.end = this.offset;
    return match[0];
  }
}

const unclosedString: Localized = {
  en: 'this string is not closed; add the `"` at its end',
  zh: '字符串未闭合；请在末尾补上 `"`',
};

const notAnInteger: Localized = {
  en: 'expected an integer here; write it without a decimal point',
  zh: '此处应为整数；请勿使用小数点',
};

function outOfRange(minimum: bigint, maximum: bigint): Localized {
  return {
    en: `this integer is outside of ${minimum} to ${maximum}, which the element type can hold; change the value or the type`,
    zh: `该整数超出元素类型可表示的范围 ${minimum} ~ ${maximum}；请修改数值或类型`,
  };
}
