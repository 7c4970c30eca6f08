import { dtypeName, torchReturns } from './torch-returns';
import { atMost, int, text, type Value, weaker } from './value';

/** The arguments of a call, as far as what it returns depends on them. */
export interface CallArguments {
  /** The value of a positional argument (the object of a method not counted) or of a keyword. */
  value(index: number | undefined, keyword?: string): Value | undefined;
  /** Positional ones. */
  readonly count: number;
  readonly keywords: ReadonlySet<string>;
  /** `*args` or `**kwargs` is among them, so that nothing is known to be absent. */
  readonly isOpen: boolean;
}

/** The value that a code of torch-returns.json stands for. */
export function ofCode(
  code: string,
  certainty: Value['certainty'],
  args?: CallArguments,
  isFunction = false,
): Value | undefined {
  if (code.includes('|')) return args && chosen(code, certainty, args, isFunction ? args.count - 1 : args.count);
  if (code.endsWith('*')) {
    const element = ofCode(code[0]!, certainty);
    return element && { kind: 'tuple', certainty, element };
  }
  if (code.length > 1) {
    return { kind: 'tuple', certainty, elements: [...code].map((one) => ofCode(one, certainty)!) };
  }
  switch (code) {
    case 'T':
      return { kind: 'tensor', certainty };
    case 'S':
      return { kind: 'tuple', certainty, element: atMost(int, certainty) };
    case 'i':
      return atMost(int, certainty);
    case 'f':
      return { kind: 'float', certainty };
    case 'b':
      return { kind: 'bool', certainty };
    case 's':
      return atMost(text, certainty);
    case 'd':
      return { kind: 'device', certainty };
    case 't':
      return { kind: 'dtype', certainty };
    case 'N':
      return { kind: 'none', certainty, constant: null };
    default:
      return undefined;
  }
}

/** Which of several overloads is called. `count`: positional arguments, the tensor itself not counted. */
function chosen(code: string, certainty: Value['certainty'], args: CallArguments, count: number): Value | undefined {
  if (args.isOpen) return undefined;
  const pick = (one: string) => ofCode(one, certainty);
  switch (code) {
    case 'S|i':
    case 'i|i*':
      return count > 0 || args.keywords.has('dim') ? atMost(int, certainty) : pick(code.startsWith('S') ? 'S' : 'i*');
    case 'T|s':
      return pick(count > 0 || args.keywords.has('dtype') ? 'T' : 's');
    case 'T|T*':
      if (args.keywords.has('as_tuple')) return undefined;
      return args.count === 1 ? undefined : pick('T');
    case 'T|TT': {
      if (args.keywords.has('return_indices')) return undefined;
      if (args.keywords.has('dim')) return pick('TT');
      const last = args.value(args.count - 1);
      if (count === 0) return pick('T');
      return last?.kind === 'int' ? pick('TT') : last?.kind === 'tensor' ? pick('T') : undefined;
    }
    default:
      return undefined;
  }
}

/** Functions that make a tensor from a size; the position of the first size. */
const fromSize = /^torch\.(zeros|ones|empty|rand|randn|full)$/;
const dtypeOfMethod: Readonly<Record<string, string>> = {
  double: 'float64',
  float: 'float32',
  half: 'float16',
  bfloat16: 'bfloat16',
  long: 'int64',
  int: 'int32',
  short: 'int16',
  bool: 'bool',
  cdouble: 'complex128',
  cfloat: 'complex64',
};
/** What returns indices or counts. */
const indices = new Set([
  'argmax',
  'argmin',
  'argsort',
  'nonzero',
  'count_nonzero',
  'bincount',
  'searchsorted',
  'bucketize',
  'multinomial',
  'argwhere',
  'randperm',
  'one_hot',
]);
const predicates = new Set([
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'isnan',
  'isinf',
  'isfinite',
  'logical_and',
  'logical_or',
  'logical_not',
  'isin',
  'isclose',
]);
/** Methods after which a tensor is what it was, but for its values. */
const keepsAll =
  /^(clone|detach|contiguous|relu|gelu|silu|sigmoid|tanh|softmax|log_softmax|exp|neg|abs|clamp|dropout|requires_grad_|to|cuda|cpu|pin_memory|fill_|zero_|normal_|uniform_|copy_|add_|sub_|mul_|div_|masked_fill_?|double|float|half|bfloat16|long|int|short|bool|zeros_like|ones_like|empty_like|full_like|rand_like|randn_like|tril|triu|flip|roll|cumsum|nan_to_num|layer_norm|rms_norm)$/;
const keepsType =
  /^(view|reshape|permute|transpose|flatten|unsqueeze|squeeze|expand|repeat|t|unfold|narrow|index_select|gather|select|repeat_interleave|movedim|swapaxes|chunk|split|unbind|cat|stack|concat|mean|max|min|amax|amin|matmul|mm|bmm|pad|sort|topk)$/;

/**
 * A tensor's type, device and shape after a call of PyTorch, as far as they can be said. `subject`: the object of a
 * method, or the first argument of a function.
 */
export function refined(name: string, result: Value, subject: Value | undefined, args: CallArguments): Value {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (result.kind === 'tuple' && result.elements?.length === 2 && subject?.kind === 'tensor') {
    if (!/^(topk|sort|max|min|kthvalue|mode|median|cummax|cummin)$/.test(last)) return result;
    const [values, found] = result.elements;
    return {
      ...result,
      elements: [
        { ...values!, ...typeOf(subject), ...deviceOf(subject) },
        { ...found!, dtype: 'torch.int64', ...deviceOf(subject) },
      ],
    };
  }
  if (result.kind === 'tuple' && result.element && subject?.kind === 'tensor' && keepsType.test(last)) {
    return { ...result, element: { ...result.element, ...typeOf(subject), ...deviceOf(subject) } };
  }
  if (result.kind !== 'tensor') return result;
  const ofSubject = subject?.kind === 'tensor' ? subject : undefined;
  const dtype = dtypeAfter(name, last, ofSubject, args);
  const device = deviceAfter(name, last, ofSubject, args);
  const shape = shapeAfter(name, last, ofSubject, args);
  if (dtype === undefined && device === undefined && shape === undefined) return result;
  return {
    ...result,
    ...(dtype === undefined ? {} : { dtype }),
    ...(device === undefined ? {} : { device }),
    ...(shape === undefined ? {} : { shape }),
  };
}

const typeOf = ({ dtype }: Value) => (dtype === undefined ? {} : { dtype });
const deviceOf = ({ device }: Value) => (device === undefined ? {} : { device });

function dtypeAfter(name: string, last: string, subject: Value | undefined, args: CallArguments): string | undefined {
  const given = args.value(undefined, 'dtype') ?? (last === 'type' ? args.value(0) : undefined);
  if (given) return given.kind === 'dtype' ? dtypeOfName(given.name) : undefined;
  if (args.isOpen) return undefined;
  if (subject && dtypeOfMethod[last] && name.startsWith('torch.Tensor.')) return dtypeName(dtypeOfMethod[last]);
  if (last === 'to') {
    for (const argument of [args.value(0), args.value(1)]) {
      if (argument?.kind === 'dtype') return dtypeOfName(argument.name);
      if (argument?.kind === 'tensor') return argument.dtype;
      if (argument?.kind === 'unknown') return undefined;
    }
    return subject?.dtype;
  }
  if (indices.has(last)) return 'torch.int64';
  if (predicates.has(last)) return 'torch.bool';
  if (name === 'torch.randint') return 'torch.int64';
  if (name === 'torch.arange') {
    const kinds = Array.from({ length: args.count }, (_, index) => args.value(index)?.kind);
    return kinds.length > 0 && kinds.every((kind) => kind === 'int') ? 'torch.int64' : undefined;
  }
  if (name.startsWith('torch.') && torchReturns().tensorTypes.has(last)) return undefined;
  const keeps = keepsAll.test(last) || keepsType.test(last);
  return keeps ? subject?.dtype : undefined;
}

const dtypeOfName = (name: string | undefined) => (name?.startsWith('torch.') ? dtypeName(name.slice(6)) : undefined);

function deviceAfter(name: string, last: string, subject: Value | undefined, args: CallArguments): string | undefined {
  const given = args.value(undefined, 'device');
  if (given) return deviceType(given);
  if (args.isOpen) return undefined;
  if (subject && name.startsWith('torch.Tensor.')) {
    if (last === 'cuda' || last === 'cpu') return last;
    if (last === 'to') {
      for (const argument of [args.value(0), args.value(1)]) {
        if (argument?.kind === 'unknown' || argument?.kind === 'other' || argument?.kind === 'int') return undefined;
        if (argument?.kind === 'device' || argument?.kind === 'string') return deviceType(argument);
        if (argument?.kind === 'tensor') return argument.device;
      }
    }
    return subject.device;
  }
  const keeps = keepsAll.test(last) || keepsType.test(last);
  return keeps ? subject?.device : undefined;
}

/** `cuda` of a device, or of the text that names one. */
export function deviceType(value: Value): string | undefined {
  if (value.kind === 'device') return value.name;
  return typeof value.constant === 'string' ? value.constant.split(':')[0] : undefined;
}

type Shape = readonly (number | undefined)[];

function shapeAfter(name: string, last: string, subject: Value | undefined, args: CallArguments): Shape | undefined {
  if (args.isOpen) return undefined;
  if (fromSize.test(name)) return sizes(args);
  const shape = subject?.shape;
  const method = name.startsWith('torch.Tensor.');
  if (method && (last === 'view' || last === 'reshape' || last === 'expand')) return sizes(args);
  if (method && last === 'permute')
    return args.count > 1 ? Array.from({ length: args.count }, () => undefined) : undefined;
  if (!shape) return undefined;
  if (keepsAll.test(last)) return shape;
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
  const [first] = [args.value(0)];
  if (!first) return undefined;
  if (first.kind === 'tuple' || first.kind === 'list') return first.elements?.map(size);
  const all = Array.from({ length: args.count }, (_, index) => args.value(index)!);
  return all.every(({ kind }) => kind === 'int') || (args.count > 1 && all.every(({ kind }) => kind !== 'tuple'))
    ? all.map(size)
    : undefined;
}

function size({ kind, constant }: Value): number | undefined {
  return kind === 'int' && typeof constant === 'number' && constant >= 0 ? constant : undefined;
}

export const certaintyOf = (value: Value, other: Value) => weaker(value.certainty, other.certainty);
