import type { ValueKind } from '../../model';
import type { BoundValue, Scope } from '../names/scope';
import type { Expression, Parameter } from '../syntax/nodes';
import { isDecoratedBy } from './decorators';
import type { Evaluator } from './evaluator';
import { isTensorName } from './members';
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
    const isWrong = said.kind === 'tensor' && isCalledOtherwise(parameter, scope, evaluator.text);
    if (said.kind !== 'unknown') return isWrong ? unknown : said;
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

/** By function: its names of which a method is called that no tensor has. */
const calledOtherwise = new WeakMap<Scope['node'], ReadonlySet<string>>();

/** `def latents(output: torch.Tensor): return output.sample()`: an annotation that the code itself contradicts. */
function isCalledOtherwise({ name }: Parameter, { node }: Scope, text: string): boolean {
  let names = calledOtherwise.get(node);
  if (names === undefined) calledOtherwise.set(node, (names = namesCalledOtherwise(text.slice(node.start, node.end))));
  return name !== undefined && names.has(name.id);
}

const methodCalls = /(?<![\w.])([A-Za-z_]\w*)\.([A-Za-z_]\w*)\(/g;

function namesCalledOtherwise(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, name, method] of code.matchAll(methodCalls)) if (!isTensorName(method!)) names.add(name!);
  return names;
}

/** Kinds of defaults that say what else may be passed. */
const told: ReadonlySet<ValueKind> = new Set<ValueKind>(['string', 'int', 'float', 'bool', 'device', 'dtype']);

const isNone = (node: Expression) => node.kind === 'Constant' && node.value === null;
