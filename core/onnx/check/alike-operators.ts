import type { Operator, OperatorKind } from '../../model';

/**
 * Operators in which nothing was wrong. What is asked of an operator by its type, its attributes and the numbers of its
 * values need not be asked of the next one that is like it: a network repeats itself.
 */
export class AlikeOperators {
  /** The last of each kind. */
  private readonly last = new Map<OperatorKind, Operator>();

  /** Whether an operator like this one was sound. */
  knows(operator: Operator): boolean {
    const other = this.last.get(operator.kind);
    return other !== undefined && areGivenAlike(other, operator);
  }

  add(operator: Operator): void {
    this.last.set(operator.kind, operator);
  }
}

/** Whether the same values are given and left out. */
function areGivenAlike(one: Operator, other: Operator): boolean {
  const { inputCount, outputCount } = one;
  if (inputCount !== other.inputCount || outputCount !== other.outputCount) return false;
  for (let i = 0; i < inputCount; i++) if ((one.inputId(i) === 0) !== (other.inputId(i) === 0)) return false;
  for (let i = 0; i < outputCount; i++) if ((one.outputId(i) === 0) !== (other.outputId(i) === 0)) return false;
  return true;
}
