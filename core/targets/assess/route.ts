import type { OperatorAssessment, OperatorFacts, Reason } from '../../model';

/** What a route makes of a model's operators. */
export interface RouteAssessor {
  /** An operator that is no call of a model-local function. */
  assess(facts: OperatorFacts): OperatorAssessment;
  /** What is to be said about a call of a model-local function itself, beside what its body says. */
  callReason(call: OperatorFacts): Reason | undefined;
  readonly modelReasons: readonly Reason[];
}
