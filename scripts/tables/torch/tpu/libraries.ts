import type { Library } from '../../../../core/model';
import { text, torchTpu, vllmTpu } from '../evidence';

const kernels = torchTpu('torch_tpu/csrc/ops/my_ops/myOps.cpp');
const platform = vllmTpu('vllm_tpu/platform.py, simple_compile_backend');

/** What becomes of CUDA libraries on Sophgo's TPUs. A library that is not here is unknown. */
export const tpuLibraries: readonly Library[] = [
  {
    id: 'flash-attn',
    imports: ['flash_attn', 'flash_attn_2_cuda', 'flash_attn_interface'],
    distributions: ['flash-attn', 'flash-attn-3'],
    status: 'replace',
    replacement: 'torch.ops.my_ops.llama_attention_forward',
    note: text(
      'flash-attn is CUDA code. Fused attention on the TPU: torch.ops.my_ops.llama_attention_forward (packed sequences) and paged_attention_v3 (paged cache).',
      'flash-attn 是 CUDA 代码。TPU 上的融合注意力：torch.ops.my_ops.llama_attention_forward（变长序列）与 paged_attention_v3（分页缓存）。',
    ),
    evidence: [...kernels, ...platform],
  },
  {
    id: 'triton',
    imports: ['triton'],
    distributions: ['triton'],
    status: 'none',
    note: text(
      'There is no Triton for the TPU. Write the kernel in PPL, or use torch.ops.my_ops.',
      'TPU 没有 Triton。请用 PPL 编写算子，或使用 torch.ops.my_ops。',
    ),
    evidence: platform,
  },
  {
    id: 'deep-gemm',
    imports: ['deep_gemm'],
    distributions: ['deep-gemm'],
    status: 'replace',
    replacement: 'torch.ops.my_ops.mm_w8a16_dq_forward',
    note: text(
      'FP8 weights are multiplied by mm_w8a16_dq_forward (BM1690), with 16-bit activations.',
      'FP8 权重用 mm_w8a16_dq_forward（BM1690）做矩阵乘，激活为 16 位。',
    ),
    evidence: kernels,
  },
  {
    id: 'flash-mla',
    imports: ['flash_mla'],
    distributions: ['flash-mla'],
    status: 'replace',
    replacement: 'torch.ops.my_ops.paged_latent_attention_fp8',
    note: text(
      'MLA over a paged cache is torch.ops.my_ops.paged_latent_attention_fp8.',
      '分页缓存的 MLA 用 torch.ops.my_ops.paged_latent_attention_fp8。',
    ),
    evidence: kernels,
  },
  {
    id: 'deepspeed',
    imports: ['deepspeed'],
    distributions: ['deepspeed'],
    status: 'adapted',
    replacement: 'torch_tpu DeepSpeed adaptor',
    note: text(
      'ZeRO-1 and ZeRO-2 with CPU offload run through the adaptor of torch_tpu (ENABLE_DEEPSPEED_ADAPTOR); ZeRO-3 does not, because SCCL has no reduce_scatter.',
      '经 torch_tpu 适配器（ENABLE_DEEPSPEED_ADAPTOR）可运行 ZeRO-1/2（CPU offload）；SCCL 没有 reduce_scatter，因此不支持 ZeRO-3。',
    ),
    evidence: [...torchTpu('README.md'), ...torchTpu('docs/developer_manual/source_zh/06_distribute.rst')],
  },
  {
    id: 'megatron',
    imports: ['megatron'],
    distributions: ['megatron-core'],
    status: 'adapted',
    replacement: 'torch_tpu Megatron adaptor',
    note: text(
      'Tensor parallelism runs through the Megatron adaptor of torch_tpu.',
      '经 torch_tpu 的 Megatron 适配器可运行张量并行。',
    ),
    evidence: [...torchTpu('README.md'), ...torchTpu('torch_tpu/accelerator/adaptor/__init__.py')],
  },
  ...(
    [
      ['accelerate', '0.30.1'],
      ['transformers', '4.41.2'],
    ] as const
  ).map(
    ([name, version]): Library => ({
      id: name,
      imports: [name],
      distributions: [name],
      status: 'adapted',
      replacement: `${name} ${version} + demo/patch`,
      note: text(
        `torch-tpu ships a patch for ${name} ${version}; other releases are not covered.`,
        `torch-tpu 提供 ${name} ${version} 的补丁；其他版本未覆盖。`,
      ),
      evidence: torchTpu('docs/quick_start/source_zh/04_Tutorial3.rst'),
    }),
  ),
];
