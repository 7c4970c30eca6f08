import { type Choices, deepest } from './choices';
import type { RandomExpressions } from './expressions';
import type { RandomHeaders } from './headers';
import type { RandomPatterns } from './patterns';
import type { RandomSimpleStatements } from './simple-statements';

/** Lines of statements, with those that have a suite of their own. */
export class RandomSuites {
  constructor(
    private readonly choices: Choices,
    private readonly expressions: RandomExpressions,
    private readonly simple: RandomSimpleStatements,
    private readonly headers: RandomHeaders,
    private readonly patterns: RandomPatterns,
  ) {}

  suite(depth: number, count: number): string[] {
    return Array.from({ length: count }, () => this.statement(depth)).flat();
  }

  private indented(depth: number, header: string): string[] {
    if (this.choices.below(6) === 0) return [`${header} ${this.simple.simple()}`];
    const by = this.choices.pick(['  ', '    ', '\t']);
    const comment = this.choices.pick(['', '', '  # why', ' ']);
    return [
      `${header}${comment}`,
      ...this.suite(depth + 1, 1 + this.choices.below(3)).flatMap((line) => indent(line, by)),
    ];
  }

  private statement(depth: number): string[] {
    if (depth >= deepest || this.choices.below(3) > 0) return this.line();
    const condition = () => this.expressions.expression(2);
    const block = (header: string) => this.indented(depth, header);
    switch (this.choices.below(10)) {
      case 0:
        return [
          ...block(`if ${condition()}:`),
          ...this.choices.some(2, () => '').flatMap(() => block(`elif ${condition()}:`)),
          ...(this.choices.below(2) === 0 ? block('else:') : []),
        ];
      case 1:
        return [
          ...block(
            `${this.choices.pick(['', 'async '])}for ${this.simple.targets()} in ${this.expressions.expression(2)}:`,
          ),
          ...this.otherwise(block),
        ];
      case 2:
        return [...block(`while ${condition()}:`), ...this.otherwise(block)];
      case 3:
        return block(`${this.choices.pick(['', 'async '])}with ${this.headers.withItems()}:`);
      case 4:
        return this.attempt(block);
      case 5:
      case 6:
        return [...this.headers.decorators(), ...block(this.headers.functionHeader())];
      case 7:
        return [...this.headers.decorators(), ...block(this.headers.classHeader())];
      case 8:
        return this.match(depth);
      default:
        return this.line();
    }
  }

  private otherwise(block: (header: string) => string[]): string[] {
    return this.choices.below(3) === 0 ? block('else:') : [];
  }

  private line(): string[] {
    const statements = this.choices.atLeastOne(this.choices.below(5) === 0 ? 3 : 1, () => this.simple.simple());
    const before = this.choices.pick([[], [], [], [''], ['# a comment'], ['   ', '\f']]);
    return [...before, statements.join('; ') + this.choices.pick(['', '', '', ';', '  # cuda', ' '])];
  }

  private attempt(block: (header: string) => string[]): string[] {
    const body = block('try:');
    if (this.choices.below(4) === 0) return [...body, ...block('finally:')];
    const caught = () =>
      this.choices.pick([
        `except ${this.choices.reference()}:`,
        `except ${this.choices.reference()} as e:`,
        `except (${this.choices.name()}, ${this.choices.name()}):`,
      ]);
    const handlers = this.choices.atLeastOne(2, () => '').flatMap(() => block(caught()));
    const bare = this.choices.below(3) === 0 ? block('except:') : [];
    return [
      ...body,
      ...handlers,
      ...bare,
      ...this.otherwise(block),
      ...(this.choices.below(3) === 0 ? block('finally:') : []),
    ];
  }

  private match(depth: number): string[] {
    const by = this.choices.pick(['  ', '    ']);
    const cases = this.choices
      .atLeastOne(3, () => '')
      .flatMap(() =>
        this.indented(
          depth + 1,
          `case ${this.patterns.pattern(0)}${this.choices.pick(['', '', ` if ${this.expressions.expression(3)}`])}:`,
        ),
      );
    return [
      `match ${this.choices.pick([this.choices.reference(), `${this.choices.reference()}(1)`, `(${this.choices.name()}, 1)`])}:`,
      ...cases.flatMap((line) => indent(line, by)),
    ];
  }
}

/** A line further in; the lines of a bracket or of a string in it stay where they are. */
function indent(line: string, by: string): string[] {
  return [line.trim() === '' ? line : by + line];
}
