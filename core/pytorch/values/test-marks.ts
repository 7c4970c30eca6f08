import type { Scope } from '../names/scope';
import type { Call, Expression, If, Statement } from '../syntax/nodes';
import { askedWhere } from './asked-where';
import { asksForCuda } from './device-questions';
import type { Evaluator } from './evaluator';
import { skipConditions, skipsTest } from './skipped-tests';
import { isWorkspaceName, type Value } from './value';

/*
 * Where a test runs, as far as marks and helpers say it that are made elsewhere, in another function or file:
 * `def require_cuda(test): return unittest.skipUnless(is_cuda_available(), "")(test)`,
 * `def skip_without_cuda(): if not torch.cuda.is_available(): pytest.skip("")`.
 */

type Questions = readonly string[];

/** The questions of which one is answered with yes where a test runs that has the mark; undefined for what is no such mark. */
export function askedByMark(evaluator: Evaluator, mark: Expression, scope: Scope): Questions | undefined {
  return skippedBy(evaluator, evaluator.value(mark, scope));
}

/** The same of a value: a mark, a list of marks, or a function that makes one of the test that it is given. */
export function skippedBy(evaluator: Evaluator, value: Value): Questions | undefined {
  if (value.skips !== undefined) return value.skips;
  if (value.kind === 'list' || value.kind === 'tuple') {
    // The test runs where all of them let it.
    const all = (value.elements ?? []).flatMap(({ skips }) => (skips === undefined ? [] : [skips]));
    return all.find(asksForCuda) ?? all[0];
  }
  // `def require_cuda(test)`; `def require_devices(count)` returns a function that does so.
  let made = value;
  for (let depth = 0; depth < 2 && made.kind === 'api' && isWorkspaceName(made.name); depth++) {
    made = evaluator.returned(made.name, 1);
    if (made.skips !== undefined) return made.skips;
  }
  return undefined;
}

/** What `pytest.mark.skipif(...)` or `unittest.skipUnless(...)` asks, wherever the mark goes. */
export function askedBySkip(evaluator: Evaluator, node: Call, scope: Scope, depth: number): Questions | undefined {
  return first(skipConditions(node, scope), ({ condition, runsWhere }) =>
    askedWhere(evaluator, condition, runsWhere, scope, depth),
  );
}

/** What a function asks before it skips the test that calls it. */
export function askedBeforeSkip(evaluator: Evaluator, scope: Scope, depth: number): Questions | undefined {
  const { node } = scope;
  if (node.kind !== 'Function' || !evaluator.skipsTests) return undefined;
  return first(node.body.body, (statement) => {
    const left = isSkip(statement) ? statement.clauses[0] : undefined;
    return left && askedWhere(evaluator, left.condition, false, scope, depth);
  });
}

/** `if not available: pytest.skip("")`. */
function isSkip(statement: Statement): statement is If {
  if (statement.kind !== 'If' || statement.clauses.length > 1 || statement.otherwise) return false;
  const last = statement.clauses[0]!.body.body.at(-1);
  return last?.kind === 'ExpressionStatement' && last.value.kind === 'Call' && skipsTest(last.value.callee);
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
