import type { OperatorAssessment, OperatorFacts, Reason } from '../../model';
import type { Answer, Environment, Question } from '../language';
import { assessmentOf } from './reasons';

/** A condition that is asked of operators: what it says when it bites, and when that cannot be told. */
export interface AskedCondition {
  readonly ask: Question;
  readonly broken: Reason;
  /** By who leaves it open. Undefined where not knowing is not worth telling. */
  readonly open: Readonly<Record<'file' | 'sources', Reason>> | undefined;
}

const answers: readonly Answer[] = [false, true, 'file', 'sources'];

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
    const { conditions } = this;
    for (let index = 0; index < conditions.length; index++) {
      const answer = conditions[index]!.ask(facts, this.environment);
      outcomes = outcomes * answers.length + (answer === false ? 0 : answers.indexOf(answer));
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
      const { broken, open } = this.conditions[index]!;
      const answer = answers[rest % answers.length]!;
      rest = Math.floor(rest / answers.length);
      if (answer === true) reasons.unshift(broken);
      else if (answer !== false && open !== undefined) reasons.unshift(open[answer]);
    }
    return assessmentOf([...this.always, ...reasons], this.fusion);
  }
}
