import type { ApiLimit } from '../../../../core/model';
import { dataDependent } from '../data-dependent-apis';
import { text, torchTpu, vllmTpu } from '../evidence';

const arange = (lines: string) => torchTpu(`torch_tpu/csrc/ops/native_ops/Arange.cpp:${lines}`);
const norm = torchTpu('torch_tpu/csrc/ops/native_ops/Norm.cpp:13-68');

/** Conditions on a call that can be checked, read from torch-tpu's kernels. */
export const tpuLimits: readonly ApiLimit[] = [
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
    id: 'arange-type',
    apis: ['torch.arange'],
    when: {
      argument: 'dtype',
      isNot: [
        ...['torch.int32', 'torch.int', 'torch.float32', 'torch.float', 'torch.float16', 'torch.half'],
        ...['torch.bfloat16', null],
      ],
    },
    verdict: 'unsupported',
    message: text(
      'arange on the TPU makes int32, float32, float16 and bfloat16 only: "arange only support int32 & float32 now".',
      'TPU 上 arange 仅支持 int32、float32、float16、bfloat16，否则报 "arange only support int32 & float32 now"。',
    ),
    advice: text('Ask for torch.int32.', '改用 torch.int32。'),
    evidence: arange('140-147'),
  },
  {
    id: 'arange-narrowed',
    apis: ['torch.arange'],
    when: { argument: 'dtype', default: null, is: [null] },
    verdict: 'silent',
    severity: 'information',
    message: text(
      'arange of integers without dtype is int32 on the TPU, not int64.',
      'TPU 上未指定 dtype 的整数 arange 结果为 int32，而不是 int64。',
    ),
    evidence: arange('130-139'),
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
    id: 'norm-order',
    apis: ['torch.norm', 'torch.Tensor.norm', 'torch.nn.functional.normalize'],
    when: { argument: 'p', position: 1, isNot: [2, 'fro', null] },
    verdict: 'unsupported',
    message: text('Only the 2-norm is implemented on the TPU.', 'TPU 上仅实现了 2 范数。'),
    advice: text('Compute another norm from abs, pow and sum.', '其他范数请用 abs、pow、sum 组合计算。'),
    evidence: norm,
  },
  {
    id: 'vector-norm-order',
    apis: ['torch.linalg.vector_norm'],
    when: { argument: 'ord', position: 1, default: 2, isNot: [2] },
    verdict: 'unsupported',
    message: text('Only the 2-norm is implemented on the TPU.', 'TPU 上仅实现了 2 范数。'),
    advice: text('Compute another norm from abs, pow and sum.', '其他范数请用 abs、pow、sum 组合计算。'),
    evidence: norm,
  },
  {
    id: 'vector-norm-dimension',
    apis: ['torch.linalg.vector_norm'],
    when: { argument: 'dim', position: 2, isNot: [null] },
    verdict: 'host',
    severity: 'information',
    message: text(
      'A norm over some of the dimensions runs on the CPU; only the norm of the whole tensor has a TPU kernel.',
      '只对部分维度求范数会在 CPU 上执行；仅对整个张量求范数有 TPU 算子。',
    ),
    evidence: norm,
  },
  {
    id: 'argmax-integers',
    apis: ['torch.argmax', 'torch.Tensor.argmax'],
    when: { argument: 'input', position: 0, dtype: ['int32', 'int64'] },
    verdict: 'host',
    message: text('argmax of integers runs on the CPU.', '整数张量的 argmax 在 CPU 上执行。'),
    advice: text('Convert to float32 first.', '先转换为 float32。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Arg.cpp:197'),
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
    id: 'cumsum-bm1684x',
    apis: ['torch.cumsum', 'torch.Tensor.cumsum'],
    when: { always: true },
    families: ['bm1684x'],
    verdict: 'host',
    message: text('cumsum runs on the CPU on the BM1684X.', 'BM1684X 上 cumsum 在 CPU 上执行。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Cummax.cpp:98-101'),
  },
  {
    id: 'indices-int32',
    apis: [
      'torch.topk',
      'torch.Tensor.topk',
      'torch.sort',
      'torch.Tensor.sort',
      'torch.argsort',
      'torch.Tensor.argsort',
    ],
    when: { always: true },
    verdict: 'limited',
    severity: 'information',
    message: text('The indices are int32 on the TPU, not int64.', 'TPU 上返回的下标是 int32，而不是 int64。'),
    advice: text('Do not rely on their type; convert where it matters.', '不要依赖下标的类型，必要时显式转换。'),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Topk.cpp'),
  },
  {
    id: 'module-to-type',
    apis: ['torch.nn.Module.to'],
    when: {
      any: [
        { argument: 'dtype', position: 2, is: ['torch.int64', 'torch.long', 'torch.complex64', 'torch.complex128'] },
        { argument: 'device', position: 1, is: ['torch.int64', 'torch.long', 'torch.complex64', 'torch.complex128'] },
      ],
    },
    verdict: 'unsupported',
    message: text(
      'Module.to() of torch_tpu accepts floating-point types and int8 only, and raises TypeError for this one.',
      'torch_tpu 的 Module.to() 仅接受浮点类型与 int8，传入该类型会抛出 TypeError。',
    ),
    evidence: torchTpu('torch_tpu/utils/module.py'),
  },
  {
    id: 'autocast',
    apis: ['torch.autocast', 'torch.amp.autocast', 'torch.cuda.amp.autocast'],
    when: { always: true },
    verdict: 'silent',
    severity: 'warning',
    message: text(
      'autocast casts nothing on the TPU: no operators are registered for it, so the region computes in the types of its inputs.',
      'TPU 上 autocast 不做任何转换：没有注册算子，区域内按输入原有类型计算。',
    ),
    advice: text(
      'Convert the module and its inputs yourself, by .half() or .bfloat16().',
      '请用 .half() 或 .bfloat16() 自行转换模块与输入。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/autocast_ops/autocast_ops.cpp'),
  },
  {
    id: 'pin-memory',
    apis: ['torch.utils.data.DataLoader'],
    when: { argument: 'pin_memory', position: 7, is: [true] },
    verdict: 'limited',
    severity: 'information',
    message: text('Pinned memory is not supported on the TPU.', 'TPU 不支持锁页内存（pin memory）。'),
    advice: text('Leave pin_memory out on this device.', '在该设备上不要设置 pin_memory。'),
    evidence: vllmTpu('vllm_tpu/platform.py:166'),
  },
  {
    id: 'host-read',
    apis: ['torch.Tensor.item', 'torch.Tensor.tolist', 'torch.Tensor.cpu', 'torch.Tensor.numpy'],
    when: { always: true },
    verdict: 'slow',
    severity: 'information',
    message: text(
      'it copies to the host, after everything that has been sent to the TPU is done.',
      '须等 TPU 上已下发的任务全部完成后再拷贝到主机。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Scalar.cpp:13-29'),
  },
  {
    id: 'data-dependent-shape',
    apis: dataDependent,
    when: { always: true },
    verdict: 'slow',
    severity: 'information',
    message: text(
      'the shape of the result depends on the data: it is computed on the CPU, with a copy there and back.',
      '结果形状取决于数据：须拷贝到 CPU 计算后再拷回。',
    ),
    advice: text(
      'Keep the shape and multiply by a mask, or use torch.where(mask, x, 0).',
      '保持形状不变，改为与掩码相乘，或使用 torch.where(mask, x, 0)。',
    ),
    evidence: [
      ...torchTpu('torch_tpu/csrc/ops/native_ops/Nonzero.cpp'),
      ...torchTpu('torch_tpu/csrc/jit/cpu_fallback_for_dynamo.cpp'),
    ],
  },
  {
    id: 'compile-backend',
    apis: ['torch.compile'],
    when: {
      argument: 'backend',
      default: 'inductor',
      is: ['inductor', 'cudagraphs', 'tensorrt', 'torch_tensorrt', 'onnxrt', 'ipex', 'openxla'],
    },
    verdict: 'unsupported',
    message: text(
      'This backend of torch.compile generates code for other devices; torch_tpu has only a dynamo backend that goes through tpu-mlir.',
      'torch.compile 的该后端只为其他设备生成代码；torch_tpu 仅有经 tpu-mlir 的 dynamo 后端。',
    ),
    advice: text(
      'Run in eager mode (backend="eager"), or record the calls by torch.tpu.TPUGraph.',
      '使用 eager 模式（backend="eager"），或用 torch.tpu.TPUGraph 录制。',
    ),
    evidence: [...torchTpu('docs/developer_manual/source_zh/09_dynamo.rst'), ...vllmTpu('vllm_tpu/platform.py')],
  },
];
