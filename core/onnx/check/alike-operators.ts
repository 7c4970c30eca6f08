import type { Attribute, Operator } from '../../model';

/**
 * The last operator of each type in which nothing was wrong. What is asked of an operator by its type, its attributes and
 * the numbers of its values need not be asked of the next one that is like it: a network repeats itself.
 */
export class AlikeOperators {
  private readonly last = new Map<string, Operator>();

  /** Whether an operator like this one was sound. */
  knows(operator: Operator): boolean {
    const other = this.last.get(operator.opType);
    return (
      other !== undefined &&
      other.domain === operator.domain &&
      areGivenAlike(other.inputs, operator.inputs) &&
      areGivenAlike(other.outputs, operator.outputs) &&
      areSame(other.attributes, operator.attributes)
    );
  }

  add(operator: Operator): void {
    this.last.set(operator.opType, operator);
  }
}

/** Whether the same values are given and left out. */
function areGivenAlike(names: readonly string[], others: readonly string[]): boolean {
  if (names.length !== others.length) return false;
  for (let i = 0; i < names.length; i++) if ((names[i] === '') !== (others[i] === '')) return false;
  return true;
}

/** The reader gives equal attributes one value, and tensors and graphs each their own. */
function areSame(attributes: readonly Attribute[], others: readonly Attribute[]): boolean {
  if (attributes.length !== others.length) return false;
  for (let i = 0; i < attributes.length; i++) {
    const one = attributes[i]!;
    const other = others[i]!;
    if (one.value !== other.value || one.name !== other.name || one.written !== other.written) return false;
  }
  return true;
}
