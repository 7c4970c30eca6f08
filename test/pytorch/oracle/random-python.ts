/** Numbers that look like chance and are the same for the same seed (Numerical Recipes' generator). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** How deep expressions and suites are nested. */
const deepest = 4;

/** A program that Python's grammar takes, the same for the same seed, with every construct in it sooner or later. */
export function randomProgram(seed: number): string {
  return new RandomPython(chance(seed + 1)).program();
}

/**
 * Writes what both parsers know. It leaves out what tree-sitter-python takes for something else than Python does (see
 * `differences.ts`), such as `*f(x)` in a list.
 */
class RandomPython {
  constructor(private readonly below: (count: number) => number) {}

  program(): string {
    const lines = this.suite(0, 3 + this.below(6));
    const end = this.pick(['\n', '\n', '\n', '', '\r\n', '\n\n# the end']);
    const newline = this.pick(['\n', '\n', '\n', '\r\n']);
    return lines.join(newline) + end;
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  private some(most: number, make: () => string): string[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }

  private atLeastOne(most: number, make: () => string): string[] {
    return [make(), ...this.some(most - 1, make)];
  }

  private name(): string {
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

  private dotted(): string {
    return this.atLeastOne(3, () => this.name()).join('.');
  }

  // Expressions

  private expression(depth: number): string {
    if (depth >= deepest) return this.atom();
    const inner = () => this.expression(depth + 1);
    const operand = () => this.operand(depth + 1);
    switch (this.below(16)) {
      case 0:
        return `${operand()} ${this.pick(['+', '-', '*', '/', '//', '%', '@', '<<', '>>', '&', '|', '^', '**'])} ${operand()}`;
      case 1:
        return `${operand()} ${this.pick(['and', 'or'])} ${this.pick(['', 'not '])}${operand()}`;
      case 2:
        return this.comparison(operand);
      case 3:
        return `${this.pick(['-', '+', '~', 'not '])}${operand()}`;
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
    const operator = () => this.pick(['<', '>', '<=', '>=', '==', '!=', 'in', 'not in', 'is', 'is not']);
    return operand() + this.atLeastOne(3, () => ` ${operator()} ${operand()}`).join('');
  }

  /** What can stand beside any operator. */
  private operand(depth: number): string {
    if (depth >= deepest) return this.atom();
    const inner = () => this.expression(depth + 1);
    const operand = () => this.operand(depth + 1);
    switch (this.below(14)) {
      case 0:
      case 1:
        return `${this.reference()}(${this.callArguments(inner, operand)})`;
      case 2:
        return `${this.reference()}[${this.subscripts(inner)}]`;
      case 3:
        return `(${this.space(`${this.name()} + ${operand()}`)})`;
      case 4:
        return `${this.reference()}.${this.name()}(${inner()})[${inner()}].${this.name()}`;
      case 5:
        return this.listed('(', ')', inner, true);
      case 6:
        return this.listed('[', ']', inner, false);
      case 7:
        return `{${this.atLeastOne(3, inner).join(', ')}}`;
      case 8:
        return `{${this.some(3, () => this.pick([`${inner()}: ${inner()}`, `**${this.name()}`])).join(`,${this.lineBreak()}`)}}`;
      case 9:
        return this.comprehension(inner, operand);
      case 10:
        return this.joinedString(depth);
      case 11:
        return `(${this.name()} := ${operand()})`;
      case 12:
        return this.pick([true, false]) ? this.atLeastOne(3, () => this.string('')).join(' ') : this.string();
      default:
        return this.atom();
    }
  }

  private reference(): string {
    return this.pick([this.name(), this.dotted(), this.dotted()]);
  }

  private atom(): string {
    switch (this.below(8)) {
      case 0:
        return this.pick([
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
        return this.pick(['None', 'True', 'False', '...']);
      case 2:
        return this.string();
      default:
        return this.reference();
    }
  }

  private string(prefix = this.pick(['', '', '', 'r', 'b', 'u', 'Rb', 'BR'])): string {
    const content = prefix.toLowerCase().includes('b')
      ? this.pick(['', 'cuda'])
      : this.pick(['', 'cuda', 'cuda:0', 'größe 中文 𝒳', '# {no} comment']);
    const escaped = this.pick(['', '', '', '\\n', '\\\\', '\\x41']);
    const quote = this.pick(["'", '"', "'''", '"""']);
    const lines =
      quote.length === 3 ? this.pick(['', '\n', '\n  "quoted" \'so\'\n', '\\\n']) : this.pick(['', '', '', '\\\n']);
    return `${prefix}${quote}${content}${escaped}${lines}${quote.length === 3 && lines.includes('\n') ? ' ' : ''}${quote}`;
  }

  private joinedString(depth: number): string {
    const prefix = this.pick(['f', 'F', 'rf', 'f', 't']);
    const quote = this.pick(["'", '"', '"""']);
    const field = () => {
      const inner = this.name();
      const value =
        depth > 2
          ? inner
          : this.pick([inner, this.dotted(), `${inner}[0]`, `${inner}(1, a=2)`, `${inner}["key"]`, `f'{${inner}}'`]);
      const rest = this.pick(['', '', '!r', ':>10', ':.{width}f', '=', '!s:>3', ' = ']);
      return `{${this.pick(['', ' '])}${value}${rest}}`;
    };
    const part = () => this.pick(['text ', '{{', '}}', '# ', '中', field(), field(), field()]);
    return `${prefix}${quote}${this.some(4, part).join('')}${quote}`;
  }

  private listed(open: string, close: string, inner: () => string, isTuple: boolean): string {
    const elements = this.some(3, () => this.pick([inner(), inner(), inner(), `*${this.name()}`]));
    const comma = isTuple && elements.length === 1 ? ',' : elements.length > 0 ? this.pick(['', ',']) : '';
    return `${open}${this.space(elements.join(`,${this.lineBreak()}`) + comma)}${close}`;
  }

  /** In brackets, lines break and comments stand anywhere. */
  private lineBreak(): string {
    return this.pick([' ', ' ', '', '\n        ', '  # a comment, (with) brackets\n      ', '\n\n\t', ' \\\n  ']);
  }

  private space(text: string): string {
    return this.pick([text, text, text, `\n${text}\n`, ` ${text} `]);
  }

  private callArguments(inner: () => string, operand: () => string): string {
    if (this.below(8) === 0) return `${operand()} for ${this.name()} in ${operand()}`;
    const positional = this.some(2, () => this.pick([inner(), inner(), `*${this.name()}`]));
    const keywords = this.some(2, () =>
      this.pick([`${this.name()}=${inner()}`, `${this.name()} = ${inner()}`, `**${this.name()}`]),
    );
    const all = [...positional, ...keywords];
    return all.join(`,${this.lineBreak()}`) + (all.length > 0 ? this.pick(['', '', ',']) : '');
  }

  private subscripts(inner: () => string): string {
    const one = () =>
      this.pick([
        inner(),
        inner(),
        ':',
        `${this.name()}:`,
        `:${inner()}`,
        `${this.name()}:${this.name()}:2`,
        '::2',
        '...',
      ]);
    return this.atLeastOne(3, one).join(', ');
  }

  private comprehension(inner: () => string, operand: () => string): string {
    const [open, close] = this.pick(['[]', '{}', '()']);
    const clause = () => `for ${this.pick([this.name(), `${this.name()}, ${this.name()}`])} in ${operand()}`;
    const clauses = [clause(), ...this.some(2, () => this.pick([clause(), `if ${operand()}`]))].join(' ');
    const element = open === '{' && this.below(2) === 0 ? `${inner()}: ${inner()}` : inner();
    return `${open}${element} ${clauses}${close}`;
  }

  private lambdaParameters(): string {
    return this.pick(['', 'x', 'x, y=1', '*args', '*args, **kwargs', 'x, *, y', 'x, /, y']);
  }

  // Statements

  private suite(depth: number, count: number): string[] {
    return Array.from({ length: count }, () => this.statement(depth)).flat();
  }

  private indented(depth: number, header: string): string[] {
    if (this.below(6) === 0) return [`${header} ${this.simple()}`];
    const by = this.pick(['  ', '    ', '\t']);
    const comment = this.pick(['', '', '  # why', ' ']);
    return [`${header}${comment}`, ...this.suite(depth + 1, 1 + this.below(3)).flatMap((line) => indent(line, by))];
  }

  private statement(depth: number): string[] {
    if (depth >= deepest || this.below(3) > 0) return this.line();
    const condition = () => this.expression(2);
    const block = (header: string) => this.indented(depth, header);
    switch (this.below(10)) {
      case 0:
        return [
          ...block(`if ${condition()}:`),
          ...this.some(2, () => '').flatMap(() => block(`elif ${condition()}:`)),
          ...(this.below(2) === 0 ? block('else:') : []),
        ];
      case 1:
        return [
          ...block(`${this.pick(['', 'async '])}for ${this.targets()} in ${this.expression(2)}:`),
          ...this.otherwise(block),
        ];
      case 2:
        return [...block(`while ${condition()}:`), ...this.otherwise(block)];
      case 3:
        return block(`${this.pick(['', 'async '])}with ${this.withItems()}:`);
      case 4:
        return this.attempt(block);
      case 5:
      case 6:
        return [...this.decorators(), ...block(this.functionHeader())];
      case 7:
        return [...this.decorators(), ...block(this.classHeader())];
      case 8:
        return this.match(depth);
      default:
        return this.line();
    }
  }

  private otherwise(block: (header: string) => string[]): string[] {
    return this.below(3) === 0 ? block('else:') : [];
  }

  private line(): string[] {
    const statements = this.atLeastOne(this.below(5) === 0 ? 3 : 1, () => this.simple());
    const before = this.pick([[], [], [], [''], ['# a comment'], ['   ', '\f']]);
    return [...before, statements.join('; ') + this.pick(['', '', '', ';', '  # cuda', ' '])];
  }

  private simple(): string {
    const value = () => this.expression(1);
    switch (this.below(18)) {
      case 0:
        return this.pick(['pass', 'break', 'continue']);
      case 1:
        return this.pick(['return', `return ${value()}`, `return ${value()}, ${value()}`]);
      case 2:
        return `import ${this.atLeastOne(3, () => this.dotted() + this.pick(['', '', ' as nn'])).join(', ')}`;
      case 3:
        return `from ${this.pick(['', '.', '..', '...'])}${this.dotted()} import ${this.imported()}`;
      case 4:
        return this.pick(['raise', `raise ${value()}`, `raise ${value()} from ${value()}`]);
      case 5:
        return this.pick([`assert ${value()}`, `assert ${value()}, ${value()}`]);
      case 6:
        return `${this.pick(['global', 'nonlocal'])} ${this.atLeastOne(3, () => this.name()).join(', ')}`;
      case 7:
        return `del ${this.atLeastOne(3, () => this.reference()).join(', ')}`;
      case 8:
        return `${this.reference()}: ${this.annotation()}${this.pick(['', ` = ${value()}`])}`;
      case 9:
        return `${this.reference()} ${this.pick(['+=', '-=', '*=', '/=', '//=', '%=', '@=', '**=', '>>=', '<<=', '&=', '|=', '^='])} ${value()}`;
      case 10:
        return `${this.targets()} = ${this.targets()} = ${value()}`;
      case 11:
        return `${this.name()} = ${this.pick(['yield', `yield ${value()}`, `yield from ${value()}`, `await ${this.reference()}`])}`;
      case 12:
        return `${this.targets()} = ${value()}, ${value()}`;
      case 13:
        return `type ${this.name()} = ${this.annotation()}`;
      case 14:
        return value();
      default:
        return `${this.pick([this.reference(), this.targets()])} = ${value()}`;
    }
  }

  /** Not `[a, b]`, which tree-sitter takes for a subscript of what ends the line before. */
  private targets(): string {
    const one = () => this.pick([this.name(), this.dotted(), `${this.name()}[0]`]);
    return this.pick([one(), one(), `${one()}, ${one()}`, `(${one()}, ${one()})`, `${one()}, *${this.name()}`]);
  }

  private imported(): string {
    const names = () => this.atLeastOne(3, () => this.name() + this.pick(['', '', ' as y'])).join(', ');
    return this.pick(['*', names(), names(), `(${names()})`, `(\n  ${names()},\n)`]);
  }

  private annotation(): string {
    return this.pick([
      'int',
      'torch.Tensor',
      'Optional[torch.Tensor]',
      'list[int] | None',
      "'Later'",
      'dict[str, list[int]]',
    ]);
  }

  private withItems(): string {
    const item = () => `${this.reference()}(${this.expression(3)})${this.pick(['', '', ` as ${this.name()}`])}`;
    const open = () => `${this.reference()}() as ${this.name()}`;
    return this.pick([item(), `${open()}, ${item()}`, `(${open()}, ${open()})`, `(\n  ${open()},\n  ${open()},\n)`]);
  }

  private attempt(block: (header: string) => string[]): string[] {
    const body = block('try:');
    if (this.below(4) === 0) return [...body, ...block('finally:')];
    const caught = () =>
      this.pick([
        `except ${this.reference()}:`,
        `except ${this.reference()} as e:`,
        `except (${this.name()}, ${this.name()}):`,
      ]);
    const handlers = this.atLeastOne(2, () => '').flatMap(() => block(caught()));
    const bare = this.below(3) === 0 ? block('except:') : [];
    return [...body, ...handlers, ...bare, ...this.otherwise(block), ...(this.below(3) === 0 ? block('finally:') : [])];
  }

  private decorators(): string[] {
    return this.some(2, () => `@${this.reference()}${this.pick(['', '()', '(x, y=1)', '[0].z'])}`);
  }

  private functionHeader(): string {
    const parameter = () =>
      this.name() +
      this.pick(['', '', `: ${this.annotation()}`, `=${this.atom()}`, `: ${this.annotation()} = ${this.atom()}`]);
    const list = [
      ...this.some(2, parameter),
      ...this.pick([[], [], ['/', this.name()]]),
      ...this.pick([[], [], ['*args'], ['*', parameter()], ['*args: int']]),
      ...this.pick([[], ['**kwargs'], ['**kwargs: float']]),
    ];
    // `/` needs a parameter before it.
    const parameters = list[0] === '/' ? list.slice(1) : list;
    const types = this.pick(['', '', '', '[T]', '[T, U]']);
    const returns = this.pick(['', ` -> ${this.annotation()}`]);
    return `${this.pick(['', '', 'async '])}def ${this.name()}${types}(${parameters.join(`,${this.lineBreak()}`)})${returns}:`;
  }

  private classHeader(): string {
    const bases = this.pick([
      '',
      '()',
      `(${this.dotted()})`,
      `(${this.dotted()}, metaclass=${this.name()})`,
      '(Generic[T])',
    ]);
    return `class ${this.name()}${this.pick(['', '', '[T]'])}${bases}:`;
  }

  private match(depth: number): string[] {
    const by = this.pick(['  ', '    ']);
    const cases = this.atLeastOne(3, () => '').flatMap(() =>
      this.indented(depth + 1, `case ${this.pattern(0)}${this.pick(['', '', ` if ${this.expression(3)}`])}:`),
    );
    return [
      `match ${this.pick([this.reference(), `${this.reference()}(1)`, `(${this.name()}, 1)`])}:`,
      ...cases.flatMap((line) => indent(line, by)),
    ];
  }

  private pattern(depth: number): string {
    const inner = () => this.pattern(depth + 1);
    if (depth > 2) return this.pick(['x', '_', '1', '"a"', 'None']);
    switch (this.below(9)) {
      case 0:
        return this.pick(['0', '-1', '1.5', '"cuda"', "'a' 'b'", 'None', 'True']);
      case 1:
        return `${this.name()}.${this.name()}`;
      case 2:
        return `[${this.some(2, inner).join(', ')}${this.pick(['', ''])}]`;
      case 3:
        return `(${inner()}, ${inner()})`;
      case 4:
        return `{"key": ${inner()}, **rest}`;
      case 5:
        return `${this.name()}(${this.some(2, inner).join(', ')})`;
      case 6:
        return `Point(x=${inner()}, y=0)`;
      case 7:
        return `(1 | "b") as ${this.name()}`;
      default:
        return this.pick(['x', '_', '*_']) === '*_' ? '[first, *rest]' : this.pick(['x', '_']);
    }
  }
}

/** A line further in; the lines of a bracket or of a string in it stay where they are. */
function indent(line: string, by: string): string[] {
  return [line.trim() === '' ? line : by + line];
}
