import { isLightningStrategy, keptByName } from '../../model';
import { askedByApi } from './device-questions';
import { namesMock } from './mocks';
import { dtypeName, isModuleClassName, torchReturns } from './torch-returns';

/** Functions that make a tensor from a size. */
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

/** Functions that make a tensor on the CPU unless they are told otherwise. */
const makesTensor = new RegExp(
  `^torch\\.(${[
    'tensor|as_tensor|scalar_tensor|zeros|ones|empty|full|empty_strided|asarray',
    'rand|randn|randint|randperm|normal|arange|range|linspace|logspace|eye|complex|polar',
    '(hann|hamming|bartlett|blackman|kaiser)_window|tril_indices|triu_indices|fft\\.r?fftfreq',
  ].join('|')})$`,
);

const fromHost: readonly (readonly [RegExp, string])[] = [
  [/^numpy\./, 'numpy'],
  [/^torch\.load$/, 'torch.load'],
  [/^torch\.Tensor\.(numpy|__array__)$/, 'numpy'],
  [/^safetensors\.torch\.load_file$/, 'safetensors.load_file'],
  [/^safetensors(\.torch)?\.safe_open$/, 'safetensors.safe_open'],
];

/** `topk` and its like return values and where they were found. */
const pairs = /^(topk|sort|max|min|kthvalue|mode|median|cummax|cummin)$/;

/** What the name of an API says of its results. */
export interface ApiTraits {
  /** Behind the last dot. */
  readonly last: string;
  readonly isTensorMethod: boolean;
  readonly isModuleMethod: boolean;
  readonly isModuleClass: boolean;
  /** `torch.FloatTensor` and `torch.Tensor` themselves. */
  readonly isTensorClass: boolean;
  /** Something of the name of a typed tensor, of PyTorch's or not. */
  readonly isTensorType: boolean;
  readonly takesSize: boolean;
  /** A method that makes another type of a tensor: that type. */
  readonly cast: string | undefined;
  /** The type of the results, whatever goes in. */
  readonly dtype: string | undefined;
  /** What results have of what goes in: all but the values, or all but values and shape. */
  readonly keeps: 'all' | 'type' | undefined;
  readonly returnsPair: boolean;
  /** A function that makes a tensor on the device that it is told, or on the default one. */
  readonly makes: boolean;
  /** What is read from memory of the host: `numpy`, `torch.load`, `safetensors.load_file`. */
  readonly fromHost: string | undefined;
  /** A function of the operating system, whose results are not followed. */
  readonly isUntold: boolean;
  /** A class whose objects are neither tensors nor modules. */
  readonly isOtherClass: boolean;
  /** What it returns, as a code of torch-returns.json: a method of tensors, or a function. */
  readonly code: string | undefined;
  /** The devices that it asks for. */
  readonly asks: readonly string[] | undefined;
}

export const traitsOf = keptByName((name: string): ApiTraits => {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const isTensorMethod = name.startsWith('torch.Tensor.');
  const { tensorTypes, classes, methods, functions } = torchReturns();
  const isTensorType = tensorTypes.has(last);
  return {
    last,
    isTensorMethod,
    isModuleMethod: name.startsWith('torch.nn.Module.'),
    isModuleClass: isModuleClassName(name),
    isTensorClass: /^torch\.(cuda\.)?\w*Tensor$/.test(name),
    isTensorType: name === 'torch.Tensor' || isTensorType,
    takesSize: fromSize.test(name),
    cast: isTensorMethod && Object.hasOwn(dtypeOfMethod, last) ? dtypeName(dtypeOfMethod[last]!) : undefined,
    dtype: fixedDtype(name, last),
    keeps: keepsAll.test(last) ? 'all' : keepsType.test(last) ? 'type' : undefined,
    returnsPair: pairs.test(last),
    makes: makesTensor.test(name),
    fromHost: fromHost.find(([pattern]) => pattern.test(name))?.[1],
    isUntold: /^(os\.(getenv|environ\.get)|os\.path\.\w+|platform\.\w+)$/.test(name),
    isOtherClass: classes.has(name) || namesMock(name) || isLightningStrategy(name),
    code: isTensorMethod ? methods.get(last) : functions.get(name),
    asks: askedByApi(name),
  };
});

function fixedDtype(name: string, last: string): string | undefined {
  if (indices.has(last) || name === 'torch.randint') return 'torch.int64';
  return predicates.has(last) ? 'torch.bool' : undefined;
}
