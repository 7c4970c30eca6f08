import type { OperatorAssessment, OperatorFacts, Reason } from '../../model';
import type { Environment, Test } from '../language';
import { assessmentOf } from './reasons';

/** A condition that is asked of operators: what it says when it is broken, and when that cannot be told. */
export interface AskedCondition {
  readonly test: Test;
  readonly broken: Reason;
  /** Undefined where not knowing is not worth telling. */
  readonly undecided: Reason | undefined;
}

/**
 * Assesses operators of one type. Operators with the same outcomes share one assessment, so that a graph of a hundred
 * thousand costs its conditions and no objects.
 */
export class RowAssessor {
  readonly #known = new Map<number, OperatorAssessment>();

  constructor(
    private readonly conditions: readonly AskedCondition[],
    /** Reasons that hold for every operator of the type. */
    private readonly always: readonly Reason[],
    private readonly environment: Environment,
    private readonly fusion?: string,
  ) {}

  assess(facts: OperatorFacts): OperatorAssessment {
    let outcomes = 0;
    for (const { test } of this.conditions) {
      const truth = test(facts, this.environment);
      outcomes = outcomes * 3 + (truth === undefined ? 2 : truth ? 1 : 0);
    }
    let assessment = this.#known.get(outcomes);
    if (assessment === undefined) {
      assessment = this.#assessmentOf(outcomes);
      this.#known.set(outcomes, assessment);
    }
    return assessment;
  }

  #assessmentOf(outcomes: number): OperatorAssessment {
    const reasons: Reason[] = [];
    let rest = outcomes;
    for (let index = this.conditions.length - 1; index >= 0; index--) {
      const { broken, undecided } = this.conditions[index]!;
      const outcome = rest % 3;
      rest = Math.floor(rest / 3);
      if (outcome === 1) reasons.unshift(broken);
      else if (outcome === 2 && undecided !== undefined) reasons.unshift(undecided);
    }
    return assessmentOf([...this.always, ...reasons], this.fusion);
  }
}
