import type { ApiLimit } from '../../../../../core/model';
import { dataDependent } from '../../data-dependent-apis';
import { text, torchTpu, vllmTpu } from '../../evidence';

/** What reading values, loading data, casting and compiling do on the TPU. */
export const runtimeLimits: readonly ApiLimit[] = [
  {
    id: 'autocast',
    rule: 'torch/autocast-device',
    apis: ['torch.autocast', 'torch.amp.autocast', 'torch.cuda.amp.autocast'],
    when: { always: true },
    verdict: 'silent',
    severity: 'warning',
    message: text(
      'autocast casts nothing on the TPU: no operators are registered for it, so the region computes in the types of its inputs.',
      'TPU 上 autocast 没有注册任何算子，不做类型转换，区域内按输入原有类型计算。',
    ),
    advice: text(
      'Convert the module and its inputs yourself, by .half() or .bfloat16().',
      '请用 .half() 或 .bfloat16() 自行转换模块与输入。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/autocast_ops/autocast_ops.cpp'),
  },
  {
    id: 'pin-memory',
    rule: 'torch/pin-memory',
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
    rule: 'torch/host-sync',
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
    rule: 'torch/dynamic-shape',
    apis: dataDependent,
    when: { always: true },
    verdict: 'slow',
    severity: 'information',
    message: text(
      'the shape of the result depends on the data: it is computed on the CPU, with a copy there and back.',
      '结果形状取决于数据，须拷贝到 CPU 计算后再拷回。',
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
    rule: 'torch/compile',
    apis: ['torch.compile'],
    when: {
      argument: 'backend',
      default: 'inductor',
      is: ['inductor', 'cudagraphs', 'tensorrt', 'torch_tensorrt', 'onnxrt', 'ipex', 'openxla'],
    },
    verdict: 'unsupported',
    message: text(
      'This backend of torch.compile generates code for other devices; torch_tpu has only a dynamo backend that goes through tpu-mlir.',
      '该后端只为其他设备生成代码；torch_tpu 仅有经 tpu-mlir 的 dynamo 后端。',
    ),
    advice: text(
      'Run in eager mode (backend="eager"), or record the calls by torch.tpu.TPUGraph.',
      '使用 eager 模式（backend="eager"），或用 torch.tpu.TPUGraph 录制。',
    ),
    evidence: [...torchTpu('docs/developer_manual/source_zh/09_dynamo.rst'), ...vllmTpu('vllm_tpu/platform.py')],
  },
];
