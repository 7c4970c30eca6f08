import type { OperatorAssessment, OperatorFacts, Reason } from '../../model';

/** What a route makes of a model's operators. */
export interface RouteAssessor {
  /** An operator that is no call of a model-local function. */
  assess(facts: OperatorFacts): OperatorAssessment;
  /** What is to be said about a call itself; its verdict comes from the function's body. */
  readonly callReason: Reason | undefined;
  readonly modelReasons: readonly Reason[];
}
