import type { Scope } from '../names/scope';
import type { Call } from '../syntax/nodes';
import { type ApiTraits, traitsOf } from './api-traits';
import { builtinResult } from './builtins';
import { CallArguments } from './call-arguments';
import { askedByApi, askedByAttribute } from './device-questions';
import type { Evaluator } from './evaluator';
import { ofCode } from './result-codes';
import { deviceType, refined } from './tensor-results';
import { torchReturns } from './torch-returns';
import {
  answerTo,
  elementOf,
  int,
  isWorkspaceName,
  itself,
  join,
  tensor,
  text,
  unknown,
  type Value,
  weaker,
} from './value';

/** What a call returns. */
export function evaluateCall(evaluator: Evaluator, node: Call, scope: Scope, depth: number): Value {
  const { callee } = node;
  const args = new CallArguments(evaluator, node.arguments, scope, depth);
  if (callee.kind === 'Name' && evaluator.isBuiltin(callee.id, scope)) {
    if (callee.id === 'hasattr')
      return answerTo(askedByAttribute(node, (object) => evaluator.value(object, scope, depth + 1).name));
    return callee.id === 'super' ? superValue(evaluator, scope) : builtinResult(callee.id, args);
  }
  const called = evaluator.value(callee, scope, depth + 1);
  if (called === itself) return itself;
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
  return callee.kind === 'Attribute'
    ? methodResult(evaluator.value(callee.object, scope, depth + 1), callee.name.id)
    : unknown;
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
  return returned.kind === 'unknown' && returned.asks === undefined
    ? unknown
    : { ...returned, certainty: weaker(returned.certainty, called.certainty) };
}

const sameModule = new Set([
  ...['to', 'to_empty', 'cuda', 'cpu', 'npu', 'xpu', 'float', 'half', 'double', 'bfloat16'],
  ...['eval', 'train', 'requires_grad_', 'apply', 'type', 'share_memory'],
]);

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
  const asks = certainty === 'proven' ? askedByApi(name) : undefined;
  if (asks !== undefined) return answerTo(asks);
  if (api.isUntold) return unknown;
  const table = torchReturns();
  const { last } = api;
  if (api.isTensorMethod) {
    const result = ofCode(table.methods.get(last) ?? '', certainty, args) ?? extraMethod(last, certainty);
    return result ? refined(name, result, subject, args) : unknown;
  }
  if (api.isModuleMethod) return moduleMethod(last, subject, args, certainty);
  if (name === 'torch.device') {
    const type = deviceType(args.value(0, 'type') ?? unknown);
    return { kind: 'device', certainty, ...(type ? { name: type } : {}) };
  }
  if (name === 'torch.nn.Parameter') {
    const data = args.value(0, 'data');
    return data?.kind === 'tensor' ? { ...data, certainty } : tensor(certainty);
  }
  if (api.isTensorType) return api.isTensorClass ? tensor(certainty) : unknown;
  if (api.isModuleClass) return torchModule(name, certainty, args);
  if (table.classes.has(name)) return { kind: 'other', certainty, name };
  if (name === 'torch.compile') {
    const model = args.value(0, 'model');
    return model?.kind === 'module' ? model : unknown;
  }
  if (name === 'copy.deepcopy' || name === 'copy.copy') return args.value(0) ?? unknown;
  const code = table.functions.get(name);
  const result = code === undefined ? undefined : ofCode(code, certainty, args, true);
  if (!result) return evaluator.instance(name, certainty, depth) ?? unknown;
  return name.startsWith('torch.cuda') ? result : refined(name, result, args.value(0, 'input'), args);
}

/** Methods that other packages add to tensors. */
function extraMethod(name: string, certainty: Value['certainty']): Value | undefined {
  return name === 'npu' || name === 'tpu' ? tensor(certainty) : undefined;
}

const wrappers = new Set(['torch.nn.DataParallel', 'torch.nn.parallel.DistributedDataParallel']);
const lists = new Set(['torch.nn.ModuleList', 'torch.nn.Sequential', 'torch.nn.ModuleDict']);

/** An object of a class of torch.nn; what its elements are, where it is a list of modules. */
function torchModule(name: string, certainty: Value['certainty'], args: CallArguments): Value {
  const made: Value = { kind: 'module', certainty, name };
  if (wrappers.has(name)) {
    const inner = args.value(0, 'module');
    return inner?.kind === 'module' ? { ...made, element: inner } : made;
  }
  if (!lists.has(name)) return made;
  const given = name === 'torch.nn.Sequential' ? args.values() : [elementOf(args.value(0, 'modules') ?? unknown)];
  const element = args.isOpen ? unknown : join(given);
  return element.kind === 'module' ? { ...made, element } : made;
}

function moduleMethod(
  name: string,
  subject: Value | undefined,
  args: CallArguments,
  certainty: Value['certainty'],
): Value {
  if (sameModule.has(name)) {
    const device =
      name === 'cuda' || name === 'cpu'
        ? name
        : name === 'to'
          ? deviceType(args.value(0, 'device') ?? unknown)
          : undefined;
    const made: Value = subject?.kind === 'module' ? subject : { kind: 'module', certainty };
    return device === undefined ? made : { ...made, device };
  }
  const parameter = tensor(certainty);
  switch (name) {
    case 'parameters':
    case 'buffers':
      return { kind: 'other', certainty, element: parameter };
    case 'named_parameters':
    case 'named_buffers':
      return { kind: 'other', certainty, element: { kind: 'tuple', certainty, elements: [text, parameter] } };
    case 'modules':
    case 'children':
      return { kind: 'other', certainty, element: { kind: 'module', certainty, name: 'torch.nn.Module' } };
    case 'named_modules':
    case 'named_children': {
      const module: Value = { kind: 'module', certainty, name: 'torch.nn.Module' };
      return { kind: 'other', certainty, element: { kind: 'tuple', certainty, elements: [text, module] } };
    }
    case 'state_dict':
      return { kind: 'dict', certainty, element: parameter };
    case 'forward':
    case '__call__':
      return subject?.name
        ? (ofCode(torchReturns().modules.get(lastName(subject.name)) ?? '', certainty) ?? unknown)
        : unknown;
    default:
      return unknown;
  }
}

const lastName = (name: string) => name.slice(name.lastIndexOf('.') + 1);

/** What calling a module returns: what its `forward` does. */
function forwardResult(evaluator: Evaluator, module: Value, args: CallArguments, depth: number): Value {
  if (module.instanceOf !== undefined) {
    const { value } = evaluator.classes.member(module.instanceOf, 'forward');
    if (value?.kind !== 'api' || !value.name) return unknown;
    const result = evaluator.returned(value.name, depth + 1);
    return result.kind === 'unknown' ? unknown : { ...result, certainty: weaker(result.certainty, 'assumed') };
  }
  if (!module.name?.startsWith('torch.nn.')) return unknown;
  if (module.name === 'torch.nn.Sequential') {
    // The result of its last module, which need not be known.
    return tensor('assumed');
  }
  const code = torchReturns().modules.get(lastName(module.name));
  const result = code ? ofCode(code, module.certainty, args) : undefined;
  if (result?.kind !== 'tensor') return result?.kind === 'none' ? unknown : (result ?? unknown);
  const input = args.value(0, 'input');
  return input?.kind === 'tensor' && input.device ? { ...result, device: input.device } : result;
}

/** Methods of Python's own types. */
function methodResult(object: Value, method: string): Value {
  switch (object.kind) {
    case 'string':
      if (/^(r?split|splitlines|r?partition)$/.test(method))
        return { kind: 'list', certainty: 'proven', element: text };
      if (/^(startswith|endswith|is\w+)$/.test(method)) return { kind: 'bool', certainty: 'proven' };
      return /^(find|index|count)$/.test(method) ? int : text;
    case 'dict':
      if (method === 'items') {
        const elements = [unknown, object.element ?? unknown];
        return { kind: 'list', certainty: 'proven', element: { kind: 'tuple', certainty: 'proven', elements } };
      }
      if (method === 'values')
        return { kind: 'list', certainty: 'proven', ...(object.element ? { element: object.element } : {}) };
      return /^(get|pop|setdefault)$/.test(method) ? (object.element ?? unknown) : unknown;
    case 'tuple':
      return method === 'numel' || method === 'index' || method === 'count' ? int : unknown;
    case 'list':
      return method === 'pop' ? elementOf(object) : method === 'copy' ? object : unknown;
    default:
      return unknown;
  }
}
