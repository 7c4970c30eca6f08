import type { Operator, OperatorKind } from '../../model';

interface Checked {
  readonly operator: Operator;
  /** Whether no value is left out. */
  readonly isComplete: boolean;
  readonly reports: number;
}

/**
 * How many things were wrong with operators. What is asked of an operator by its type, its attributes and the numbers of
 * its values need not be asked of the next one that is like it: a network repeats itself, and a damaged file does too.
 */
export class AlikeOperators {
  /** The last of each kind. */
  private readonly last = new Map<OperatorKind, Checked>();

  /** Of an operator like this one; undefined where none was seen. `isComplete`: it leaves no value out. */
  reportsOf(operator: Operator, isComplete: boolean): number | undefined {
    const checked = this.last.get(operator.kind);
    return checked !== undefined && areGivenAlike(checked, operator, isComplete) ? checked.reports : undefined;
  }

  add(operator: Operator, isComplete: boolean, reports: number): void {
    this.last.set(operator.kind, { operator, isComplete, reports });
  }
}

/** Whether the same values are given and left out. */
function areGivenAlike(checked: Checked, other: Operator, isComplete: boolean): boolean {
  const { operator: one } = checked;
  const { inputCount, outputCount } = one;
  if (isComplete !== checked.isComplete || inputCount !== other.inputCount || outputCount !== other.outputCount) {
    return false;
  }
  if (isComplete) return true;
  for (let i = 0; i < inputCount; i++) if ((one.inputId(i) === 0) !== (other.inputId(i) === 0)) return false;
  for (let i = 0; i < outputCount; i++) if ((one.outputId(i) === 0) !== (other.outputId(i) === 0)) return false;
  return true;
}
