import type { Successor } from '../../cuda-libraries';
import {
  issue,
  mindSpeed,
  msfmktransplt,
  onnxRuntimeDocs,
  opPluginDocs,
  text,
  thirdParty,
  torchNpu,
} from '../../evidence';
import { flashInferTools } from '../../flashinfer';

const kernels = opPluginDocs('docs/en/custom_APIs/torch_npu');

/** What takes the place of the libraries for CUDA that run on no target (cuda-libraries.ts), by their ids. */
export const successors: Readonly<Record<string, Successor>> = {
  'flash-attn': {
    status: 'replace',
    replacement: 'torch_npu.npu_fusion_attention',
    note: text(
      'On Ascend use scaled_dot_product_attention, torch_npu.npu_fusion_attention (training) or npu_fused_infer_attention_score (inference).',
      '在昇腾上请使用 scaled_dot_product_attention、torch_npu.npu_fusion_attention（训练）或 npu_fused_infer_attention_score（推理）。',
    ),
    evidence: [...issue('huggingface/transformers', 36618, 'flash_attn on Ascend'), ...kernels],
  },
  xformers: {
    status: 'replace',
    replacement: 'torch_npu.npu_fusion_attention',
    note: text(
      'memory_efficient_attention corresponds to scaled_dot_product_attention, or torch_npu.npu_fusion_attention with input_layout BSND.',
      'memory_efficient_attention 对应 scaled_dot_product_attention，或 torch_npu.npu_fusion_attention（input_layout 为 BSND）。',
    ),
    evidence: kernels,
  },
  apex: {
    status: 'adapted',
    replacement: 'apex (Ascend/apex), torch_npu.optim',
    note: text(
      'Huawei keeps a patched edition (Ascend/apex). Neither migration tool handles FusedAdam and amp_C: take torch_npu.optim.NpuFusedAdam, and delete amp_C.',
      '华为提供适配版本（Ascend/apex）。两种迁移工具都不处理 FusedAdam 与 amp_C：请改用 torch_npu.optim.NpuFusedAdam，并删除 amp_C。',
    ),
    evidence: [...thirdParty, ...msfmktransplt('msfmktransplt/README.md')],
  },
  'transformer-engine': {
    status: 'replace',
    replacement: 'MindSpeed',
    note: text(
      'For Megatron-based code MindSpeed has counterparts of its layers: TELayerNorm, TEColumnParallelLinear, TERowParallelLinear, LayerNormColumnParallelLinear and GroupedLinear. FP8 needs an Ascend 950.',
      '基于 Megatron 的代码可用 MindSpeed 提供的对等层：TELayerNorm、TEColumnParallelLinear、TERowParallelLinear、LayerNormColumnParallelLinear、GroupedLinear。FP8 需要昇腾 950。',
    ),
    evidence: mindSpeed('docs/zh/features/transformer_engine.md'),
  },
  bitsandbytes: {
    status: 'replace',
    replacement: 'torch_npu.npu_quant_matmul, msModelSlim',
    note: text(
      'On Ascend it reports that it was compiled without GPU support. Quantise by msModelSlim; the kernels are npu_quant_matmul (W8A8) and npu_weight_quant_batchmatmul (W8A16, W4A16).',
      '在昇腾上会报未编译 GPU 支持。请用 msModelSlim 量化；对应算子为 npu_quant_matmul（W8A8）和 npu_weight_quant_batchmatmul（W8A16、W4A16）。',
    ),
    evidence: [...issue('Ascend/pytorch', 10, 'bitsandbytes'), ...kernels],
  },
  'deep-gemm': {
    status: 'replace',
    replacement: 'torch_npu.npu_quant_matmul',
    note: text(
      'Ascend before the 950 has no FP8: convert the weights to W8A8 and use npu_quant_matmul with npu_dynamic_quant. DeepGEMM-Ascend is a port with the same API.',
      '950 之前的昇腾没有 FP8：请把权重转为 W8A8，用 npu_quant_matmul 配合 npu_dynamic_quant。DeepGEMM-Ascend 是接口相同的移植版。',
    ),
    evidence: [
      ...kernels,
      { source: 'deepseek-ai/DeepGEMM-Ascend', version: 'main, as of 2026-11', where: 'README.md' },
    ],
  },
  'deep-ep': {
    status: 'replace',
    replacement: 'torch_npu.npu_moe_distribute_dispatch_v2',
    note: text(
      'low_latency_dispatch and low_latency_combine correspond to npu_moe_distribute_dispatch_v2 and npu_moe_distribute_combine_v2, which go together and need HCCL_BUFFSIZE large enough. DeepEP-Ascend, a port with aligned buffer APIs, is measured on the 950.',
      'low_latency_dispatch、low_latency_combine 对应 npu_moe_distribute_dispatch_v2、npu_moe_distribute_combine_v2，二者须配对使用，且 HCCL_BUFFSIZE 要足够大。DeepEP-Ascend 是接口对齐的移植版，其数据在 950 上测得。',
    ),
    evidence: [
      ...opPluginDocs('docs/en/custom_APIs/torch_npu/torch_npu-npu_moe_distribute_dispatch_v2.md'),
      { source: 'deepseek-ai/DeepEP-Ascend', version: 'main, as of 2026-11', where: 'README.md, Performance' },
    ],
  },
  'flash-mla': {
    status: 'replace',
    replacement: 'torch_npu.npu_fused_infer_attention_score',
    note: text(
      'MLA decoding is npu_fused_infer_attention_score with query_rope and key_rope; sparse MLA is npu_sparse_flash_attention.',
      'MLA 解码用 npu_fused_infer_attention_score（传入 query_rope、key_rope）；稀疏 MLA 用 npu_sparse_flash_attention。',
    ),
    evidence: kernels,
  },
  flashinfer: {
    status: 'replace',
    replacement: 'torch_npu.npu_*',
    note: text(
      'What takes its place depends on the part: attention over a paged cache is npu_fused_infer_attention_score, a mixture of experts npu_grouped_matmul with npu_moe_gating_top_k, a quantised product npu_quant_matmul, sampling npu_top_k_top_p, normalisation npu_rms_norm.',
      '替代方式因功能而异：分页缓存上的注意力用 npu_fused_infer_attention_score，混合专家用 npu_grouped_matmul 与 npu_moe_gating_top_k，量化矩阵乘用 npu_quant_matmul，采样用 npu_top_k_top_p，归一化用 npu_rms_norm。',
    ),
    evidence: kernels,
  },
  'flashinfer-attention': {
    status: 'replace',
    replacement: 'torch_npu.npu_fused_infer_attention_score',
    note: text(
      'Prefill and decode over a paged cache is npu_fused_infer_attention_score with block_table; MLA is the same with query_rope and key_rope.',
      '分页缓存上的 prefill 与 decode 用 npu_fused_infer_attention_score（传入 block_table）；MLA 同样用它，并传入 query_rope、key_rope。',
    ),
    evidence: kernels,
  },
  'flashinfer-moe': {
    status: 'replace',
    replacement: 'torch_npu.npu_grouped_matmul',
    note: text(
      'Routing is npu_moe_gating_top_k (or npu_moe_gating_top_k_softmax), the order of tokens by experts npu_moe_init_routing_v2 and npu_moe_finalize_routing, and the experts npu_grouped_matmul. FP8 and FP4 weights are W8A8 (INT8) before the 950.',
      '路由用 npu_moe_gating_top_k（或 npu_moe_gating_top_k_softmax），token 按专家重排用 npu_moe_init_routing_v2 与 npu_moe_finalize_routing，专家计算用 npu_grouped_matmul。950 之前 FP8、FP4 权重需转为 W8A8（INT8）。',
    ),
    evidence: kernels,
  },
  'flashinfer-quantized': {
    status: 'replace',
    replacement: 'torch_npu.npu_quant_matmul',
    note: text(
      'W8A8 (INT8) is npu_dynamic_quant and npu_quant_matmul, W8A16 and W4A16 npu_weight_quant_batchmatmul. NVFP4 is a format of NVIDIA GPUs, and FP8 exists on the 950 only: quantise the weights anew.',
      'W8A8（INT8）用 npu_dynamic_quant 与 npu_quant_matmul，W8A16、W4A16 用 npu_weight_quant_batchmatmul。NVFP4 是 NVIDIA GPU 的格式，FP8 仅 950 支持：权重需重新量化。',
    ),
    evidence: kernels,
  },
  'flashinfer-sampling': {
    status: 'replace',
    replacement: 'torch_npu.npu_top_k_top_p',
    note: text(
      'Filtering by top-k and top-p is npu_top_k_top_p, drawing a token torch.multinomial; a top-k alone is torch.topk.',
      'top-k、top-p 过滤用 npu_top_k_top_p，抽取 token 用 torch.multinomial；仅取 top-k 时用 torch.topk。',
    ),
    evidence: opPluginDocs('docs/en/custom_APIs/torch_npu/torch_npu-npu_top_k_top_p.md'),
  },
  'flashinfer-norm': {
    status: 'replace',
    replacement: 'torch_npu.npu_rms_norm, npu_swiglu, npu_rotary_mul',
    note: text(
      'rmsnorm is npu_rms_norm, fused_add_rmsnorm npu_add_rms_norm, silu_and_mul npu_swiglu, and the rotary embedding npu_rotary_mul.',
      'rmsnorm 对应 npu_rms_norm，fused_add_rmsnorm 对应 npu_add_rms_norm，silu_and_mul 对应 npu_swiglu，旋转位置编码对应 npu_rotary_mul。',
    ),
    evidence: kernels,
  },
  'flashinfer-comm': {
    status: 'replace',
    replacement: 'torch.distributed (hccl)',
    note: text(
      'Collectives go through torch.distributed with "hccl"; a product with its all-reduce in one is npu_mm_all_reduce_base, and the exchange of tokens between experts npu_moe_distribute_dispatch_v2 and npu_moe_distribute_combine_v2.',
      '集合通信用 torch.distributed（"hccl"）；矩阵乘与 all-reduce 融合用 npu_mm_all_reduce_base，专家间 token 交换用 npu_moe_distribute_dispatch_v2 与 npu_moe_distribute_combine_v2。',
    ),
    evidence: kernels,
  },
  'flashinfer-tools': { status: 'none', note: flashInferTools, evidence: [] },
  'causal-conv1d': {
    status: 'replace',
    replacement: 'torch.nn.functional.conv1d',
    note: text(
      'A causal depthwise convolution is conv1d with groups=dim over an input that is padded on the left; on the 950 torch_npu.npu_fused_causal_conv1d does it in one.',
      '因果深度卷积可用左侧填充后的 conv1d（groups=dim）实现；950 上可用 torch_npu.npu_fused_causal_conv1d 一次完成。',
    ),
    evidence: opPluginDocs('docs/en/custom_APIs/torch_npu/torch_npu-npu_fused_causal_conv1d.md'),
  },
  pynvml: {
    status: 'replace',
    replacement: 'torch.npu.mem_get_info, npu-smi',
    note: text(
      'Memory in use: torch.npu.mem_get_info(); on the command line: npu-smi info.',
      '显存占用用 torch.npu.mem_get_info()；命令行用 npu-smi info。',
    ),
    evidence: torchNpu('docs/zh/api/native_api/pytorch_2-13-0, torch.cuda.mem_get_info'),
  },
  tensorrt: {
    status: 'replace',
    replacement: 'ATC, ONNX Runtime CANN, TorchAir',
    note: text(
      'On Ascend, export to ONNX and convert by ATC, or run it by the CANN provider of ONNX Runtime; inside PyTorch, graph mode is TorchAir.',
      '在昇腾上请导出 ONNX 后用 ATC 转换，或使用 ONNX Runtime 的 CANN EP；在 PyTorch 内的图模式为 TorchAir。',
    ),
    evidence: [...thirdParty, ...onnxRuntimeDocs],
  },
  horovod: {
    status: 'replace',
    replacement: 'torch.distributed (hccl)',
    note: text(
      'It places tensors on CUDA or the CPU. Use DistributedDataParallel with the backend "hccl".',
      '它只把张量放在 CUDA 或 CPU 上。请改用 DistributedDataParallel，后端为 "hccl"。',
    ),
    evidence: torchNpu('torch_npu/csrc/distributed/ProcessGroupHCCL.cpp'),
  },
  'cuda-runtime': {
    status: 'replace',
    replacement: 'CANN',
    note: text(
      'On Ascend, CANN takes its place, which pip does not install; torch itself is the CPU build.',
      '在昇腾上由 CANN 取代（不由 pip 安装）；torch 本身使用 CPU 版。',
    ),
    evidence: torchNpu('README.md, Installation'),
  },
};
