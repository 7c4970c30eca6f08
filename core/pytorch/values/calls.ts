import type { Scope } from '../names/scope';
import type { Argument, Call } from '../syntax/nodes';
import type { Evaluator } from './evaluator';
import { type CallArguments, deviceType, ofCode, refined } from './tensor-results';
import { isModuleClassName, torchReturns } from './torch-returns';
import { elementOf, int, isWorkspaceName, itself, join, text, unknown, type Value, weaker } from './value';

/** What a call returns. */
export function evaluateCall(evaluator: Evaluator, node: Call, scope: Scope, depth: number): Value {
  const { callee } = node;
  const method = callee.kind === 'Attribute' ? callee.name.id : undefined;
  const args = argumentsOf(evaluator, node.arguments, scope, depth);
  if (callee.kind === 'Name' && evaluator.isBuiltin(callee.id, scope)) {
    if (callee.id === 'super') return superValue(evaluator, scope);
    return evaluator.builtin(callee.id, positional(evaluator, node.arguments, scope, depth));
  }
  const called = evaluator.value(callee, scope, depth + 1);
  if (called === itself) return itself;
  if (called.kind === 'api' && called.name !== undefined) {
    if (isWorkspaceName(called.name)) return ofWorkspace(evaluator, called, depth);
    const subject =
      callee.kind === 'Attribute' && /^torch\.(Tensor|nn\.Module)\./.test(called.name)
        ? evaluator.value(callee.object, scope, depth + 1)
        : undefined;
    return resultOfApi(evaluator, called, subject, args, depth);
  }
  if (called.kind === 'module') return forwardResult(evaluator, called, args, depth);
  if (callee.kind === 'Attribute' && method !== undefined) {
    return methodResult(evaluator.value(callee.object, scope, depth + 1), method);
  }
  return unknown;
}

function positional(evaluator: Evaluator, args: readonly Argument[], scope: Scope, depth: number): Value[] {
  return args
    .filter(({ keyword, splat }) => keyword === undefined && splat === undefined)
    .map(({ value }) => evaluator.value(value, scope, depth + 1));
}

export function argumentsOf(
  evaluator: Evaluator,
  args: readonly Argument[],
  scope: Scope,
  depth: number,
): CallArguments {
  const plain = args.filter(({ keyword, splat }) => keyword === undefined && splat === undefined);
  return {
    count: plain.length,
    keywords: new Set(args.flatMap(({ keyword }) => keyword?.id ?? [])),
    isOpen: args.some(({ splat }) => splat !== undefined),
    value(index, keyword) {
      const found =
        args.find((argument) => keyword !== undefined && argument.keyword?.id === keyword) ??
        (index === undefined ? undefined : plain[index]);
      return found && evaluator.value(found.value, scope, depth + 1);
    },
  };
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
  return returned.kind === 'unknown'
    ? unknown
    : { ...returned, certainty: weaker(returned.certainty, called.certainty) };
}

const sameModule =
  /^(to|to_empty|cuda|cpu|npu|xpu|float|half|double|bfloat16|eval|train|requires_grad_|apply|type|share_memory)$/;

/** What a call of something outside the workspace returns. */
function resultOfApi(
  evaluator: Evaluator,
  called: Value,
  subject: Value | undefined,
  args: CallArguments,
  depth: number,
): Value {
  const name = called.name!;
  const { certainty } = called;
  const table = torchReturns();
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (name.startsWith('torch.Tensor.')) {
    const result = ofCode(table.methods.get(last) ?? '', certainty, args) ?? extraMethod(last, certainty);
    return result ? refined(name, result, subject, args) : unknown;
  }
  if (name.startsWith('torch.nn.Module.')) return moduleMethod(last, subject, args, certainty);
  if (name === 'torch.device') {
    const type = deviceType(args.value(0, 'type') ?? unknown);
    return { kind: 'device', certainty, ...(type ? { name: type } : {}) };
  }
  if (name === 'torch.nn.Parameter') {
    const data = args.value(0, 'data');
    return data?.kind === 'tensor' ? { ...data, certainty } : { kind: 'tensor', certainty };
  }
  if (name === 'torch.Tensor' || table.tensorTypes.has(last)) {
    return /^torch\.(cuda\.)?\w*Tensor$/.test(name) ? { kind: 'tensor', certainty } : unknown;
  }
  if (isModuleClassName(name)) return torchModule(name, certainty, args);
  if (table.classes.has(name)) return { kind: 'other', certainty, name };
  if (name === 'torch.compile') {
    const model = args.value(0, 'model');
    return model?.kind === 'module' ? model : unknown;
  }
  if (name === 'copy.deepcopy' || name === 'copy.copy') return args.value(0) ?? unknown;
  if (/^(os\.(getenv|environ\.get)|os\.path\.\w+|platform\.\w+)$/.test(name)) return unknown;
  const code = table.functions.get(name);
  const result = code === undefined ? undefined : ofCode(code, certainty, args, true);
  if (!result) return evaluator.instance(name, certainty, depth) ?? unknown;
  return name.startsWith('torch.cuda') ? result : refined(name, result, args.value(0, 'input'), args);
}

/** Methods that other packages add to tensors. */
function extraMethod(name: string, certainty: Value['certainty']): Value | undefined {
  return name === 'npu' || name === 'tpu' ? { kind: 'tensor', certainty } : undefined;
}

/** An object of a class of torch.nn; what its elements are, where it is a list of modules. */
function torchModule(name: string, certainty: Value['certainty'], args: CallArguments): Value {
  const made: Value = { kind: 'module', certainty, name };
  if (/^torch\.nn\.(DataParallel|parallel\.DistributedDataParallel)$/.test(name)) {
    const inner = args.value(0, 'module');
    return inner?.kind === 'module' ? { ...made, element: inner } : made;
  }
  if (!/^torch\.nn\.(ModuleList|Sequential|ModuleDict)$/.test(name)) return made;
  const given =
    name === 'torch.nn.Sequential'
      ? Array.from({ length: args.count }, (_, index) => args.value(index)!)
      : [elementOf(args.value(0, 'modules') ?? unknown)];
  const element = args.isOpen ? unknown : join(given);
  return element.kind === 'module' ? { ...made, element } : made;
}

function moduleMethod(
  name: string,
  subject: Value | undefined,
  args: CallArguments,
  certainty: Value['certainty'],
): Value {
  if (sameModule.test(name)) {
    const device =
      name === 'cuda' || name === 'cpu'
        ? name
        : name === 'to'
          ? deviceType(args.value(0, 'device') ?? unknown)
          : undefined;
    const made: Value = subject?.kind === 'module' ? subject : { kind: 'module', certainty };
    return device === undefined ? made : { ...made, device };
  }
  const tensor: Value = { kind: 'tensor', certainty };
  switch (name) {
    case 'parameters':
    case 'buffers':
      return { kind: 'other', certainty, element: tensor };
    case 'named_parameters':
    case 'named_buffers':
      return { kind: 'other', certainty, element: { kind: 'tuple', certainty, elements: [text, tensor] } };
    case 'modules':
    case 'children':
      return { kind: 'other', certainty, element: { kind: 'module', certainty, name: 'torch.nn.Module' } };
    case 'named_modules':
    case 'named_children': {
      const module: Value = { kind: 'module', certainty, name: 'torch.nn.Module' };
      return { kind: 'other', certainty, element: { kind: 'tuple', certainty, elements: [text, module] } };
    }
    case 'state_dict':
      return { kind: 'dict', certainty, element: tensor };
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
    return { kind: 'tensor', certainty: 'assumed' };
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
