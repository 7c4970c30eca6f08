import type { Library } from '../../../../core/model';
import { issue, msfmktransplt, opPluginDocs, text, thirdParty, torchNpu, tritonAscend } from '../evidence';

const kernels = opPluginDocs('docs/en/custom_APIs/torch_npu');

/** What becomes of CUDA libraries on Ascend. A library that is not here is unknown. */
export const npuLibraries: readonly Library[] = [
  {
    id: 'flash-attn',
    imports: ['flash_attn', 'flash_attn_2_cuda', 'flash_attn_interface'],
    distributions: ['flash-attn', 'flash-attn-3'],
    status: 'replace',
    replacement: 'torch_npu.npu_fusion_attention',
    note: text(
      'flash-attn cannot be installed on Ascend. Use torch_npu.npu_fusion_attention (training), npu_fused_infer_attention_score (inference) or scaled_dot_product_attention.',
      'flash-attn 无法在昇腾上安装。训练请用 torch_npu.npu_fusion_attention，推理请用 npu_fused_infer_attention_score，或使用 scaled_dot_product_attention。',
    ),
    evidence: issue('huggingface/transformers', 36618, 'flash_attn on Ascend'),
  },
  {
    id: 'xformers',
    imports: ['xformers'],
    distributions: ['xformers'],
    status: 'replace',
    replacement: 'torch_npu.npu_fusion_attention',
    note: text(
      "xformers' kernels are CUDA kernels. memory_efficient_attention corresponds to torch_npu.npu_fusion_attention with input_layout BSND.",
      'xformers 的算子是 CUDA 算子。memory_efficient_attention 对应 torch_npu.npu_fusion_attention（input_layout 为 BSND）。',
    ),
    evidence: kernels,
  },
  {
    id: 'apex',
    imports: ['apex'],
    distributions: ['apex'],
    status: 'adapted',
    replacement: 'apex (Ascend/apex), torch_npu.optim',
    note: text(
      "NVIDIA's apex does not build on Ascend. Huawei keeps a patched edition; FusedAdam has torch_npu.optim.NpuFusedAdam in its place.",
      'NVIDIA 的 apex 无法在昇腾上编译。华为提供适配版本；FusedAdam 可用 torch_npu.optim.NpuFusedAdam 代替。',
    ),
    evidence: [...thirdParty, ...msfmktransplt('msfmktransplt/README.md')],
  },
  {
    id: 'amp-c',
    imports: ['amp_C'],
    distributions: [],
    status: 'none',
    note: text(
      "amp_C is apex's CUDA extension, which does not exist on Ascend: delete the import.",
      'amp_C 是 apex 的 CUDA 扩展，昇腾上不存在：请删除该导入。',
    ),
    evidence: msfmktransplt('msfmktransplt/README.md'),
  },
  {
    id: 'bitsandbytes',
    imports: ['bitsandbytes'],
    distributions: ['bitsandbytes'],
    status: 'replace',
    replacement: 'torch_npu.npu_quant_matmul, msModelSlim',
    note: text(
      'bitsandbytes reports that it was compiled without GPU support. Quantise by msModelSlim; the kernels are npu_quant_matmul (W8A8) and npu_weight_quant_batchmatmul (W8A16, W4A16).',
      'bitsandbytes 会报未编译 GPU 支持。请用 msModelSlim 量化；对应算子为 npu_quant_matmul（W8A8）和 npu_weight_quant_batchmatmul（W8A16、W4A16）。',
    ),
    evidence: [...issue('Ascend/pytorch', 10, 'bitsandbytes'), ...kernels],
  },
  {
    id: 'deep-gemm',
    imports: ['deep_gemm'],
    distributions: ['deep-gemm'],
    status: 'replace',
    replacement: 'torch_npu.npu_quant_matmul',
    note: text(
      'DeepGEMM multiplies FP8 matrices on NVIDIA tensor cores. Ascend before 950 has no FP8: convert the weights to W8A8 and use npu_quant_matmul with npu_dynamic_quant.',
      'DeepGEMM 在 NVIDIA Tensor Core 上做 FP8 矩阵乘。950 之前的昇腾没有 FP8：请把权重转为 W8A8，用 npu_quant_matmul 配合 npu_dynamic_quant。',
    ),
    evidence: kernels,
  },
  {
    id: 'deep-ep',
    imports: ['deep_ep'],
    distributions: ['deep-ep'],
    status: 'replace',
    replacement: 'torch_npu.npu_moe_distribute_dispatch_v2',
    note: text(
      'low_latency_dispatch and low_latency_combine correspond to npu_moe_distribute_dispatch_v2 and npu_moe_distribute_combine_v2, which go together and need HCCL_BUFFSIZE large enough.',
      'low_latency_dispatch、low_latency_combine 对应 npu_moe_distribute_dispatch_v2、npu_moe_distribute_combine_v2，二者须配对使用，且 HCCL_BUFFSIZE 要足够大。',
    ),
    evidence: opPluginDocs('docs/en/custom_APIs/torch_npu/torch_npu-npu_moe_distribute_dispatch_v2.md'),
  },
  {
    id: 'flash-mla',
    imports: ['flash_mla'],
    distributions: ['flash-mla'],
    status: 'replace',
    replacement: 'torch_npu.npu_fused_infer_attention_score',
    note: text(
      'MLA decoding is npu_fused_infer_attention_score with query_rope and key_rope; sparse MLA is npu_sparse_flash_attention.',
      'MLA 解码用 npu_fused_infer_attention_score（传入 query_rope、key_rope）；稀疏 MLA 用 npu_sparse_flash_attention。',
    ),
    evidence: kernels,
  },
  {
    id: 'triton',
    imports: ['triton'],
    distributions: ['triton'],
    status: 'adapted',
    replacement: 'triton-ascend',
    note: text(
      'triton-ascend takes the place of triton under the same import name. Kernels need review: the grid is limited to 65535, the unified buffer to 192 KB, and there are no 64-bit atomics.',
      'triton-ascend 以相同的导入名替代 triton。内核需要检查：grid 上限 65535，UB 为 192 KB，且不支持 64 位 atomic_add。',
    ),
    evidence: tritonAscend('docs'),
  },
  {
    id: 'grouped-gemm',
    imports: ['grouped_gemm', 'megablocks'],
    distributions: ['grouped-gemm', 'megablocks'],
    status: 'replace',
    replacement: 'torch_npu.npu_grouped_matmul',
    note: text(
      'Grouped matrix products are torch_npu.npu_grouped_matmul.',
      '分组矩阵乘请用 torch_npu.npu_grouped_matmul。',
    ),
    evidence: opPluginDocs('docs/en/custom_APIs/torch_npu/torch_npu-npu_grouped_matmul.md'),
  },
  {
    id: 'fla',
    imports: ['fla'],
    distributions: ['flash-linear-attention'],
    status: 'replace',
    replacement: 'torch_npu.npu_recurrent_gated_delta_rule',
    note: text(
      'Its kernels are Triton kernels for GPUs. The gated delta rule exists as torch_npu.npu_recurrent_gated_delta_rule.',
      '其算子是面向 GPU 的 Triton 内核。Gated Delta Rule 可用 torch_npu.npu_recurrent_gated_delta_rule。',
    ),
    evidence: opPluginDocs('docs/en/custom_APIs/torch_npu/torch_npu-npu_recurrent_gated_delta_rule.md'),
  },
  {
    id: 'torchvision-ops',
    imports: ['torchvision.ops'],
    distributions: [],
    status: 'adapted',
    replacement: 'torchvision_npu',
    note: text(
      'Without the Torchvision Adapter (torchvision_npu), torchvision.ops.nms and others run on the CPU. It exists for torchvision 0.21.0 (PyTorch 2.6.0) and 0.22.1 (PyTorch 2.7.1).',
      '不装 Torchvision Adapter（torchvision_npu）时，torchvision.ops.nms 等算子会在 CPU 上执行。其支持 torchvision 0.21.0（PyTorch 2.6.0）和 0.22.1（PyTorch 2.7.1）。',
    ),
    evidence: [...thirdParty, ...issue('opendatalab/MinerU', 1695, 'nms on the CPU')],
  },
  {
    id: 'mmcv',
    imports: ['mmcv'],
    distributions: ['mmcv', 'mmcv-full'],
    status: 'adapted',
    replacement: 'mmcv (built with NPU support)',
    note: text(
      'mmcv supports Ascend natively when built from its main branch; several operators (CARAFE, CornerPool, SoftNMS, RoIAlignRotated, ...) have no NPU kernel.',
      'mmcv 主干源码编译后原生支持昇腾；部分算子（CARAFE、CornerPool、SoftNMS、RoIAlignRotated 等）没有 NPU 实现。',
    ),
    evidence: thirdParty,
  },
  {
    id: 'pynvml',
    imports: ['pynvml', 'gpustat', 'nvidia_smi', 'GPUtil'],
    distributions: ['pynvml', 'nvidia-ml-py', 'nvidia-ml-py3', 'gpustat', 'gputil'],
    status: 'replace',
    replacement: 'torch.npu.mem_get_info, npu-smi',
    note: text(
      "NVML exists for NVIDIA's driver only. Memory in use: torch.npu.mem_get_info(); on the command line: npu-smi info.",
      'NVML 仅适用于 NVIDIA 驱动。显存占用用 torch.npu.mem_get_info()；命令行用 npu-smi info。',
    ),
    evidence: torchNpu('docs/zh/api/native_api/pytorch_2-13-0, torch.cuda.mem_get_info'),
  },
  {
    id: 'deepspeed',
    imports: ['deepspeed'],
    distributions: ['deepspeed'],
    status: 'works',
    note: text(
      'DeepSpeed supports Ascend (Atlas A2) by itself; take its newest release.',
      'DeepSpeed 原生支持昇腾（Atlas A2），推荐使用最新版。',
    ),
    evidence: thirdParty,
  },
  ...(
    [
      ['transformers', 'Transformers'],
      ['accelerate', 'Accelerate'],
      ['trl', 'TRL'],
      ['mmengine', 'MMEngine'],
    ] as const
  ).map(
    ([name, title]): Library => ({
      id: name,
      imports: [name],
      distributions: [name],
      status: 'works',
      note: text(`${title} supports Ascend by itself.`, `${title} 原生支持昇腾 NPU。`),
      evidence: thirdParty,
    }),
  ),
];
