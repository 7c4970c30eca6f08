import type { CallArguments } from './call-arguments';
import type { Evaluator } from './evaluator';
import { ofCode } from './result-codes';
import { deviceType } from './tensor-results';
import { torchReturns } from './torch-returns';
import { elementOf, join, tensor, text, unknown, type Value, weaker } from './value';

const wrappers = new Set(['torch.nn.DataParallel', 'torch.nn.parallel.DistributedDataParallel']);
const lists = new Set(['torch.nn.ModuleList', 'torch.nn.Sequential', 'torch.nn.ModuleDict']);

/** An object of a class of torch.nn; what its elements are, where it is a list of modules. */
export function torchModule(name: string, certainty: Value['certainty'], args: CallArguments): Value {
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

const sameModule = new Set([
  ...['to', 'to_empty', 'cuda', 'cpu', 'npu', 'xpu', 'float', 'half', 'double', 'bfloat16'],
  ...['eval', 'train', 'requires_grad_', 'apply', 'type', 'share_memory'],
]);

/** What a method of torch.nn.Module returns. */
export function moduleMethod(
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
export function forwardResult(evaluator: Evaluator, module: Value, args: CallArguments, depth: number): Value {
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
