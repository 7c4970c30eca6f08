import type { DeviceVariableFact, ValueFact } from '../model';
import type { Binding, Scope } from './scopes';
import { literal, part, type Syntax, unwrap } from './syntax';

/** What is asked of the rest of the analysis. */
export interface DeviceVariableQuestions {
  readonly text: string;
  /** The function that the assignment stands in. */
  readonly function: string | undefined;
  evaluate(expression: Syntax, scope: Scope): ValueFact;
}

const deviceText = /^(cuda|cpu|mps|xpu|npu|tpu)(:\d+)?$/;

/**
 * The variables that an assignment of a device makes: one, or two for an attribute of `self` that `__init__` sets, which the
 * class's other methods see too. A name that is bound twice is none.
 */
export function assignedDevice(
  node: Syntax,
  scope: Scope,
  blockEnd: number,
  questions: DeviceVariableQuestions,
): DeviceVariableFact[] {
  const target = part(node, 'left');
  const value = part(node, 'right');
  // A plain text is no device yet: that it is one shows only where it goes.
  if (target === undefined || value === undefined || unwrap(value).kind === 'string') return [];
  if (!isDevice(value, scope, questions)) return [];
  const name = questions.text.slice(target.start, target.end);
  const variable = {
    name,
    certainty: 'proven',
    isCurrent: isCurrentDevice(value, scope, questions),
    ...(questions.function === undefined ? {} : { function: questions.function }),
  } as const;
  const rest = { ...variable, scope: { start: node.end, end: blockEnd } };
  if (target.kind === 'identifier') return isBoundOnce(scope.names.get(name)) ? [rest] : [];
  const owner = scope.parent?.kind === 'class' ? scope.parent : undefined;
  if (owner === undefined || !isBoundOnce(owner.attributes.get(name.replace(/^self\./, '')))) return [];
  const method = part(scope.node, 'name');
  const isSetFirst = method !== undefined && questions.text.slice(method.start, method.end) === '__init__';
  return isSetFirst
    ? [rest, { ...variable, certainty: 'assumed', scope: { start: scope.node.end, end: owner.node.end } }]
    : [rest];
}

/** The parameters of a function that are called `device` and have no default of None. */
export function deviceParameters(node: Syntax, scope: Scope, path: string): DeviceVariableFact[] {
  const body = part(node, 'body');
  const bindings = scope.names.get('device');
  const [binding] = bindings ?? [];
  if (body === undefined || binding?.kind !== 'parameter' || !isBoundOnce(bindings)) return [];
  if (binding.value !== undefined && unwrap(binding.value).kind === 'none') return [];
  return [
    {
      name: 'device',
      certainty: 'assumed',
      isCurrent: false,
      function: path,
      scope: { start: body.start, end: body.end },
    },
  ];
}

function isBoundOnce(bindings: readonly Binding[] | undefined): boolean {
  return bindings?.length === 1;
}

function isDevice(expression: Syntax, scope: Scope, questions: DeviceVariableQuestions): boolean {
  const node = unwrap(expression);
  if (node.kind === 'conditional_expression') {
    const [yes, , no] = node.children;
    return yes !== undefined && no !== undefined && [yes, no].every((side) => isDevice(side, scope, questions));
  }
  if (node.kind === 'string') return deviceText.test(literal(node, questions.text)?.value ?? '');
  return questions.evaluate(node, scope).kind === 'device';
}

/** Whether the expression is, on a machine with CUDA, the device that `.cuda()` moves to. */
function isCurrentDevice(expression: Syntax, scope: Scope, questions: DeviceVariableQuestions): boolean {
  const node = unwrap(expression);
  const calledName = (call: Syntax) => questions.evaluate(part(call, 'function')!, scope).name;
  if (node.kind === 'string') return literal(node, questions.text)?.value === 'cuda';
  if (node.kind === 'conditional_expression') {
    const [yes, condition] = node.children.map(unwrap);
    return (
      condition?.kind === 'call' &&
      calledName(condition) === 'torch.cuda.is_available' &&
      isCurrentDevice(yes!, scope, questions)
    );
  }
  if (node.kind !== 'call') return false;
  const [argument, more] = part(node, 'arguments')?.children ?? [];
  const isAlone = argument !== undefined && more === undefined && argument.kind !== 'keyword_argument';
  return isAlone && calledName(node) === 'torch.device' && isCurrentDevice(argument, scope, questions);
}
