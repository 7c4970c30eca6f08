import type { Choices } from './choices';
import type { RandomExpressions } from './expressions';
import type { RandomLiterals } from './literals';
import type { RandomSimpleStatements } from './simple-statements';

/** What stands before a suite: of functions, classes, `with`. */
export class RandomHeaders {
  constructor(
    private readonly choices: Choices,
    private readonly literals: RandomLiterals,
    private readonly expressions: RandomExpressions,
    private readonly simple: RandomSimpleStatements,
  ) {}

  withItems(): string {
    const item = () =>
      `${this.choices.reference()}(${this.expressions.expression(3)})${this.choices.pick(['', '', ` as ${this.choices.name()}`])}`;
    const open = () => `${this.choices.reference()}() as ${this.choices.name()}`;
    return this.choices.pick([
      item(),
      `${open()}, ${item()}`,
      `(${open()}, ${open()})`,
      `(\n  ${open()},\n  ${open()},\n)`,
    ]);
  }

  decorators(): string[] {
    return this.choices.some(
      2,
      () => `@${this.choices.reference()}${this.choices.pick(['', '()', '(x, y=1)', '[0].z'])}`,
    );
  }

  functionHeader(): string {
    const parameter = () =>
      this.choices.name() +
      this.choices.pick([
        '',
        '',
        `: ${this.simple.annotation()}`,
        `=${this.literals.atom()}`,
        `: ${this.simple.annotation()} = ${this.literals.atom()}`,
      ]);
    const list = [
      ...this.choices.some(2, parameter),
      ...this.choices.pick([[], [], ['/', this.choices.name()]]),
      ...this.choices.pick([[], [], ['*args'], ['*', parameter()], ['*args: int']]),
      ...this.choices.pick([[], ['**kwargs'], ['**kwargs: float']]),
    ];
    // `/` needs a parameter before it.
    const parameters = list[0] === '/' ? list.slice(1) : list;
    const types = this.choices.pick(['', '', '', '[T]', '[T, U]']);
    const returns = this.choices.pick(['', ` -> ${this.simple.annotation()}`]);
    return `${this.choices.pick(['', '', 'async '])}def ${this.choices.name()}${types}(${parameters.join(`,${this.choices.lineBreak()}`)})${returns}:`;
  }

  classHeader(): string {
    const bases = this.choices.pick([
      '',
      '()',
      `(${this.choices.dotted()})`,
      `(${this.choices.dotted()}, metaclass=${this.choices.name()})`,
      '(Generic[T])',
    ]);
    return `class ${this.choices.name()}${this.choices.pick(['', '', '[T]'])}${bases}:`;
  }
}
