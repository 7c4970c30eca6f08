import type { Scope } from '../names/scope';
import type { Argument } from '../syntax/nodes';
import type { Evaluator } from './evaluator';
import type { Value } from './value';

/** The arguments of a call, as far as what it returns depends on them. */
export class CallArguments {
  /** Positional ones; the object of a method is none of them. */
  readonly count: number;
  /** `*args` or `**kwargs` is among them, so that nothing is known to be absent. */
  readonly isOpen: boolean;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly passed: readonly Argument[],
    private readonly scope: Scope,
    private readonly depth: number,
  ) {
    let count = 0;
    let isOpen = false;
    for (const { keyword, splat } of passed) {
      if (splat !== undefined) isOpen = true;
      else if (keyword === undefined) count += 1;
    }
    this.count = count;
    this.isOpen = isOpen;
  }

  has(keyword: string): boolean {
    return this.named(keyword) !== undefined;
  }

  /** The value of a positional argument or of a keyword. */
  value(index: number | undefined, keyword?: string): Value | undefined {
    const found =
      (keyword === undefined ? undefined : this.named(keyword)) ??
      (index === undefined ? undefined : this.positional(index));
    return found && this.evaluator.value(found.value, this.scope, this.depth + 1);
  }

  /** The values of all positional ones. */
  values(): Value[] {
    return Array.from({ length: this.count }, (_, index) => this.value(index)!);
  }

  private named(name: string): Argument | undefined {
    for (const argument of this.passed) if (argument.keyword?.id === name) return argument;
    return undefined;
  }

  private positional(index: number): Argument | undefined {
    let position = 0;
    for (const argument of this.passed) {
      if (argument.keyword !== undefined || argument.splat !== undefined) continue;
      if (position === index) return argument;
      position += 1;
    }
    return undefined;
  }
}
