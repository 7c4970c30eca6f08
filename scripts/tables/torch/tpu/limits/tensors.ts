import type { ApiLimit } from '../../../../../core/model';
import { pytorch, text, torchTpu } from '../../evidence';

const onCpu = [
  ...torchTpu('torch_tpu/csrc/ops/native_ops/Normal.cpp:10-33'),
  ...torchTpu('torch_tpu/csrc/ops/native_ops/Uniform.cpp'),
  ...torchTpu('torch_tpu/csrc/ops/native_ops/Random.cpp'),
];

/** Conditions on functions of tensors, read from torch-tpu's kernels. */
export const tensorLimits: readonly ApiLimit[] = [
  {
    id: 'addmm-scale',
    apis: ['torch.addmm', 'torch.Tensor.addmm'],
    when: {
      any: [
        { argument: 'alpha', default: 1, isNot: [1] },
        { argument: 'beta', default: 1, isNot: [1] },
      ],
    },
    verdict: 'unsupported',
    message: text('addmm works only with alpha=1 and beta=1 on the TPU.', 'TPU 上 addmm 仅支持 alpha=1 且 beta=1。'),
    advice: text('Write the product and the sum apart.', '把矩阵乘与加法分开写。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Matmul.cpp, addmm_out_tpu'),
  },
  {
    id: 'power-not-positive',
    apis: ['torch.pow', 'torch.Tensor.pow', 'torch.Tensor.pow_'],
    when: { argument: 'exponent', position: 1, atMost: 0 },
    verdict: 'unsupported',
    message: text(
      'pow with a constant exponent takes positive exponents only on the TPU: the check "exponent > 0" fails.',
      'TPU 上 pow 的常数指数必须为正，否则 "exponent > 0" 检查失败。',
    ),
    advice: text(
      'Write torch.reciprocal(x) or torch.rsqrt(x), or divide 1 by the positive power.',
      '改用 torch.reciprocal(x)、torch.rsqrt(x)，或用 1 除以正指数幂。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Binary.cpp:3361-3380'),
  },
  {
    id: 'flip-rank',
    apis: ['torch.flip', 'torch.Tensor.flip'],
    when: { argument: 'input', position: 0, rankAbove: 4 },
    verdict: 'host',
    message: text('flip of more than 4 dimensions runs on the CPU.', '超过 4 维的 flip 在 CPU 上执行。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Flip.cpp:48'),
  },
  {
    id: 'full-type',
    apis: ['torch.full'],
    when: {
      argument: 'dtype',
      isNot: [
        ...[
          'torch.float32',
          'torch.float',
          'torch.float16',
          'torch.half',
          'torch.bfloat16',
          'torch.int32',
          'torch.int',
        ],
        // Of these every function says that they are refused.
        ...['torch.int64', 'torch.long', 'torch.float64', 'torch.double', 'torch.complex64', 'torch.complex128', null],
      ],
    },
    verdict: 'unsupported',
    message: text(
      'full on the TPU makes float32, float16, bfloat16 and int32 only, and fails a check for another type.',
      'TPU 上 full 仅支持 float32、float16、bfloat16、int32，其他类型会在检查处报错。',
    ),
    advice: text(
      'Make it of int32 and convert it, such as torch.ones(size, dtype=torch.int32).bool().',
      '先以 int32 创建再转换，例如 torch.ones(size, dtype=torch.int32).bool()。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Full.cpp:108-143'),
  },
  {
    id: 'full-of-integers',
    apis: ['torch.full'],
    when: {
      all: [
        { argument: 'fill_value', position: 1, kind: ['int', 'bool'] },
        { argument: 'dtype', default: null, is: [null] },
      ],
    },
    verdict: 'silent',
    message: text(
      'full without dtype is float32 on the TPU also where the value is a whole number or a truth value.',
      'TPU 上未指定 dtype 的 full 一律为 float32，即使填充值是整数或布尔值。',
    ),
    advice: text('Pass dtype.', '请显式传入 dtype。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Full.cpp:108-120'),
  },
  {
    id: 'sort-stable',
    apis: ['torch.sort', 'torch.Tensor.sort', 'torch.argsort', 'torch.Tensor.argsort'],
    when: { argument: 'stable', isNot: [null] },
    verdict: 'unsupported',
    message: text(
      'sort and argsort on the TPU raise "[OP] sort not support [ARG]-stable" where stable is passed.',
      'TPU 上的 sort 与 argsort 只要传入 stable 就会报 "[OP] sort not support [ARG]-stable"。',
    ),
    advice: text('Leave stable out, or sort on the CPU.', '去掉 stable，或在 CPU 上排序。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Topk.cpp:259-300'),
  },
  {
    id: 'index-add-scale',
    apis: ['torch.Tensor.index_add_', 'torch.Tensor.index_add', 'torch.index_add'],
    when: { argument: 'alpha', default: 1, isNot: [1] },
    verdict: 'unsupported',
    message: text(
      'index_add on the TPU takes alpha=1 only: "index_add_ \'s alpha now only support 1."',
      'TPU 上 index_add 仅支持 alpha=1，否则报 "index_add_ \'s alpha now only support 1."',
    ),
    advice: text('Multiply the source first.', '先对 source 做乘法。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Index.cpp:632-635'),
  },
  {
    id: 'scatter-of-numbers',
    apis: ['torch.Tensor.scatter_', 'torch.Tensor.scatter', 'torch.scatter'],
    when: {
      any: [
        { argument: 'src', position: 3, kind: ['int', 'bool', 'float'] },
        { argument: 'value', kind: ['int', 'bool', 'float'] },
      ],
    },
    verdict: 'host',
    message: text(
      'scatter of one number for all indices has no kernel on the TPU: it runs on the CPU, with copies both ways.',
      'TPU 没有以单个数值填充的 scatter 算子，会在 CPU 上执行并来回拷贝。',
    ),
    advice: text('Compare with the indices, or pass a tensor as src.', '改为与下标比较生成掩码，或以张量作为 src。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Scatter.cpp:356-357'),
  },
  {
    id: 'interpolate-mode',
    apis: ['torch.nn.functional.interpolate', 'torch.nn.Upsample'],
    when: { argument: 'mode', is: ['bicubic', 'trilinear', 'linear', 'nearest-exact'] },
    verdict: 'host',
    message: text(
      'of the modes, only bilinear and nearest in two dimensions have kernels on the TPU: another one runs on the CPU.',
      '插值方式中只有二维 bilinear 与 nearest 有 TPU 算子，其他方式在 CPU 上执行。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Upsampling.cpp'),
  },
  {
    id: 'interpolate-antialias',
    apis: ['torch.nn.functional.interpolate'],
    when: { argument: 'antialias', is: [true] },
    verdict: 'host',
    message: text(
      'interpolation with antialias has no kernel on the TPU: it runs on the CPU.',
      'TPU 没有带 antialias 的插值算子，会在 CPU 上执行。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Upsampling.cpp'),
  },
  {
    id: 'pad-mode',
    apis: ['torch.nn.functional.pad'],
    when: { argument: 'mode', position: 2, is: ['reflect', 'replicate'] },
    verdict: 'host',
    message: text(
      'padding by reflection or replication has no kernel on the TPU: it runs on the CPU, with copies both ways.',
      'TPU 没有 reflect、replicate 填充算子，会在 CPU 上执行并来回拷贝。',
    ),
    advice: text('Pad by a constant, or pad before the data is moved.', '改用常数填充，或在数据搬到设备之前填充。'),
    evidence: torchTpu('torch_tpu/csrc/jit/cpu_fallback_for_dynamo.cpp'),
  },
  {
    id: 'division-rounding',
    apis: ['torch.div', 'torch.Tensor.div', 'torch.Tensor.div_'],
    when: { argument: 'rounding_mode', is: ['floor', 'trunc'] },
    verdict: 'host',
    message: text(
      'division with a rounding mode has no kernel on the TPU: it runs on the CPU, with copies both ways.',
      'TPU 没有带 rounding_mode 的除法算子，会在 CPU 上执行并来回拷贝。',
    ),
    advice: text('Round the quotient: torch.floor(x / y).', '改为对商取整：torch.floor(x / y)。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Binary.cpp:1758'),
  },
  {
    id: 'lerp-in-place',
    apis: ['torch.Tensor.lerp_'],
    when: { always: true },
    verdict: 'host',
    message: text('lerp runs on the CPU, with copies both ways.', 'lerp 在 CPU 上执行，并来回拷贝。'),
    advice: text(
      'Write x.mul_(1 - weight).add_(end, alpha=weight).',
      '改写为 x.mul_(1 - weight).add_(end, alpha=weight)。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Lerp.cpp:14-31'),
  },
  {
    id: 'index-behind-slice',
    apis: ['torch.Tensor.__getitem__'],
    when: { always: true },
    verdict: 'host',
    message: text(
      'an index that is a tensor behind a slice, as in x[:, index], sends the whole of x to the CPU and back, where it is written to as well.',
      '切片之后以张量作下标（如 x[:, index]）会把整个 x 拷贝到 CPU 再拷回，赋值时也是如此。',
    ),
    advice: text(
      'Call x.index_select(1, index) to read, and slice by numbers, x[:, start:end], to write.',
      '读取时用 x.index_select(1, index)，写入时用整数切片 x[:, start:end]。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Index.cpp:253-269,392-445'),
  },
  {
    id: 'attention-by-operators',
    apis: ['torch.nn.functional.scaled_dot_product_attention'],
    when: { always: true },
    verdict: 'host',
    message: text(
      'the TPU has no kernel for it, and PyTorch computes it by several operators: a test for rows that are masked out copies a mask of the size of the scores to the CPU, in every call.',
      'TPU 没有该算子，PyTorch 会拆成多个算子计算：其中判断整行被掩盖的步骤每次调用都会把与注意力得分同样大小的掩码拷贝到 CPU。',
    ),
    advice: text(
      'Call torch.ops.my_ops.llama_attention_forward, or write out torch.softmax(q @ k.transpose(-2, -1) * scale + mask, -1) @ v, which stays on the TPU.',
      '改用 torch.ops.my_ops.llama_attention_forward，或直接写 torch.softmax(q @ k.transpose(-2, -1) * scale + mask, -1) @ v，全程在 TPU 上执行。',
    ),
    evidence: [
      ...pytorch('v2.8.0', 'aten/src/ATen/native/transformers/attention.cpp, _scaled_dot_product_attention_math'),
      ...torchTpu('torch_tpu/csrc/ops/native_ops/All.cpp:10-27'),
    ],
  },
  {
    id: 'sampling-on-host',
    apis: ['exponential_', 'bernoulli_', 'geometric_', 'cauchy_', 'log_normal_'].map((name) => `torch.Tensor.${name}`),
    when: { always: true },
    verdict: 'host',
    message: text(
      'the TPU draws no random numbers: the tensor goes to the CPU and back, without a warning.',
      'TPU 不生成随机数：张量会拷贝到 CPU 再拷回，且没有任何提示。',
    ),
    evidence: torchTpu('torch_tpu/csrc/jit/cpu_fallback_for_dynamo.cpp'),
  },
  {
    id: 'random-on-host',
    apis: ['rand', 'randn', 'rand_like', 'randn_like', 'normal'].map((name) => `torch.${name}`),
    when: { always: true },
    verdict: 'host',
    severity: 'information',
    message: text(
      'random numbers are drawn on the CPU and copied; normal ones from its default generator, whatever generator is passed.',
      '随机数在 CPU 上生成后拷贝到设备；正态分布始终使用 CPU 的默认随机数生成器，传入的 generator 不起作用。',
    ),
    advice: text(
      'Draw them on the CPU with a generator of the CPU, and move them: they are then the same on every device.',
      '请在 CPU 上用 CPU 的生成器生成后再搬到设备，这样在任何设备上结果都相同。',
    ),
    evidence: onCpu,
  },
];
