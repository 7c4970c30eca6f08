import type { FusedKernel } from '../../../../core/model';
import { readFacts } from '../../facts';
import { text, torchTpu } from '../evidence';

const kernels: readonly Pick<FusedKernel, 'id' | 'cuda' | 'patterns' | 'variants' | 'note' | 'families'>[] = [
  {
    id: 'rmsnorm_forward',
    cuda: ['apex.normalization.FusedRMSNorm', 'torch.nn.RMSNorm', 'torch.nn.functional.rms_norm'],
    patterns: ['rms-norm'],
    note: text('Writes into output, which is passed in.', '结果写入传入的 output。'),
  },
  {
    id: 'llama_mlp_forward',
    cuda: [],
    patterns: ['swiglu'],
    variants: ['projections'],
    families: ['bm1690', 'bm1690e'],
    note: text(
      'A whole SwiGLU MLP: gate, up and down projections in one kernel.',
      '整个 SwiGLU MLP：gate、up、down 三个投影合为一个算子。',
    ),
  },
  {
    id: 'llama_attention_forward',
    cuda: ['flash_attn.flash_attn_varlen_func', 'flash_attn.flash_attn_func'],
    patterns: ['attention'],
    note: text(
      'Attention over packed sequences, of which input_lengths (int32) gives the lengths; cos, sin and mask may be None.',
      '变长序列拼接后的注意力，input_lengths（int32）给出各序列长度；cos、sin、mask 可为 None。',
    ),
  },
  { id: 'paged_attention_v3', cuda: ['flash_attn.flash_attn_with_kvcache'] },
  {
    id: 'paged_latent_attention_fp8',
    cuda: ['flash_mla.flash_mla_with_kvcache'],
    note: text(
      'MLA over a paged latent cache; lengths must be int32.',
      '基于分页 latent 缓存的 MLA；长度张量须为 int32。',
    ),
  },
  {
    id: 'mm_w8a16_dq_forward',
    cuda: ['deep_gemm.fp8_gemm_nt', 'deep_gemm.gemm_fp8_fp8_bf16_nt'],
    families: ['bm1690', 'bm1690e'],
    note: text(
      'FP8 weights with block scales and 16-bit activations: activations stay unquantised.',
      'FP8 权重（分块缩放）配 16 位激活：激活不做量化。',
    ),
  },
  { id: 'matmul_gptq_forward', cuda: [] },
  { id: 'fused_moe_fused_experts', cuda: [], patterns: ['moe-experts'] },
  { id: 'noaux_tc_topk', cuda: [], patterns: ['moe-grouped-top-k'] },
  { id: 'nms', cuda: ['torchvision.ops.nms'] },
];

/** Fused kernels of torch_tpu, and what they stand for. */
export function tpuKernels(): FusedKernel[] {
  const facts = readFacts('sophgo/torch-tpu-ops.json').custom_ops as Record<string, { cpp_args: string[] }>;
  return kernels.map((kernel) => {
    const parameters = facts[kernel.id]!.cpp_args.map((parameter) => parameter.split(/[\s&]+/).at(-1));
    return {
      ...kernel,
      name: `torch.ops.my_ops.${kernel.id}`,
      signature: `torch.ops.my_ops.${kernel.id}(${parameters.join(', ')})`,
      evidence: torchTpu('torch_tpu/csrc/ops/my_ops/myOps.cpp'),
    };
  });
}
