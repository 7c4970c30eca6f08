import { elementTypeCode } from '../../model';

/** `input[2]` or `output[0]` of the operator that a condition is about. */
export interface ValueReference {
  readonly of: 'input' | 'output';
  readonly index: number;
}

/** What stands for a number, a text, or a list of them. */
export type Term =
  | { readonly kind: 'literal'; readonly value: number | string }
  | { readonly kind: 'list'; readonly values: readonly (number | string)[] }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'opset' | 'chip' | 'precision' }
  | { readonly kind: 'count'; readonly of: 'inputs' | 'outputs' | 'constants' }
  | { readonly kind: 'value'; readonly property: ValueProperty; readonly value: ValueReference }
  | { readonly kind: 'dimension'; readonly value: ValueReference; readonly index: Term }
  | { readonly kind: 'function'; readonly name: ListFunction | 'dtype' | 'size'; readonly argument: Term }
  | { readonly kind: 'at'; readonly list: Term; readonly index: Term }
  | { readonly kind: 'remainder' | 'times'; readonly left: Term; readonly right: Term }
  | { readonly kind: 'letters'; readonly argument: Term };

export type ValueProperty = 'rank' | 'dtype' | 'size' | 'elements' | 'spatial';
export type ListFunction = 'count' | 'min' | 'max' | 'product';
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Predicate = 'given' | 'constant' | 'known' | 'scalar' | 'truth' | 'used' | 'dynamic';

/** What is true, false or not to be told. */
export type Expression =
  | { readonly kind: 'true' | 'undecidable' }
  | { readonly kind: 'or' | 'and'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not' | 'certainly'; readonly inner: Expression }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Term; readonly right: Term }
  | { readonly kind: 'in' | 'subset'; readonly left: Term; readonly right: Term }
  | { readonly kind: 'absent' | 'present'; readonly attribute: string }
  | { readonly kind: 'predicate'; readonly name: Predicate; readonly value: ValueReference };

const valueProperties: readonly string[] = ['rank', 'dtype', 'size', 'elements', 'spatial'] satisfies ValueProperty[];
const listFunctions: readonly string[] = ['count', 'min', 'max', 'product'] satisfies ListFunction[];
const predicates: readonly string[] = [
  'given',
  'constant',
  'known',
  'scalar',
  'truth',
  'used',
  'dynamic',
] satisfies Predicate[];
const comparisons: readonly string[] = ['==', '!=', '<', '<=', '>', '>='] satisfies Comparison[];

/**
 * Parses a condition. Grammar and meaning: rules/operators/README.md. Conditions are ours, not a user's, so what is wrong
 * with one is thrown; a test parses every one of every table.
 */
export function parseCondition(text: string): Expression {
  return new Parser(text).parse();
}

class Parser {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(private readonly text: string) {
    this.#tokens =
      text.match(/'[^']*'|-?\d+(?:\.\d+)?(?:e-?\d+)?|[A-Za-z_][A-Za-z0-9_]*|[=!<>]=|[<>[\](),.%*]|\S/g) ?? [];
  }

  parse(): Expression {
    const expression = this.#disjunction();
    if (this.#next < this.#tokens.length) this.#fail(`unexpected ${this.#tokens[this.#next]}`);
    return expression;
  }

  #disjunction(): Expression {
    const parts = [this.#conjunction()];
    while (this.#accept('or')) parts.push(this.#conjunction());
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
  }

  #conjunction(): Expression {
    const parts = [this.#negation()];
    while (this.#accept('and')) parts.push(this.#negation());
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
  }

  #negation(): Expression {
    return this.#accept('not') ? { kind: 'not', inner: this.#negation() } : this.#test();
  }

  #test(): Expression {
    if (this.#accept('true')) return { kind: 'true' };
    if (this.#accept('undecidable')) return { kind: 'undecidable' };
    if (this.#accept('(')) return this.#closed(this.#disjunction());
    const token = this.#peek();
    if (token === 'certainly') return this.#call(() => ({ kind: 'certainly', inner: this.#disjunction() }));
    if (predicates.includes(token)) {
      return this.#call((name) => ({ kind: 'predicate', name: name as Predicate, value: this.#value() }));
    }
    if (token === 'subset') {
      return this.#call(() => {
        const left = this.#term();
        this.#expect(',');
        return { kind: 'subset', left, right: this.#term() };
      });
    }
    return this.#comparison(this.#term());
  }

  #comparison(left: Term): Expression {
    const operator = this.#take();
    if (operator === 'in') return { kind: 'in', left, right: this.#list() };
    if (operator === 'absent' || operator === 'present') {
      if (left.kind !== 'attribute') this.#fail(`only an attribute can be ${operator}`);
      return { kind: operator, attribute: left.name };
    }
    if (!comparisons.includes(operator)) this.#fail(`${operator} is no comparison`);
    return { kind: 'compare', operator: operator as Comparison, left, right: this.#term() };
  }

  #term(): Term {
    let left = this.#factor();
    for (;;) {
      if (this.#accept('%')) left = { kind: 'remainder', left, right: this.#factor() };
      else if (this.#accept('*')) left = { kind: 'times', left, right: this.#factor() };
      else return left;
    }
  }

  #factor(): Term {
    const token = this.#peek();
    if (token === '[') return this.#list();
    if (this.#accept('(')) return this.#closed(this.#term());
    if (listFunctions.includes(token)) return this.#listFunction();
    if (valueProperties.includes(token)) return this.#property();
    if (token === 'dim') return this.#dimension();
    if (token === 'at') return this.#at();
    if (token === 'letters') return this.#call(() => ({ kind: 'letters', argument: this.#term() }));
    if (token === 'attr') return this.#attribute();
    if (token === 'opset' || token === 'chip' || token === 'precision') {
      this.#take();
      return { kind: token };
    }
    return { kind: 'literal', value: this.#literal() };
  }

  #listFunction(): Term {
    return this.#call((name) => {
      const next = this.#peek();
      if (name === 'count' && (next === 'inputs' || next === 'outputs' || next === 'constants')) {
        this.#take();
        return { kind: 'count', of: next };
      }
      return { kind: 'function', name: name as ListFunction, argument: this.#term() };
    });
  }

  #property(): Term {
    return this.#call((name) => {
      const next = this.#peek();
      if (next === 'input' || next === 'output') {
        return { kind: 'value', property: name as ValueProperty, value: this.#value() };
      }
      if (name !== 'dtype' && name !== 'size') this.#fail(`${name} takes an input or output`);
      return { kind: 'function', name: name as 'dtype' | 'size', argument: this.#term() };
    });
  }

  #dimension(): Term {
    return this.#call(() => {
      const value = this.#value();
      this.#expect(',');
      return { kind: 'dimension', value, index: this.#term() };
    });
  }

  #at(): Term {
    return this.#call(() => {
      const list = this.#term();
      this.#expect(',');
      return { kind: 'at', list, index: this.#term() };
    });
  }

  #attribute(): Term & { kind: 'attribute' } {
    this.#take();
    this.#expect('.');
    return { kind: 'attribute', name: this.#take() };
  }

  #value(): ValueReference {
    const of = this.#take();
    if (of !== 'input' && of !== 'output') this.#fail(`${of} is neither input nor output`);
    this.#expect('[');
    const index = Number(this.#take());
    this.#expect(']');
    if (!Number.isInteger(index) || index < 0) this.#fail('an index is a natural number');
    return { of, index };
  }

  #list(): Term & { kind: 'list' } {
    this.#expect('[');
    const values: (number | string)[] = [];
    while (!this.#accept(']')) {
      if (values.length > 0) this.#expect(',');
      values.push(this.#literal());
    }
    return { kind: 'list', values };
  }

  /** A number, a text in quotes, or the name of an element type. */
  #literal(): number | string {
    const token = this.#take();
    if (token.startsWith("'")) return token.slice(1, -1);
    if (/^-?\d/.test(token)) return Number(token);
    if (elementTypeCode(token) === undefined) this.#fail(`${token} is no element type; texts stand in quotes`);
    return token;
  }

  #call<T>(read: (name: string) => T): T {
    const name = this.#take();
    this.#expect('(');
    return this.#closed(read(name));
  }

  #closed<T>(inner: T): T {
    this.#expect(')');
    return inner;
  }

  #peek(): string {
    return this.#tokens[this.#next] ?? '';
  }

  #take(): string {
    const token = this.#tokens[this.#next++];
    if (token === undefined) this.#fail('it ends early');
    return token;
  }

  #accept(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#next++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#accept(token)) this.#fail(`expected ${token}, not ${this.#peek() || 'the end'}`);
  }

  #fail(message: string): never {
    throw new SyntaxError(`condition "${this.text}": ${message}`);
  }
}
