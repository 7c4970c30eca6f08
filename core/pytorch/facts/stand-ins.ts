import { keptByName } from '../../model';
import type { Scope } from '../names/scope';
import type { Expression } from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { namesMock } from '../values/mocks';

/*
 * What stands in for something in a test: `MagicMock(device="cuda")`, `fake_model.device = "cuda:0"`. The device that it is said
 * to be on is never asked for.
 */

const standInName = /^_*([Ff]ake|[Mm]ock|[Ss]tub|[Dd]ummy)(?![a-z])/;
const isTest = keptByName((path) => /(^|\/)(tests?\/|test_[^/]*$|[^/]*_test\.py$|conftest\.py$)/.test(path));
const isNamespace = keptByName((name) => /^(types\.SimpleNamespace|argparse\.Namespace)$/.test(name));

/** Whether a call makes one: a mock; in a test, any object that only keeps its arguments. */
export function makesStandIn(name: string | undefined, path: string): boolean {
  return name !== undefined && (namesMock(name) || (isNamespace(name) && isTest(path)));
}

/** Whether an attribute that is assigned is one's: `mock.config.device`. */
export function isOfStandIn(target: Expression, scope: Scope, evaluator: Evaluator): boolean {
  if (target.kind !== 'Attribute') return false;
  let object = target.object;
  while (object.kind === 'Attribute') object = object.object;
  if (object.kind !== 'Name') return false;
  if (standInName.test(object.id) || /_(fake|mock|stub|dummy)$/i.test(object.id)) return true;
  const { kind, name } = evaluator.value(object, scope);
  return kind === 'other' && name !== undefined && namesMock(name);
}

/** Whether what stands at this place is in a class or function that is called one. */
export function isInStandIn(within: string | undefined): boolean {
  return within?.split('.').some((part) => standInName.test(part)) ?? false;
}
