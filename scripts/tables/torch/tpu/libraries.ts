import type { Library } from '../../../../core/model';
import { cudaLibraries, extensionFunctions, type Successor } from '../cuda-libraries';
import { text, torchTpu, vllmTpu } from '../evidence';
import { flashInferTools } from '../flashinfer';

const kernels = torchTpu('torch_tpu/csrc/ops/my_ops/myOps.cpp');
const platform = vllmTpu('vllm_tpu/platform.py, simple_compile_backend');
const hostFallback = torchTpu('torch_tpu/csrc/jit/cpu_fallback_for_dynamo.cpp');

const successors: Readonly<Record<string, Successor>> = {
  'flash-attn': {
    status: 'replace',
    replacement: 'torch.ops.my_ops.llama_attention_forward',
    note: text(
      'On the TPU use scaled_dot_product_attention, or the fused kernels torch.ops.my_ops.llama_attention_forward (packed sequences) and paged_attention_v3 (paged cache).',
      '在 TPU 上请使用 scaled_dot_product_attention，或融合算子 torch.ops.my_ops.llama_attention_forward（变长序列）与 paged_attention_v3（分页缓存）。',
    ),
    evidence: [...kernels, ...platform],
  },
  'deep-gemm': {
    status: 'replace',
    replacement: 'torch.ops.my_ops.mm_w8a16_dq_forward',
    note: text(
      'FP8 weights are multiplied by mm_w8a16_dq_forward (BM1690), with 16-bit activations.',
      'FP8 权重用 mm_w8a16_dq_forward（BM1690）做矩阵乘，激活为 16 位。',
    ),
    evidence: kernels,
  },
  'flash-mla': {
    status: 'replace',
    replacement: 'torch.ops.my_ops.paged_latent_attention_fp8',
    note: text(
      'MLA over a paged cache is torch.ops.my_ops.paged_latent_attention_fp8.',
      '分页缓存的 MLA 用 torch.ops.my_ops.paged_latent_attention_fp8。',
    ),
    evidence: kernels,
  },
  flashinfer: {
    status: 'replace',
    replacement: 'torch.ops.my_ops.*',
    note: text(
      'What takes its place depends on the part: attention over a paged cache is torch.ops.my_ops.paged_attention_v3, the experts of a mixture fused_moe_fused_experts, FP8 weights mm_w8a16_dq_forward, RMSNorm rmsnorm_forward.',
      '替代方式因功能而异：分页缓存上的注意力用 torch.ops.my_ops.paged_attention_v3，混合专家用 fused_moe_fused_experts，FP8 权重用 mm_w8a16_dq_forward，RMSNorm 用 rmsnorm_forward。',
    ),
    evidence: kernels,
  },
  'flashinfer-attention': {
    status: 'replace',
    replacement: 'torch.ops.my_ops.paged_attention_v3',
    note: text(
      'Attention over a paged cache is torch.ops.my_ops.paged_attention_v3, MLA paged_latent_attention_fp8.',
      '分页缓存的注意力用 torch.ops.my_ops.paged_attention_v3，MLA 用 paged_latent_attention_fp8。',
    ),
    evidence: kernels,
  },
  'flashinfer-moe': {
    status: 'replace',
    replacement: 'torch.ops.my_ops.fused_moe_fused_experts',
    note: text(
      'The experts are torch.ops.my_ops.fused_moe_fused_experts, and the choice among them by groups noaux_tc_topk.',
      '专家计算用 torch.ops.my_ops.fused_moe_fused_experts，分组选择专家用 noaux_tc_topk。',
    ),
    evidence: kernels,
  },
  'flashinfer-quantized': {
    status: 'replace',
    replacement: 'torch.ops.my_ops.mm_w8a16_dq_forward',
    note: text(
      'FP8 weights are multiplied by mm_w8a16_dq_forward (BM1690), with 16-bit activations, 4-bit ones by matmul_gptq_forward. NVFP4 is a format of NVIDIA GPUs: quantise those weights anew.',
      'FP8 权重用 mm_w8a16_dq_forward（BM1690）做矩阵乘，激活为 16 位；4 位权重用 matmul_gptq_forward。NVFP4 是 NVIDIA GPU 的格式：此类权重需重新量化。',
    ),
    evidence: kernels,
  },
  'flashinfer-norm': {
    status: 'replace',
    replacement: 'torch.ops.my_ops.rmsnorm_forward',
    note: text(
      'RMSNorm is torch.ops.my_ops.rmsnorm_forward, and all of a SwiGLU MLP llama_mlp_forward; the rest is plain PyTorch.',
      'RMSNorm 用 torch.ops.my_ops.rmsnorm_forward，整个 SwiGLU MLP 用 llama_mlp_forward；其余用原生 PyTorch。',
    ),
    evidence: kernels,
  },
  'flashinfer-comm': {
    status: 'replace',
    replacement: 'torch.distributed (sccl)',
    note: text('Collectives go through torch.distributed with "sccl".', '集合通信用 torch.distributed（"sccl"）。'),
    evidence: torchTpu('docs/quick_start/source_zh/03_Tutorial.rst'),
  },
  'flashinfer-tools': { status: 'none', note: flashInferTools, evidence: [] },
  'causal-conv1d': {
    status: 'replace',
    replacement: 'torch.nn.functional.conv1d',
    note: text(
      'A causal depthwise convolution is conv1d with groups=dim over an input that is padded on the left.',
      '因果深度卷积可用左侧填充后的 conv1d（groups=dim）实现。',
    ),
    evidence: torchTpu('torch_tpu/csrc/ops/native_ops/Convolution.cpp'),
  },
  'cuda-runtime': {
    status: 'replace',
    replacement: 'torch_tpu',
    note: text(
      "On the TPU, torch_tpu brings the vendor's runtime; torch itself is the CPU build.",
      '在 TPU 上由 torch_tpu 提供厂商运行时；torch 本身使用 CPU 版。',
    ),
    evidence: torchTpu('docs/quick_start/source_zh/02_env.rst'),
  },
  tensorrt: {
    status: 'replace',
    replacement: 'tpu-mlir',
    note: text(
      'For inference, export to ONNX and convert by tpu-mlir (model_transform, model_deploy).',
      '推理请导出 ONNX 后用 tpu-mlir（model_transform、model_deploy）转换。',
    ),
    evidence: [{ source: 'sophgo/tpu-mlir', version: '2026-04-29', where: 'README.md' }],
  },
  horovod: {
    status: 'replace',
    replacement: 'torch.distributed (sccl)',
    note: text(
      'It places tensors on CUDA or the CPU. Use DistributedDataParallel with the backend "sccl".',
      '它只把张量放在 CUDA 或 CPU 上。请改用 DistributedDataParallel，后端为 "sccl"。',
    ),
    evidence: torchTpu('docs/quick_start/source_zh/03_Tutorial.rst'),
  },
};

/** What becomes of CUDA libraries on Sophgo's TPUs. A library that is not here is unknown. */
export const tpuLibraries: readonly Library[] = [
  ...cudaLibraries(text('the TPU', ' TPU '), successors),
  {
    id: 'triton',
    imports: ['triton'],
    distributions: ['triton', 'pytorch-triton'],
    status: 'none',
    note: text(
      'There is no Triton for the TPU. Write the kernel in PPL, use torch.ops.my_ops, or compute it in plain PyTorch.',
      'TPU 没有 Triton。请用 PPL 编写算子、使用 torch.ops.my_ops，或用原生 PyTorch 计算。',
    ),
    evidence: platform,
  },
  {
    id: 'liger-kernel',
    imports: ['liger_kernel'],
    distributions: ['liger-kernel', 'liger-kernel-nightly'],
    status: 'none',
    note: text(
      'Its kernels are Triton kernels, and there is no Triton for the TPU: do not apply it there.',
      '其算子是 Triton 内核，而 TPU 没有 Triton：请不要在该平台启用。',
    ),
    evidence: [
      ...platform,
      { source: 'linkedin/Liger-Kernel', version: 'ead96b618e5c', where: 'README.md, Dependencies' },
    ],
  },
  {
    id: 'cuda-extension',
    imports: extensionFunctions,
    distributions: [],
    status: 'replace',
    replacement: 'torch.ops.my_ops, PPL',
    note: text(
      'CUDA sources need nvcc. On the TPU look for the operator in torch.ops.my_ops, write it in PPL and register it with torch_tpu, or compute it in plain PyTorch.',
      'CUDA 源码需要 nvcc。在 TPU 上请先查找 torch.ops.my_ops 中的算子，或用 PPL 编写并注册到 torch_tpu，或用原生 PyTorch 计算。',
    ),
    evidence: kernels,
  },
  {
    id: 'torchvision-ops',
    imports: [
      'nms',
      'batched_nms',
      'deform_conv2d',
      'DeformConv2d',
      'roi_align',
      'RoIAlign',
      'MultiScaleRoIAlign',
      'roi_pool',
      'RoIPool',
      'ps_roi_align',
      'PSRoIAlign',
      'ps_roi_pool',
      'PSRoIPool',
    ].map((name) => `torchvision.ops.${name}`),
    distributions: [],
    status: 'adapted',
    note: text(
      'torch_tpu registers no kernel for the operators of torchvision: they run on the CPU, with copies both ways. For NMS there is torch.ops.my_ops.nms.',
      'torch_tpu 没有为 torchvision 算子注册内核：它们会回退到 CPU 执行，并产生来回拷贝。NMS 可用 torch.ops.my_ops.nms。',
    ),
    evidence: [...hostFallback, ...kernels],
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
