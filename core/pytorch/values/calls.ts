import { defaultDevice } from '../../model';
import type { Scope } from '../names/scope';
import { lastName } from '../syntax/children';
import type { Call, Expression } from '../syntax/nodes';
import { type ApiTraits, traitsOf } from './api-traits';
import { builtinResult, methodResult } from './builtins';
import { CallArguments } from './call-arguments';
import { askedByAttribute, askedByPackage, questionForOther } from './device-questions';
import type { Evaluator } from './evaluator';
import { hostMethod, hostResult, opened } from './host-values';
import { forwardResult, moduleMethod, torchModule } from './module-calls';
import { asksForOtherVendor } from './other-vendor-names';
import { ofCode } from './result-codes';
import { deviceType, refined } from './tensor-results';
import { askedBySkip } from './test-marks';
import {
  answerTo,
  asAttribute,
  isOnHost,
  isWorkspaceName,
  itself,
  markOf,
  onHost,
  tensor,
  unknown,
  type Value,
  weaker,
} from './value';

/** What a call returns. */
export function evaluateCall(evaluator: Evaluator, node: Call, scope: Scope, depth: number): Value {
  const result = resultOf(evaluator, node, scope, depth);
  const isOpen = result.asks === undefined && (result.kind === 'unknown' || result.kind === 'bool');
  return isOpen && result !== itself && asksForOtherVendor(lastName(node.callee)) ? answerTo(questionForOther) : result;
}

function resultOf(evaluator: Evaluator, node: Call, scope: Scope, depth: number): Value {
  const { callee } = node;
  const args = new CallArguments(evaluator, node.arguments, scope, depth);
  if (callee.kind === 'Name' && evaluator.isBuiltin(callee.id, scope)) {
    const nameOf = (object: Expression) => evaluator.value(object, scope, depth + 1).name;
    if (callee.id === 'hasattr') return answerTo(askedByAttribute(node, nameOf));
    if (callee.id === 'getattr') return thatAsks(askedByAttribute(node, nameOf));
    if (callee.id === 'bool') return answerTo(args.value(0)?.asks);
    return callee.id === 'super' ? superValue(evaluator, scope) : builtinResult(callee.id, args);
  }
  const asked = askedBySkip(evaluator, node, scope, depth);
  if (asked !== undefined) return markOf(asked);
  const called = evaluator.value(callee, scope, depth + 1);
  if (called === itself) return itself;
  // A mark that is called with a test marks it.
  if (called.skips !== undefined) return called;
  if (called.kind === 'api' && called.name !== undefined) {
    if (isWorkspaceName(called.name)) return ofWorkspace(evaluator, called, depth);
    const api = traitsOf(called.name);
    const subject =
      callee.kind === 'Attribute' && (api.isTensorMethod || api.isModuleMethod)
        ? evaluator.value(callee.object, scope, depth + 1)
        : undefined;
    return resultOfApi(evaluator, called, api, subject, args, depth);
  }
  if (called.kind === 'module') return forwardResult(evaluator, called, args, depth);
  if (callee.kind !== 'Attribute') return unknown;
  const object = evaluator.value(callee.object, scope, depth + 1);
  if (object.kind === 'unknown') return hostMethod(object, callee.name.id, args);
  return object.name === opened && callee.name.id === 'get_tensor'
    ? tensor('assumed', undefined, object.device)
    : methodResult(object, callee.name.id);
}

/** `super()`: an object of the first base. */
function superValue(evaluator: Evaluator, scope: Scope): Value {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    if (at.kind !== 'class') continue;
    const [base] = evaluator.classes.view(`.${evaluator.path}:${at.path}`)?.bases ?? [];
    return (base === undefined ? undefined : evaluator.instance(base, 'proven', 1)) ?? unknown;
  }
  return unknown;
}

function ofWorkspace(evaluator: Evaluator, called: Value, depth: number): Value {
  const made = evaluator.instance(called.name!, called.certainty, depth);
  if (made) return made;
  const returned = evaluator.returned(called.name!, depth + 1);
  if (returned === itself) return itself;
  return returned.kind === 'unknown' && returned.asks === undefined && returned.skips === undefined
    ? onlyPlace(returned)
    : { ...returned, certainty: weaker(returned.certainty, called.certainty) };
}

/** Something that is there, and not None, where the questions are answered with yes. */
const thatAsks = (asks: readonly string[] | undefined): Value => (asks === undefined ? unknown : { ...unknown, asks });

const onlyPlace = (value: Value) => (isOnHost(value) ? onHost : unknown);

/** What a call of something outside the workspace returns. */
function resultOfApi(
  evaluator: Evaluator,
  { name, certainty }: Value,
  api: ApiTraits,
  subject: Value | undefined,
  args: CallArguments,
  depth: number,
): Value {
  if (name === undefined) return unknown;
  if (api.asks !== undefined && certainty === 'proven') return answerTo(api.asks);
  if (api.isUntold) return unknown;
  if (name === 'importlib.util.find_spec') return thatAsks(askedByPackage(args.value(0, 'name')?.constant));
  if (api.fromHost !== undefined) return hostResult(api, certainty, args);
  const { last, code } = api;
  if (api.isTensorMethod) {
    const result = ofCode(code ?? '', certainty, args) ?? extraMethod(last, certainty);
    return result ? refined(name, result, subject, args) : unknown;
  }
  if (api.isModuleMethod) return moduleMethod(last, subject, args, certainty);
  if (name === 'torch.device') {
    const type = deviceType(args.value(0, 'type') ?? unknown);
    return { kind: 'device', certainty, ...(type ? { name: type } : {}) };
  }
  if (name === 'torch.nn.Parameter') {
    const data = args.value(0, 'data');
    return data?.kind === 'tensor' ? asAttribute({ ...data, certainty }) : tensor(certainty);
  }
  if (api.isTensorType) {
    const device = name.startsWith('torch.cuda.') ? 'cuda' : defaultDevice;
    return api.isTensorClass ? tensor(certainty, undefined, device) : unknown;
  }
  if (api.isModuleClass) return torchModule(name, certainty, args);
  if (api.isOtherClass) return { kind: 'other', certainty, name };
  if (name === 'torch.compile') {
    const model = args.value(0, 'model');
    return model?.kind === 'module' ? model : unknown;
  }
  if (name === 'copy.deepcopy' || name === 'copy.copy') return args.value(0) ?? unknown;
  const result = code === undefined ? undefined : ofCode(code, certainty, args, true);
  if (!result) return evaluator.instance(name, certainty, depth) ?? unknown;
  return name.startsWith('torch.cuda') ? result : refined(name, result, args.value(0, 'input'), args);
}

/** Methods that other packages add to tensors. */
function extraMethod(name: string, certainty: Value['certainty']): Value | undefined {
  return name === 'npu' || name === 'tpu' ? tensor(certainty) : undefined;
}
