import { onlyValue } from '../names/look-up';
import type { Scope } from '../names/scope';
import { lastName } from '../syntax/children';
import type { Expression } from '../syntax/nodes';

/*
 * How a test says where it runs: `@unittest.skipUnless(torch.cuda.is_available(), ...)`, `@requires_cuda` with a mark that has a
 * name, `pytestmark = pytest.mark.skipif(...)` for all of a file, `pytest.skip(...)` and `self.skipTest(...)` as a statement.
 */

/** A condition, and what it turns out to be where the test runs. */
export interface SkipCondition {
  readonly condition: Expression;
  readonly runsWhere: boolean;
}

/** The conditions of a mark or decorator, or of each of a list; none where it is something else. */
export function skipConditions(mark: Expression, scope: Scope): readonly SkipCondition[] {
  switch (mark.kind) {
    case 'Call': {
      const name = lastName(mark.callee);
      if (!isS(name.charCodeAt(0))) return none;
      const [, outcome] = /^skip_?(if|unless)$/i.exec(name) ?? [];
      const [first] = mark.arguments;
      const isCondition = first?.splat === undefined && (first?.keyword?.id ?? 'condition') === 'condition';
      if (outcome === undefined || first === undefined || !isCondition) return none;
      return [{ condition: first.value, runsWhere: outcome.toLowerCase() === 'unless' }];
    }
    case 'List':
    case 'Tuple':
      return mark.elements.flatMap((element) => skipConditions(element, scope));
    case 'Name': {
      const value = onlyValue(mark, scope);
      return value?.kind === 'Call' ? skipConditions(value, scope) : [];
    }
    default:
      return [];
  }
}

/** `pytest.skip`, `self.skipTest`: a test ends at their call, and fails nobody. */
export function skipsTest(callee: Expression): boolean {
  if (callee.kind !== 'Attribute') return false;
  return callee.name.id === 'skipTest' || (callee.name.id === 'skip' && lastName(callee.object) === 'pytest');
}

const none: readonly SkipCondition[] = [];

/** Asked of every call of a script, before the expression that ignores case. */
function isS(unit: number): boolean {
  return unit === 0x73 || unit === 0x53;
}
