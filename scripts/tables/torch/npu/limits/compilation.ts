import type { ApiLimit } from '../../../../../core/model';
import { text, torchNpu } from '../../evidence';
import { tables } from './scope';

/** On torch.compile. */
export const compilationLimits: readonly ApiLimit[] = [
  {
    id: 'compile-inductor',
    rule: 'torch/compile',
    apis: ['torch.compile'],
    when: { argument: 'backend', default: 'inductor', is: ['inductor'] },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'The inductor backend of torch_npu generates Triton code: it needs Triton-Ascend, which is installed apart.',
      'torch_npu 的 inductor 后端会生成 Triton 代码，须另行安装 Triton-Ascend。',
    ),
    advice: text(
      'Install Triton-Ascend, or name another backend: "npugraph_ex" for inference, torchair.get_npu_backend() for the graph engine.',
      '请安装 Triton-Ascend，或指定其他后端：推理可用 "npugraph_ex"，图引擎可用 torchair.get_npu_backend()。',
    ),
    evidence: torchNpu('docs/zh/user_guide/torch_compile/compilation_backend/inductor.md'),
  },
  {
    id: 'compile-mode',
    rule: 'torch/compile',
    apis: ['torch.compile'],
    when: { argument: 'mode', isNot: [null, 'default', 'reduce-overhead'] },
    verdict: 'limited',
    severity: 'warning',
    message: text(
      'mode is None or "reduce-overhead" with torch_npu; the others tune kernels for GPUs.',
      'torch_npu 的 mode 仅支持 None 或 "reduce-overhead"；其他模式用于调优 GPU 算子。',
    ),
    advice: text('Leave mode out, or use "reduce-overhead".', '去掉 mode，或使用 "reduce-overhead"。'),
    evidence: torchNpu('docs/zh/user_guide/torch_compile/overview.md'),
  },
  {
    id: 'compile-cudagraphs',
    rule: 'torch/compile',
    apis: ['torch.compile'],
    when: { argument: 'backend', is: ['cudagraphs'] },
    verdict: 'unsupported',
    message: text(
      'The cudagraphs backend records CUDA graphs; on Ascend "npugraphs" does the same.',
      'cudagraphs 后端用于录制 CUDA 图；昇腾上对应的后端是 "npugraphs"。',
    ),
    advice: text('Pass backend="npugraphs".', '传入 backend="npugraphs"。'),
    evidence: [...tables('torch'), ...torchNpu('docs/zh/user_guide/torch_compile/compilation_backend/npugraphs.md')],
  },
  {
    id: 'compile-tensorrt',
    rule: 'torch/compile',
    apis: ['torch.compile'],
    when: { argument: 'backend', is: ['tensorrt', 'torch_tensorrt', 'onnxrt', 'ipex', 'openxla'] },
    verdict: 'unsupported',
    message: text("This backend compiles for another vendor's device.", '该后端面向其他厂商的设备编译。'),
    advice: text(
      'Pass backend="npugraph_ex" for inference, or "inductor" where Triton-Ascend is installed.',
      '推理可传入 backend="npugraph_ex"；已安装 Triton-Ascend 时可用 "inductor"。',
    ),
    evidence: torchNpu('docs/zh/user_guide/torch_compile/overview.md'),
  },
];
