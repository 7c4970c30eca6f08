import type { PatternFact } from '../../model';
import { mayHavePatterns, type PlacedPattern, patternsIn } from '../patterns';
import type { Expression, FunctionDefinition, Statement } from '../syntax/nodes';
import { placed, type Surroundings } from './surroundings';

/** Computations written out in plain PyTorch: found when a function is entered, placed where their statement is. */
export class Patterns {
  readonly facts: PatternFact[] = [];
  readonly #text: string;
  readonly #isSearched: boolean;
  readonly #found = new Map<Statement, readonly PlacedPattern[]>();

  constructor(text: string) {
    this.#text = text;
    this.#isSearched = mayHavePatterns(text);
  }

  function(node: FunctionDefinition): void {
    if (!this.#isSearched) return;
    for (const [statement, patterns] of patternsIn(node, this.#text)) this.#found.set(statement, patterns);
  }

  statement(node: Statement, around: Surroundings): void {
    if (this.#found.size === 0) return;
    for (const { node: step, pattern, parts, variant } of this.#found.get(node) ?? []) {
      const spans = Object.entries(parts).map(([name, { start, end }]: [string, Expression]) => [name, { start, end }]);
      const told = { pattern, parts: Object.fromEntries(spans), ...(variant === undefined ? {} : { variant }) };
      this.facts.push(placed(step, around, told));
    }
  }
}
