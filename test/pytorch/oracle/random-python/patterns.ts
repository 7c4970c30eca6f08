import type { Choices } from './choices';

/** What stands behind `case`. */
export class RandomPatterns {
  constructor(private readonly choices: Choices) {}

  pattern(depth: number): string {
    const inner = () => this.pattern(depth + 1);
    if (depth > 2) return this.choices.pick(['x', '_', '1', '"a"', 'None']);
    switch (this.choices.below(9)) {
      case 0:
        return this.choices.pick(['0', '-1', '1.5', '"cuda"', "'a' 'b'", 'None', 'True']);
      case 1:
        return `${this.choices.name()}.${this.choices.name()}`;
      case 2:
        return `[${this.choices.some(2, inner).join(', ')}${this.choices.pick(['', ''])}]`;
      case 3:
        return `(${inner()}, ${inner()})`;
      case 4:
        return `{"key": ${inner()}, **rest}`;
      case 5:
        return `${this.choices.name()}(${this.choices.some(2, inner).join(', ')})`;
      case 6:
        return `Point(x=${inner()}, y=0)`;
      case 7:
        return `(1 | "b") as ${this.choices.name()}`;
      default:
        return this.choices.pick(['x', '_', '*_']) === '*_' ? '[first, *rest]' : this.choices.pick(['x', '_']);
    }
  }
}
