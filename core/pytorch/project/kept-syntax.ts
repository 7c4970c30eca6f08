import type { Steps } from '../../model';
import type { ParsedScript } from '../syntax/parser';
import type { Evaluator } from '../values/evaluator';

export interface Parsed {
  readonly parsed: ParsedScript;
  readonly evaluator: Evaluator;
}

/**
 * The syntax of files that may be asked for again: of those that others ask for, the last asked for, up to a number of
 * characters. What nobody else has asked for is not kept when its own facts are known: garbage that dies young costs little.
 * A file stays while something is found out in it: what is known so far of an answer that is under way stands with its syntax.
 */
export class KeptSyntax {
  /** In the order of their last use. */
  readonly #files = new Map<string, Parsed>();
  readonly #askedFor = new Set<string>();
  /** How often a file is being worked in. */
  readonly #busy = new Map<string, number>();
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
    this.#makeRoom(path);
  }

  during<T>(path: string, action: () => T): T {
    this.#begin(path);
    try {
      return action();
    } finally {
      this.#end(path);
    }
  }

  /** The same; the steps may be given up by their `return`. */
  *inSteps<T>(path: string, steps: Steps<T>): Steps<T> {
    this.#begin(path);
    try {
      return yield* steps;
    } finally {
      this.#end(path);
    }
  }

  #begin(path: string): void {
    this.#busy.set(path, (this.#busy.get(path) ?? 0) + 1);
  }

  #end(path: string): void {
    const left = this.#busy.get(path)! - 1;
    if (left > 0) this.#busy.set(path, left);
    else this.#busy.delete(path);
  }

  drop(path: string): void {
    this.#characters -= this.#files.get(path)?.evaluator.text.length ?? 0;
    this.#files.delete(path);
  }

  dropAll(): void {
    this.#files.clear();
    this.#characters = 0;
  }

  /** The facts of a file are known. */
  release(path: string): void {
    if (!this.#askedFor.has(path) && !this.#busy.has(path)) this.drop(path);
    this.#makeRoom(path);
  }

  #makeRoom(latest: string): void {
    if (this.#characters <= this.mostCharacters) return;
    for (const oldest of this.#files.keys()) {
      if (oldest !== latest && !this.#busy.has(oldest)) this.drop(oldest);
      if (this.#characters <= this.mostCharacters) return;
    }
  }
}
