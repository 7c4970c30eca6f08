import type { Choices } from './choices';
import type { RandomExpressions } from './expressions';

/** Statements without a suite. */
export class RandomSimpleStatements {
  constructor(
    private readonly choices: Choices,
    private readonly expressions: RandomExpressions,
  ) {}

  simple(): string {
    const value = () => this.expressions.expression(1);
    switch (this.choices.below(18)) {
      case 0:
        return this.choices.pick(['pass', 'break', 'continue']);
      case 1:
        return this.choices.pick(['return', `return ${value()}`, `return ${value()}, ${value()}`]);
      case 2:
        return `import ${this.choices.atLeastOne(3, () => this.choices.dotted() + this.choices.pick(['', '', ' as nn'])).join(', ')}`;
      case 3:
        return `from ${this.choices.pick(['', '.', '..', '...'])}${this.choices.dotted()} import ${this.imported()}`;
      case 4:
        return this.choices.pick(['raise', `raise ${value()}`, `raise ${value()} from ${value()}`]);
      case 5:
        return this.choices.pick([`assert ${value()}`, `assert ${value()}, ${value()}`]);
      case 6:
        return `${this.choices.pick(['global', 'nonlocal'])} ${this.choices.atLeastOne(3, () => this.choices.name()).join(', ')}`;
      case 7:
        return `del ${this.choices.atLeastOne(3, () => this.choices.reference()).join(', ')}`;
      case 8:
        return `${this.choices.reference()}: ${this.annotation()}${this.choices.pick(['', ` = ${value()}`])}`;
      case 9:
        return `${this.choices.reference()} ${this.choices.pick(['+=', '-=', '*=', '/=', '//=', '%=', '@=', '**=', '>>=', '<<=', '&=', '|=', '^='])} ${value()}`;
      case 10:
        return `${this.targets()} = ${this.targets()} = ${value()}`;
      case 11:
        return `${this.choices.name()} = ${this.choices.pick(['yield', `yield ${value()}`, `yield from ${value()}`, `await ${this.choices.reference()}`])}`;
      case 12:
        return `${this.targets()} = ${value()}, ${value()}`;
      case 13:
        return `type ${this.choices.name()} = ${this.annotation()}`;
      case 14:
        return value();
      default:
        return `${this.choices.pick([this.choices.reference(), this.targets()])} = ${value()}`;
    }
  }

  /** Not `[a, b]`, which tree-sitter takes for a subscript of what ends the line before. */
  targets(): string {
    const one = () => this.choices.pick([this.choices.name(), this.choices.dotted(), `${this.choices.name()}[0]`]);
    return this.choices.pick([
      one(),
      one(),
      `${one()}, ${one()}`,
      `(${one()}, ${one()})`,
      `${one()}, *${this.choices.name()}`,
    ]);
  }

  private imported(): string {
    const names = () =>
      this.choices.atLeastOne(3, () => this.choices.name() + this.choices.pick(['', '', ' as y'])).join(', ');
    return this.choices.pick(['*', names(), names(), `(${names()})`, `(\n  ${names()},\n)`]);
  }

  annotation(): string {
    return this.choices.pick([
      'int',
      'torch.Tensor',
      'Optional[torch.Tensor]',
      'list[int] | None',
      "'Later'",
      'dict[str, list[int]]',
    ]);
  }
}
