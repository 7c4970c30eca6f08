import type { DeviceVariableFact } from '../../model';
import type { Binding, Scope } from '../names/scope';
import type { Assign, Expression, FunctionDefinition } from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import type { Surroundings } from './surroundings';

const deviceText = /^(cuda|cpu|mps|xpu|npu|tpu)(:\d+)?$/;

/** `origin_device = x.device`: where something was, and goes back to. */
const wasBefore = /(^|[._])(orig(in(al)?)?|old|prev(ious)?|saved|initial|last)_/i;

/** `gather_device`, `offload_device`: where some of a script's tensors go. */
const isForSome =
  /(^|[._])(?!(torch|cuda|gpu|default|main|local|compute|model|train(ing)?|run(time)?|my|the|self)_)[a-z]+_dev(ice)?$/i;

/**
 * The variables that an assignment of a device makes: one, or two for an attribute of `self` that `__init__` sets, which the
 * class's other methods see too. A name that is bound twice is none.
 */
export function assignedDevice(
  node: Assign,
  { scope, blockEnd, within: path }: Surroundings,
  evaluator: Evaluator,
): readonly DeviceVariableFact[] {
  const [target, more] = node.targets;
  const { value } = node;
  // A plain text is no device yet: that it is one shows only where it goes.
  if (!target || more || !value || value.kind === 'String' || !isDevice(value, scope, evaluator)) return none;
  const name = evaluator.text.slice(target.start, target.end);
  // What is kept on the host is nowhere to move to either.
  if (wasBefore.test(name) || isHost(value, scope, evaluator)) return none;
  if (isForSome.test(name) && mayBeHost(value, scope, evaluator)) return none;
  const variable = {
    name,
    certainty: 'proven',
    isCurrent: isCurrentDevice(value, scope, evaluator),
    ...(path === undefined ? {} : { function: path }),
  } as const;
  const rest = { ...variable, scope: { start: node.end, end: blockEnd } };
  if (target.kind === 'Name') return isBoundOnce(scope.names.get(target.id)) ? [rest] : [];
  const owner = scope.parent?.kind === 'class' ? scope.parent : undefined;
  if (target.kind !== 'Attribute' || owner === undefined) return [];
  if (target.object.kind !== 'Name' || target.object.id !== 'self') return [];
  if (!isBoundOnce(owner.attributes.get(target.name.id))) return [];
  const isSetFirst = scope.node.kind === 'Function' && scope.node.name?.id === '__init__';
  return isSetFirst
    ? [rest, { ...variable, certainty: 'assumed', scope: { start: scope.node.end, end: owner.node.end } }]
    : [rest];
}

const none: readonly DeviceVariableFact[] = [];

/** The parameters of a function that are called `device` and have no default of None. */
export function deviceParameters(node: FunctionDefinition, scope: Scope, path: string): DeviceVariableFact[] {
  const bindings = scope.names.get('device');
  const what = bindings?.[0]?.what;
  if (what?.kind !== 'parameter' || !isBoundOnce(bindings)) return [];
  const { default: value } = what.parameter;
  if (value?.kind === 'Constant' && value.value === null) return [];
  const { start, end } = node.body;
  return [{ name: 'device', certainty: 'assumed', isCurrent: false, function: path, scope: { start, end } }];
}

function isBoundOnce(bindings: readonly Binding[] | undefined): boolean {
  return bindings?.length === 1;
}

function isDevice(node: Expression, scope: Scope, evaluator: Evaluator): boolean {
  if (node.kind === 'Conditional') {
    return isDevice(node.body, scope, evaluator) && isDevice(node.otherwise, scope, evaluator);
  }
  if (node.kind === 'String') return deviceText.test(node.value ?? '');
  return evaluator.value(node, scope).kind === 'device';
}

/** `torch.device("cpu")`. */
function isHost(node: Expression, scope: Scope, evaluator: Evaluator): boolean {
  const { certainty, name } = evaluator.value(node, scope);
  return certainty === 'proven' && name === 'cpu';
}

/** `torch.device("cpu") if gather_on_cpu else torch.device("cuda")`. */
function mayBeHost(node: Expression, scope: Scope, evaluator: Evaluator): boolean {
  if (node.kind === 'String') return node.value === 'cpu';
  if (node.kind !== 'Conditional') return isHost(node, scope, evaluator);
  return mayBeHost(node.body, scope, evaluator) || mayBeHost(node.otherwise, scope, evaluator);
}

/** Whether the expression is, on a machine with CUDA, the device that `.cuda()` moves to. */
function isCurrentDevice(node: Expression, scope: Scope, evaluator: Evaluator): boolean {
  if (node.kind === 'String') return node.value === 'cuda';
  if (node.kind === 'Conditional') {
    const { condition } = node;
    return (
      condition.kind === 'Call' &&
      evaluator.value(condition.callee, scope).name === 'torch.cuda.is_available' &&
      isCurrentDevice(node.body, scope, evaluator)
    );
  }
  if (node.kind !== 'Call') return false;
  const [argument, more] = node.arguments;
  const isAlone = argument !== undefined && more === undefined && argument.keyword === undefined;
  return (
    isAlone &&
    evaluator.value(node.callee, scope).name === 'torch.device' &&
    isCurrentDevice(argument.value, scope, evaluator)
  );
}
