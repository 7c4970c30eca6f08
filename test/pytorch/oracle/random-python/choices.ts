/** How deep expressions and suites are nested. */
export const deepest = 4;

/** What is written next, by numbers that look like chance; and the names that all of a program is made of. */
export class Choices {
  constructor(readonly below: (count: number) => number) {}

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  some(most: number, make: () => string): string[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }

  atLeastOne(most: number, make: () => string): string[] {
    return [make(), ...this.some(most - 1, make)];
  }

  name(): string {
    return this.pick([
      'x',
      'torch',
      'self',
      'F',
      '_y1',
      'größe',
      '模型',
      'match',
      'case',
      'print',
      'a_rather_long_name',
    ]);
  }

  dotted(): string {
    return this.atLeastOne(3, () => this.name()).join('.');
  }

  reference(): string {
    return this.pick([this.name(), this.dotted(), this.dotted()]);
  }

  /** In brackets, lines break and comments stand anywhere. */
  lineBreak(): string {
    return this.pick([' ', ' ', '', '\n        ', '  # a comment, (with) brackets\n      ', '\n\n\t', ' \\\n  ']);
  }
}
