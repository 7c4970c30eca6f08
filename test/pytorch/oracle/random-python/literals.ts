import type { Choices } from './choices';

/** Numbers, strings, f-strings: what needs no other expression. */
export class RandomLiterals {
  constructor(private readonly choices: Choices) {}

  atom(): string {
    switch (this.choices.below(8)) {
      case 0:
        return this.choices.pick([
          '0',
          '1',
          '42',
          '1_000',
          '0x1F',
          '0b11',
          '0o17',
          '1.5',
          '1.',
          '.5',
          '1e5',
          '2.5E-3',
          '3j',
          '00',
        ]);
      case 1:
        return this.choices.pick(['None', 'True', 'False', '...']);
      case 2:
        return this.string();
      default:
        return this.choices.reference();
    }
  }

  string(prefix = this.choices.pick(['', '', '', 'r', 'b', 'u', 'Rb', 'BR'])): string {
    const content = prefix.toLowerCase().includes('b')
      ? this.choices.pick(['', 'cuda'])
      : this.choices.pick(['', 'cuda', 'cuda:0', 'größe 中文 𝒳', '# {no} comment']);
    const escaped = this.choices.pick(['', '', '', '\\n', '\\\\', '\\x41']);
    const quote = this.choices.pick(["'", '"', "'''", '"""']);
    const lines =
      quote.length === 3
        ? this.choices.pick(['', '\n', '\n  "quoted" \'so\'\n', '\\\n'])
        : this.choices.pick(['', '', '', '\\\n']);
    return `${prefix}${quote}${content}${escaped}${lines}${quote.length === 3 && lines.includes('\n') ? ' ' : ''}${quote}`;
  }

  joinedString(depth: number): string {
    const prefix = this.choices.pick(['f', 'F', 'rf', 'f', 't']);
    const quote = this.choices.pick(["'", '"', '"""']);
    const field = () => {
      const inner = this.choices.name();
      const value =
        depth > 2
          ? inner
          : this.choices.pick([
              inner,
              this.choices.dotted(),
              `${inner}[0]`,
              `${inner}(1, a=2)`,
              `${inner}["key"]`,
              `f'{${inner}}'`,
            ]);
      const rest = this.choices.pick(['', '', '!r', ':>10', ':.{width}f', '=', '!s:>3', ' = ']);
      return `{${this.choices.pick(['', ' '])}${value}${rest}}`;
    };
    const part = () => this.choices.pick(['text ', '{{', '}}', '# ', '中', field(), field(), field()]);
    return `${prefix}${quote}${this.choices.some(4, part).join('')}${quote}`;
  }
}
