import { type Choices, deepest } from './choices';
import type { RandomLiterals } from './literals';

export class RandomExpressions {
  constructor(
    private readonly choices: Choices,
    private readonly literals: RandomLiterals,
  ) {}

  expression(depth: number): string {
    if (depth >= deepest) return this.literals.atom();
    const inner = () => this.expression(depth + 1);
    const operand = () => this.operand(depth + 1);
    switch (this.choices.below(16)) {
      case 0:
        return `${operand()} ${this.choices.pick(['+', '-', '*', '/', '//', '%', '@', '<<', '>>', '&', '|', '^', '**'])} ${operand()}`;
      case 1:
        return `${operand()} ${this.choices.pick(['and', 'or'])} ${this.choices.pick(['', 'not '])}${operand()}`;
      case 2:
        return this.comparison(operand);
      case 3:
        return `${this.choices.pick(['-', '+', '~', 'not '])}${operand()}`;
      case 4:
        return `${operand()} if ${operand()} else ${inner()}`;
      case 5:
        return `lambda ${this.lambdaParameters()}: ${inner()}`;
      case 6:
        return `${operand()} + ${operand()} * ${operand()} - ${operand()}`;
      default:
        return this.operand(depth);
    }
  }

  private comparison(operand: () => string): string {
    const operator = () => this.choices.pick(['<', '>', '<=', '>=', '==', '!=', 'in', 'not in', 'is', 'is not']);
    return operand() + this.choices.atLeastOne(3, () => ` ${operator()} ${operand()}`).join('');
  }

  /** What can stand beside any operator. */
  private operand(depth: number): string {
    if (depth >= deepest) return this.literals.atom();
    const inner = () => this.expression(depth + 1);
    const operand = () => this.operand(depth + 1);
    switch (this.choices.below(14)) {
      case 0:
      case 1:
        return `${this.choices.reference()}(${this.callArguments(inner, operand)})`;
      case 2:
        return `${this.choices.reference()}[${this.subscripts(inner)}]`;
      case 3:
        return `(${this.space(`${this.choices.name()} + ${operand()}`)})`;
      case 4:
        return `${this.choices.reference()}.${this.choices.name()}(${inner()})[${inner()}].${this.choices.name()}`;
      case 5:
        return this.listed('(', ')', inner, true);
      case 6:
        return this.listed('[', ']', inner, false);
      case 7:
        return `{${this.choices.atLeastOne(3, inner).join(', ')}}`;
      case 8:
        return `{${this.choices.some(3, () => this.choices.pick([`${inner()}: ${inner()}`, `**${this.choices.name()}`])).join(`,${this.choices.lineBreak()}`)}}`;
      case 9:
        return this.comprehension(inner, operand);
      case 10:
        return this.literals.joinedString(depth);
      case 11:
        return `(${this.choices.name()} := ${operand()})`;
      case 12:
        return this.choices.pick([true, false])
          ? this.choices.atLeastOne(3, () => this.literals.string('')).join(' ')
          : this.literals.string();
      default:
        return this.literals.atom();
    }
  }

  private listed(open: string, close: string, inner: () => string, isTuple: boolean): string {
    const elements = this.choices.some(3, () =>
      this.choices.pick([inner(), inner(), inner(), `*${this.choices.name()}`]),
    );
    const comma = isTuple && elements.length === 1 ? ',' : elements.length > 0 ? this.choices.pick(['', ',']) : '';
    return `${open}${this.space(elements.join(`,${this.choices.lineBreak()}`) + comma)}${close}`;
  }

  private space(text: string): string {
    return this.choices.pick([text, text, text, `\n${text}\n`, ` ${text} `]);
  }

  private callArguments(inner: () => string, operand: () => string): string {
    if (this.choices.below(8) === 0) return `${operand()} for ${this.choices.name()} in ${operand()}`;
    const positional = this.choices.some(2, () => this.choices.pick([inner(), inner(), `*${this.choices.name()}`]));
    const keywords = this.choices.some(2, () =>
      this.choices.pick([
        `${this.choices.name()}=${inner()}`,
        `${this.choices.name()} = ${inner()}`,
        `**${this.choices.name()}`,
      ]),
    );
    const all = [...positional, ...keywords];
    return all.join(`,${this.choices.lineBreak()}`) + (all.length > 0 ? this.choices.pick(['', '', ',']) : '');
  }

  private subscripts(inner: () => string): string {
    const one = () =>
      this.choices.pick([
        inner(),
        inner(),
        ':',
        `${this.choices.name()}:`,
        `:${inner()}`,
        `${this.choices.name()}:${this.choices.name()}:2`,
        '::2',
        '...',
      ]);
    return this.choices.atLeastOne(3, one).join(', ');
  }

  private comprehension(inner: () => string, operand: () => string): string {
    const [open, close] = this.choices.pick(['[]', '{}', '()']);
    const clause = () =>
      `for ${this.choices.pick([this.choices.name(), `${this.choices.name()}, ${this.choices.name()}`])} in ${operand()}`;
    const clauses = [clause(), ...this.choices.some(2, () => this.choices.pick([clause(), `if ${operand()}`]))].join(
      ' ',
    );
    const element = open === '{' && this.choices.below(2) === 0 ? `${inner()}: ${inner()}` : inner();
    return `${open}${element} ${clauses}${close}`;
  }

  private lambdaParameters(): string {
    return this.choices.pick(['', 'x', 'x, y=1', '*args', '*args, **kwargs', 'x, *, y', 'x, /, y']);
  }
}
