import type { Scope } from '../names/scope';
import { lastName } from '../syntax/children';
import type { Expression } from '../syntax/nodes';
import { countedCuda, countsOfCuda, isNoneCounted } from './counted-devices';
import { asksByName } from './device-questions';
import type { Evaluator } from './evaluator';

/** The questions of which one is answered with yes where a condition turns out to be `outcome`. */
export function askedWhere(
  evaluator: Evaluator,
  condition: Expression,
  outcome: boolean,
  scope: Scope,
  depth: number,
): readonly string[] | undefined {
  switch (condition.kind) {
    case 'Unary':
      return condition.operator === 'not'
        ? askedWhere(evaluator, condition.operand, !outcome, scope, depth + 1)
        : undefined;
    case 'Boolean': {
      const left = askedWhere(evaluator, condition.left, outcome, scope, depth + 1);
      const right = askedWhere(evaluator, condition.right, outcome, scope, depth + 1);
      if ((condition.operator === 'and') === outcome) return left ?? right;
      return left && right && [...new Set([...left, ...right])];
    }
    case 'Comparison': {
      const counted = countedCuda(condition, scope);
      if (counted === undefined) break;
      const { name = '' } = evaluator.value(counted, scope, depth + 1);
      return countsOfCuda.has(name) && outcome !== isNoneCounted(condition, scope) ? [name] : undefined;
    }
    case 'Call':
      if (outcome && asksByName(lastName(condition.callee)))
        return evaluator.value(condition, scope, depth + 1).asks ?? ['cuda'];
  }
  return outcome ? evaluator.value(condition, scope, depth + 1).asks : undefined;
}
