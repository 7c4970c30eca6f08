import { defaultDevice, keptByName } from '../../model';
import { type ApiTraits, traitsOf } from './api-traits';
import type { CallArguments } from './call-arguments';
import { dtypeName } from './torch-returns';
import { tensor, type Value } from './value';

/**
 * A tensor's type, device and shape after a call of PyTorch, as far as they can be said. `subject`: the object of a
 * method, or the first argument of a function.
 */
export function refined(name: string, result: Value, subject: Value | undefined, args: CallArguments): Value {
  const ofSubject = subject?.kind === 'tensor' ? subject : undefined;
  if (result.kind === 'tensor') {
    const api = traitsOf(name);
    const dtype = dtypeAfter(name, api, ofSubject, args);
    const device = deviceAfter(name, api, ofSubject, args);
    const shape = shapeAfter(api, ofSubject, args);
    if (dtype === undefined && device === undefined && shape === undefined) return result;
    return tensor(result.certainty, dtype, device, shape);
  }
  if (result.kind !== 'tuple' || ofSubject === undefined) return result;
  return tupleAfter(traitsOf(name), result, ofSubject);
}

function tupleAfter(api: ApiTraits, result: Value, { dtype, device }: Value): Value {
  if (result.elements?.length === 2) {
    if (!api.returnsPair) return result;
    const [values, found] = result.elements;
    const elements = [tensor(values!.certainty, dtype, device), tensor(found!.certainty, 'torch.int64', device)];
    return { ...result, elements };
  }
  if (result.element === undefined || api.keeps !== 'type') return result;
  return { ...result, element: tensor(result.element.certainty, dtype, device) };
}

function dtypeAfter(name: string, api: ApiTraits, subject: Value | undefined, args: CallArguments): string | undefined {
  const given = args.value(undefined, 'dtype') ?? (api.last === 'type' ? args.value(0) : undefined);
  if (given) return given.kind === 'dtype' ? dtypeOfName(given.name) : undefined;
  if (args.isOpen) return undefined;
  if (subject && api.cast !== undefined) return api.cast;
  if (api.last === 'to') {
    for (const argument of [args.value(0), args.value(1)]) {
      if (argument?.kind === 'dtype') return dtypeOfName(argument.name);
      if (argument?.kind === 'tensor') return argument.dtype;
      if (argument?.kind === 'unknown') return undefined;
    }
    return subject?.dtype;
  }
  if (api.dtype !== undefined) return api.dtype;
  if (name === 'torch.arange') {
    return args.count > 0 && args.values().every(({ kind }) => kind === 'int') ? 'torch.int64' : undefined;
  }
  if (api.isTensorType && name.startsWith('torch.')) return undefined;
  return api.keeps === undefined ? undefined : subject?.dtype;
}

const dtypeOfName = (name: string | undefined) => (name === undefined ? undefined : canonicalDtype(name));
const canonicalDtype = keptByName((name) => (name.startsWith('torch.') ? dtypeName(name.slice(6)) : undefined));

function deviceAfter(
  name: string,
  api: ApiTraits,
  subject: Value | undefined,
  args: CallArguments,
): string | undefined {
  const given = args.value(undefined, 'device');
  if (given) return deviceType(given);
  if (args.isOpen) return undefined;
  if (subject && api.isTensorMethod) {
    if (api.last === 'cuda' || api.last === 'cpu') return api.last;
    if (api.last === 'to') {
      for (const argument of [args.value(0), args.value(1)]) {
        if (argument?.kind === 'unknown' || argument?.kind === 'other' || argument?.kind === 'int') return undefined;
        if (argument?.kind === 'device' || argument?.kind === 'string') return deviceType(argument);
        if (argument?.kind === 'tensor') return argument.device;
      }
    }
    return subject.device;
  }
  if (name === 'torch.from_numpy' || name === 'torch.frombuffer') return 'cpu';
  if (api.makes) return deviceOfMade(args);
  return api.keeps === undefined ? undefined : subject?.device;
}

/** What is made of tensors is where they are: `torch.complex(real, imaginary)`, `torch.as_tensor(x)`. */
function deviceOfMade(args: CallArguments): string | undefined {
  const [first, ...others] = args.values().filter(({ kind }) => kind === 'tensor');
  if (first === undefined) return defaultDevice;
  return others.every(({ device }) => device === first.device) ? first.device : undefined;
}

/** `cuda` of a device, or of the text that names one. */
export function deviceType(value: Value): string | undefined {
  if (value.kind === 'device') return value.name;
  return typeof value.constant === 'string' ? value.constant.split(':')[0] : undefined;
}

type Shape = readonly (number | undefined)[];

function shapeAfter(
  { last, isTensorMethod: method, takesSize, keeps }: ApiTraits,
  subject: Value | undefined,
  args: CallArguments,
): Shape | undefined {
  if (args.isOpen) return undefined;
  if (takesSize) return sizes(args);
  const shape = subject?.shape;
  if (method && (last === 'view' || last === 'reshape' || last === 'expand')) return sizes(args);
  if (method && last === 'permute')
    return args.count > 1 ? Array.from({ length: args.count }, () => undefined) : undefined;
  if (!shape) return undefined;
  if (keeps === 'all') return shape;
  const dim = args.value(method ? 0 : 1, 'dim')?.constant;
  if (last === 'unsqueeze' && typeof dim === 'number') {
    const at = dim < 0 ? dim + shape.length + 1 : dim;
    return [...shape.slice(0, at), 1, ...shape.slice(at)];
  }
  if (last === 'transpose') return shape.map(() => undefined);
  return undefined;
}

/** The sizes of `zeros(2, 3)` and `zeros((2, 3))`. */
function sizes(args: CallArguments): Shape | undefined {
  const first = args.value(0);
  if (!first) return undefined;
  if (first.kind === 'tuple' || first.kind === 'list') return first.elements?.map(size);
  const all = args.values();
  return all.every(({ kind }) => kind === 'int') || (args.count > 1 && all.every(({ kind }) => kind !== 'tuple'))
    ? all.map(size)
    : undefined;
}

function size({ kind, constant }: Value): number | undefined {
  return kind === 'int' && typeof constant === 'number' && constant >= 0 ? constant : undefined;
}
