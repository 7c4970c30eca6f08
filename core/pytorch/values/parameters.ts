import type { ValueKind } from '../../model';
import type { BoundValue } from '../names/scope';
import type { Expression } from '../syntax/nodes';
import { isDecoratedBy } from './decorators';
import type { Evaluator } from './evaluator';
import { atMost, tensor, unknown, type Value } from './value';

/** What a parameter is: by its annotation, by what PyTorch's conventions say of it, by its default. */
export function parameterValue(
  evaluator: Evaluator,
  { parameter, index, scope }: BoundValue & { kind: 'parameter' },
  depth: number,
): Value {
  const owner = scope.parent?.kind === 'class' ? scope.parent : undefined;
  if (parameter.splat) return { kind: parameter.splat === '*' ? 'tuple' : 'dict', certainty: 'proven' };
  if (index === 0 && owner && scope.kind === 'function' && !isDecoratedBy(scope, 'staticmethod')) {
    const made = evaluator.definitions.value(owner);
    return isDecoratedBy(scope, 'classmethod') ? made : (evaluator.instance(made.name, 'proven', depth) ?? unknown);
  }
  // Annotations of a function are read where the function stands.
  if (parameter.annotation && scope.parent) {
    const said = evaluator.annotated(parameter.annotation, scope.parent, depth);
    if (said.kind !== 'unknown') return said;
  }
  if (owner && scope.node.kind === 'Function' && scope.node.name?.id === 'forward' && !parameter.annotation) {
    const isPlain = parameter.default === undefined || isNone(parameter.default);
    const isModule = isPlain && evaluator.classes.isModule(evaluator.definitions.name(owner), depth + 1);
    return isModule ? tensor('assumed') : unknown;
  }
  if (parameter.default && scope.parent) {
    // Callers may pass anything; a default says what is meant.
    const value = evaluator.value(parameter.default, scope.parent, depth + 1);
    return told.has(value.kind) ? atMost({ ...value, constant: undefined }, 'assumed') : unknown;
  }
  return unknown;
}

/** Kinds of defaults that say what else may be passed. */
const told: ReadonlySet<ValueKind> = new Set<ValueKind>(['string', 'int', 'float', 'bool', 'device', 'dtype']);

const isNone = (node: Expression) => node.kind === 'Constant' && node.value === null;
