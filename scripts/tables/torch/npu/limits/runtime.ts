import type { ApiLimit } from '../../../../../core/model';
import { dataDependent } from '../../data-dependent-apis';
import { ascendDocs, issue, msfmktransplt, text, torchNpu } from '../../evidence';
import { all, tables } from './scope';

const npuTensorTypes = [...['Float', 'Half', 'BFloat16', 'Double', 'Int', 'Long', 'Short', 'Char', 'Byte', 'Bool']].map(
  (type) => `torch.npu.${type}Tensor`,
);

/** On memory, devices, and what they wait for. */
export const runtimeLimits: readonly ApiLimit[] = [
  {
    id: 'nested-tensor',
    apis: ['torch.nested.nested_tensor', 'torch.nested.as_nested_tensor'],
    when: { always: true },
    verdict: 'limited',
    message: text(
      'Nested tensors can be created on Ascend, and nothing else can be done with them.',
      '昇腾上嵌套张量目前只支持创建，不支持其他操作。',
    ),
    advice: text(
      'Pad to one length with a mask, or concatenate with a list of lengths.',
      '改为补齐到同一长度并配合 mask，或拼接后另传长度列表。',
    ),
    torch: all,
    evidence: tables('torch-nested'),
  },
  {
    id: 'resize-memory-format',
    apis: ['torch.Tensor.resize_', 'torch.Tensor.resize_as_'],
    when: { argument: 'memory_format', isNot: ['torch.contiguous_format', 'torch.preserve_format', null] },
    verdict: 'limited',
    message: text(
      'resize_ takes torch.contiguous_format and torch.preserve_format only on Ascend.',
      '昇腾上 resize_ 仅支持 torch.contiguous_format 与 torch.preserve_format。',
    ),
    torch: all,
    evidence: tables('torch-Tensor'),
  },
  {
    id: 'to-memory-format',
    rule: 'torch/channels-last',
    apis: ['torch.Tensor.to'],
    when: {
      argument: 'memory_format',
      isNot: ['torch.contiguous_format', 'torch.preserve_format', null],
    },
    verdict: 'limited',
    message: text(
      'Only torch.contiguous_format and torch.preserve_format are supported as memory_format on Ascend.',
      '昇腾上 memory_format 仅支持 torch.contiguous_format 与 torch.preserve_format。',
    ),
    advice: text('Drop memory_format on this device.', '在该设备上去掉 memory_format。'),
    torch: all,
    evidence: tables('torch-Tensor'),
  },
  {
    id: 'pin-memory-device',
    rule: 'torch/pin-memory',
    apis: ['torch.utils.data.DataLoader'],
    when: { argument: 'pin_memory_device', is: ['cuda'] },
    verdict: 'unsupported',
    message: text(
      'pin_memory_device="cuda" names a device that is not there; no shim translates this argument.',
      'pin_memory_device="cuda" 指向不存在的设备；运行时迁移工具不会转换该参数。',
    ),
    advice: text('Write "npu", or leave the argument out.', '改为 "npu"，或不传该参数。'),
    evidence: torchNpu('torch_npu/contrib/transfer_to_npu.py, device arguments'),
  },
  {
    id: 'adamw-fused',
    rule: 'torch/fused-optimizer',
    apis: ['torch.optim.AdamW'],
    when: { argument: 'fused', is: [true] },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'fused=True does not take grad_scale and found_inf, so GradScaler cannot skip a step inside the kernel; float16 and bfloat16 are computed in higher precision than on CUDA.',
      'fused=True 暂不支持 grad_scale 与 found_inf，GradScaler 无法在算子内跳过步骤；fp16、bf16 采用升精度实现，与 CUDA 不一致。',
    ),
    torch: all,
    evidence: tables('torch-optim'),
  },
  {
    id: 'host-read',
    rule: 'torch/host-sync',
    apis: ['torch.Tensor.item', 'torch.Tensor.tolist', 'torch.Tensor.cpu', 'torch.Tensor.numpy'],
    when: { always: true },
    verdict: 'slow',
    severity: 'information',
    message: text(
      'it waits until the task queue of the NPU is empty, so operators are no longer sent ahead of their execution.',
      '须等待 NPU 任务队列执行完毕，算子下发无法与执行并行。',
    ),
    evidence: torchNpu('docs/zh/api/environment_variable/op_execution/TASK_QUEUE_ENABLE.md'),
  },
  {
    id: 'data-dependent-shape',
    rule: 'torch/dynamic-shape',
    apis: dataDependent,
    when: { always: true },
    verdict: 'slow',
    severity: 'information',
    message: text(
      'the shape of the result depends on the data: the host waits for it, graphs are captured anew for every shape, and random access is slow on Da Vinci cores.',
      '结果形状取决于数据：主机须等待结果，图模式会按形状重新捕获，且随机访存对达芬奇架构不友好。',
    ),
    advice: text(
      'Keep the shape and multiply by a mask, or use torch.where(mask, x, 0).',
      '保持形状不变，改为与掩码相乘，或使用 torch.where(mask, x, 0)。',
    ),
    evidence: [
      ...ascendDocs('FrameworkPTAdapter/26.0.0/zh/pytorch_model_migration_fine_tuning/nonzero_op_replacement.md'),
      { source: 'Ascend/torchair', version: 'fced8842d149', where: 'docs/zh/npugraph_ex/basic/capture_limit.md' },
    ],
  },
  {
    id: 'allow-tf32',
    rule: 'torch/cuda-backends',
    apis: ['torch.backends.cuda.matmul.allow_tf32', 'torch.backends.cudnn.allow_tf32'],
    when: { always: true },
    verdict: 'limited',
    severity: 'information',
    message: text('TF32 switches have no effect on Ascend.', 'TF32 开关在昇腾上不起作用。'),
    advice: text(
      'HF32 is its counterpart: torch_npu.npu.matmul.allow_hf32 and torch_npu.npu.conv.allow_hf32.',
      '对应的是 HF32：torch_npu.npu.matmul.allow_hf32 与 torch_npu.npu.conv.allow_hf32。',
    ),
    evidence: [{ source: 'Ascend/op-plugin', version: '09024aa99e23', where: 'docs, torch_npu.npu.*.allow_hf32' }],
  },
  {
    id: 'to-integer-device',
    rule: 'torch/integer-device',
    apis: ['torch.Tensor.to', 'torch.nn.Module.to'],
    when: { argument: 'device', position: 1, is: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] },
    verdict: 'unsupported',
    message: text(
      'An integer device means a CUDA device: "Torch not compiled with CUDA enabled".',
      '整数设备号表示 CUDA 设备，会报 "Torch not compiled with CUDA enabled"。',
    ),
    advice: text('Write a device string such as f"npu:{index}".', '改用设备字符串，如 f"npu:{index}"。'),
    evidence: [...issue('Ascend/pytorch', 16, 'to() with an integer'), ...msfmktransplt('msfmktransplt/README.md')],
  },
  {
    id: 'profiler-device',
    apis: ['torch.autograd.profiler.profile'],
    when: { argument: 'use_device', is: ['cuda'] },
    verdict: 'limited',
    message: text(
      'The profiler of autograd records the NPU only where use_device is "npu".',
      '采集 NPU 数据时，autograd profiler 的 use_device 必须为 "npu"。',
    ),
    advice: text(
      'Write use_device="npu", or use torch_npu.profiler.',
      '改为 use_device="npu"，或使用 torch_npu.profiler。',
    ),
    torch: all,
    evidence: tables('torch-autograd'),
  },
  {
    id: 'default-tensor-type',
    apis: ['torch.set_default_tensor_type'],
    when: { argument: 't', position: 0, is: npuTensorTypes },
    verdict: 'limited',
    message: text(
      'set_default_tensor_type does not take the tensor types of torch.npu.',
      'set_default_tensor_type 不支持传入 torch.npu 的张量类型。',
    ),
    advice: text(
      'Call torch.set_default_device("npu") and torch.set_default_dtype.',
      '改用 torch.set_default_device("npu") 与 torch.set_default_dtype。',
    ),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'cuda-memory-format',
    apis: ['torch.Tensor.cuda'],
    when: {
      argument: 'memory_format',
      isNot: ['torch.contiguous_format', 'torch.preserve_format', null],
    },
    verdict: 'limited',
    message: text(
      'Tensor.npu, which stands for Tensor.cuda, takes torch.contiguous_format only.',
      '对应的 Tensor.npu 仅支持 torch.contiguous_format。',
    ),
    advice: text('Drop memory_format on this device.', '在该设备上去掉 memory_format。'),
    torch: all,
    evidence: tables('torch-Tensor'),
  },
];
