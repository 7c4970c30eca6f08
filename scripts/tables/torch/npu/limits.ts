import type { ApiLimit } from '../../../../core/model';
import { issue, msfmktransplt, text, torchNpu } from '../evidence';

const all = ['2.6.0', '2.7.1', '2.8.0', '2.9.0', '2.10.0', '2.11.0', '2.12.0', '2.13.0'];
const since27 = all.slice(1);
const tables = (module: string) => torchNpu(`docs/zh/api/native_api/pytorch_2-13-0/${module}.md`);
const attention = {
  apis: ['torch.nn.functional.scaled_dot_product_attention'],
  torch: ['2.7.1', '2.9.0', '2.10.0', '2.11.0', '2.12.0', '2.13.0'],
  evidence: torchNpu('docs/zh/api/native_api/pytorch_2-12-0/torch-nn-functional.md'),
};
const floats = ['float16', 'bfloat16', 'float32'];

/** Conditions on a call that can be checked, of those that the vendor's tables state in words. */
export const npuLimits: readonly ApiLimit[] = [
  {
    id: 'topk-sorted',
    apis: ['torch.topk', 'torch.Tensor.topk'],
    when: { argument: 'sorted', position: 4, is: [false] },
    verdict: 'limited',
    severity: 'warning',
    message: text(
      'topk(sorted=False) is not supported on Ascend: only the sorted result is computed.',
      '昇腾不支持 topk(sorted=False)：只能计算排序后的结果。',
    ),
    advice: text(
      'Drop sorted=False: a sorted result is one of those it allows.',
      '去掉 sorted=False：排序后的结果同样满足要求。',
    ),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'double-is-float',
    apis: ['torch.Tensor.double'],
    when: { always: true },
    verdict: 'silent',
    message: text(
      'Tensor.double() of a tensor on the NPU returns float32 by default, without an error.',
      'NPU 张量的 Tensor.double() 默认返回 float32，且不会报错。',
    ),
    advice: text(
      'Write .float(), or .cpu().double() where the precision matters.',
      '改写为 .float()；需要双精度时用 .cpu().double()。',
    ),
    torch: all,
    evidence: tables('torch-Tensor'),
  },
  {
    id: 'gelu-approximate',
    apis: ['torch.nn.functional.gelu'],
    when: { argument: 'approximate', default: 'none', isNot: ['tanh'] },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'The table of Ascend states approximate="tanh" as the only form of gelu; the exact one may differ in its last digits.',
      '昇腾的支持列表中 gelu 仅支持 approximate="tanh"；精确形式的结果可能有末位差异。',
    ),
    advice: text(
      'Compare the result with the one on the GPU, or use approximate="tanh".',
      '请与 GPU 结果比对，或使用 approximate="tanh"。',
    ),
    torch: since27,
    evidence: tables('torch-nn-functional'),
  },
  {
    id: 'gelu-module-approximate',
    apis: ['torch.nn.GELU'],
    when: { argument: 'approximate', position: 0, default: 'none', isNot: ['tanh'] },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'The table of Ascend states approximate="tanh" as the only form of GELU; the exact one may differ in its last digits.',
      '昇腾的支持列表中 GELU 仅支持 approximate="tanh"；精确形式的结果可能有末位差异。',
    ),
    torch: all,
    evidence: tables('torch-nn'),
  },
  {
    id: 'repeat-interleave-elements',
    apis: ['torch.repeat_interleave', 'torch.Tensor.repeat_interleave'],
    when: { elements: 4194304 },
    verdict: 'limited',
    message: text(
      'The result of repeat_interleave must have fewer than 2^22 (4,194,304) elements on Ascend.',
      '昇腾上 repeat_interleave 的输出元素个数须小于 2^22（4,194,304）。',
    ),
    advice: text('Use expand and reshape, which copy nothing until needed.', '改用 expand 加 reshape。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'attention-rank',
    ...attention,
    when: { argument: 'query', position: 0, rankNot: [4] },
    verdict: 'limited',
    message: text(
      'scaled_dot_product_attention takes 4-D tensors (batch, heads, length, dim) only on Ascend.',
      '昇腾上 scaled_dot_product_attention 只支持 4 维张量（batch、heads、length、dim）。',
    ),
    advice: text('Add the missing dimension by unsqueeze.', '用 unsqueeze 补齐维度。'),
  },
  {
    id: 'attention-head-size',
    ...attention,
    when: { argument: 'query', position: 0, lastDimensionAbove: 512 },
    verdict: 'limited',
    message: text(
      'scaled_dot_product_attention takes head sizes up to 512 on Ascend, the same for key and value.',
      '昇腾上 scaled_dot_product_attention 的 head 维度上限为 512，且 key 与 value 必须相等。',
    ),
  },
  {
    id: 'attention-types',
    ...attention,
    when: { argument: 'query', position: 0, dtypeNot: floats },
    verdict: 'limited',
    message: text(
      'scaled_dot_product_attention takes float16, bfloat16 and float32 only on Ascend.',
      '昇腾上 scaled_dot_product_attention 仅支持 float16、bfloat16、float32。',
    ),
  },
  {
    id: 'attention-mask-type',
    ...attention,
    when: { argument: 'attn_mask', position: 3, dtypeNot: ['bool'] },
    verdict: 'limited',
    message: text(
      'The mask of scaled_dot_product_attention must be boolean on Ascend; an additive mask is not supported.',
      '昇腾上 scaled_dot_product_attention 的 attn_mask 必须是布尔类型，不支持加性 mask。',
    ),
    advice: text('Pass mask == 0 where the mask holds 0 and -inf.', 'mask 取值为 0 与 -inf 时，可传入 mask == 0。'),
  },
  {
    id: 'attention-causal-mask',
    ...attention,
    when: {
      all: [
        { argument: 'is_causal', position: 5, is: [true] },
        { argument: 'attn_mask', position: 3, isNot: [null] },
      ],
    },
    verdict: 'limited',
    message: text('With is_causal=True, attn_mask must be None.', 'is_causal=True 时 attn_mask 必须为 None。'),
    advice: text('Put the causal part into the mask and drop is_causal.', '把因果部分合入 mask，并去掉 is_causal。'),
  },
  {
    id: 'multinomial-types',
    apis: ['torch.multinomial'],
    when: { argument: 'input', position: 0, dtypeNot: ['float16', 'float32'] },
    verdict: 'limited',
    message: text(
      'multinomial takes float16 and float32 only on Ascend.',
      '昇腾上 multinomial 仅支持 float16、float32。',
    ),
    advice: text('Convert the probabilities by .float().', '用 .float() 转换概率张量。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'unique-dim-float16',
    apis: ['torch.unique'],
    when: {
      all: [
        { argument: 'dim', position: 4, isNot: [null] },
        { argument: 'input', position: 0, dtype: ['float16'] },
      ],
    },
    verdict: 'limited',
    message: text('unique with dim does not take float16 on Ascend.', '昇腾上带 dim 的 unique 不支持 float16。'),
    torch: all,
    evidence: tables('torch'),
  },
  {
    id: 'to-memory-format',
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
    id: 'compile-inductor',
    apis: ['torch.compile'],
    when: { argument: 'backend', default: 'inductor', is: ['inductor'] },
    verdict: 'limited',
    severity: 'warning',
    message: text(
      'The inductor backend generates Triton code for GPUs; on Ascend torch.compile needs a backend of its own.',
      'inductor 后端生成面向 GPU 的 Triton 代码；昇腾上 torch.compile 需要使用专用后端。',
    ),
    advice: text(
      'Pass backend=torchair.get_npu_backend(), or use the inductor of torch_npu where it is installed.',
      '传入 backend=torchair.get_npu_backend()，或在已安装时使用 torch_npu 自带的 inductor。',
    ),
    evidence: torchNpu('torch_npu/contrib/transfer_to_npu.py, has_triton'),
  },
  {
    id: 'allow-tf32',
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
];
