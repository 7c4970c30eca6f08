import type { OperatorContext } from '../context';

/** How an operator's types follow from its inputs, for every version of it. */
export interface OperatorRules {
  infer(context: OperatorContext): void;
  /** Sets the elements of outputs that follow from those of the inputs. Called when the outputs have their types. */
  propagate?: ((context: OperatorContext) => void) | undefined;
  /** The elements are the file's own: known also where nothing is propagated. */
  readonly isConstant?: boolean | undefined;
}

export type RuleTable = readonly (readonly [opType: string, rules: OperatorRules])[];

/** One rule for operators that differ only in what they compute. */
export function sharedRule(
  opTypes: readonly string[],
  infer: (context: OperatorContext) => void,
  propagate?: (context: OperatorContext) => void,
): RuleTable {
  return opTypes.map((opType) => [opType, { infer, propagate }] as const);
}
