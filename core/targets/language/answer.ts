import type { OperatorFacts } from '../../model';
import { compile, type Test } from './compile';
import { parseCondition } from './syntax';
import type { Environment } from './terms';

/**
 * Whether a condition bites; where that is open, who leaves it open: the `file`, which does not say enough of the
 * operator, or the `sources` of the table, which do not say whether the condition holds for such an operator.
 */
export type Answer = boolean | 'file' | 'sources';

export type Question = (facts: OperatorFacts, environment: Environment) => Answer;

/**
 * A condition of a table, ready to be asked of operators. What is doubtful twice is not told: a limit that may be lifted
 * bites only what is known to exceed it.
 */
export function compileQuestion(text: string): Question {
  const expression = parseCondition(text);
  const test = compile(expression);
  // Made where a graph leaves something open, which most do not.
  let ifSo: Test | undefined;
  let ifNot: Test | undefined;
  return (facts, environment) => {
    const truth = test(facts, environment);
    if (truth !== undefined) return truth;
    ifSo ??= compile(expression, true);
    if (ifSo(facts, environment) === true) return 'sources';
    ifNot ??= compile(expression, false);
    return ifNot(facts, environment) === false ? false : 'file';
  };
}
