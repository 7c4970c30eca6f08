import type { ParsedScript } from '../syntax/parser';
import type { Evaluator } from '../values/evaluator';

export interface Parsed {
  readonly parsed: ParsedScript;
  readonly evaluator: Evaluator;
}

/**
 * The syntax of files that may be asked for again: of those that others ask for, the last asked for, up to a number of
 * characters. What nobody else has asked for is not kept when its own facts are known: garbage that dies young costs little.
 */
export class KeptSyntax {
  /** In the order of their last use. */
  readonly #files = new Map<string, Parsed>();
  readonly #askedFor = new Set<string>();
  #characters = 0;

  constructor(private readonly mostCharacters: number) {}

  /** Another file uses something of this one. */
  askFor(path: string): void {
    this.#askedFor.add(path);
  }

  get(path: string): Parsed | undefined {
    const found = this.#files.get(path);
    if (found === undefined) return undefined;
    this.#files.delete(path);
    this.#files.set(path, found);
    return found;
  }

  add(path: string, parsed: Parsed): void {
    this.#files.set(path, parsed);
    this.#characters += parsed.evaluator.text.length;
  }

  drop(path: string): void {
    this.#characters -= this.#files.get(path)?.evaluator.text.length ?? 0;
    this.#files.delete(path);
  }

  dropAll(): void {
    this.#files.clear();
    this.#characters = 0;
  }

  /** The facts of a file are known. Only between questions: an answer may be under way through any file. */
  release(path: string): void {
    if (!this.#askedFor.has(path)) this.drop(path);
    for (const oldest of this.#files.keys()) {
      if (this.#characters <= this.mostCharacters) return;
      if (oldest !== path) this.drop(oldest);
    }
  }
}
