import type { ArgumentMap, FusedKernel } from '../../../../core/model';
import { readFacts } from '../../facts';
import { opPlugin, opPluginDocs, text } from '../evidence';

interface FactKernel {
  readonly name: string;
  readonly prototype: string;
  readonly products: Readonly<Record<string, boolean>>;
  readonly src: string;
}

/** Chip families behind the products of the documentation. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^A2/, '910B'],
  [/^A3/, '910C'],
  [/^310P/, '310P'],
  [/^310B/, '310B'],
  [/^910A/, '910A'],
  [/^950/, '950'],
];

const map = (from: string, to: string, en?: string, zh?: string): ArgumentMap => ({
  from,
  to,
  ...(en === undefined ? {} : { note: text(en, zh!) }),
});

const attentionArguments: readonly ArgumentMap[] = [
  map('q', 'query'),
  map('k', 'key'),
  map('v', 'value'),
  map('dropout_p', 'keep_prob', 'keep_prob = 1 - dropout_p', 'keep_prob = 1 - dropout_p'),
  map(
    'softmax_scale',
    'scale',
    'explicit: 1 / sqrt(head_dim) where it was None',
    '须显式给出：原为 None 时取 1 / sqrt(head_dim)',
  ),
  map(
    'causal',
    'sparse_mode',
    'causal=True: sparse_mode=2 (3 where query and key lengths differ) with atten_mask = torch.triu(torch.ones(2048, 2048), 1).bool()',
    'causal=True：sparse_mode=2（query 与 key 长度不同时取 3），并传入 atten_mask = torch.triu(torch.ones(2048, 2048), 1).bool()',
  ),
  map(
    'window_size',
    'sparse_mode',
    'sparse_mode=4 with pre_tockens and next_tockens',
    'sparse_mode=4，并设置 pre_tockens、next_tockens',
  ),
];

type Draft = Pick<FusedKernel, 'cuda' | 'patterns' | 'arguments' | 'note'> & { readonly name: string };

const drafts: readonly Draft[] = [
  {
    name: 'npu_fusion_attention',
    cuda: ['flash_attn.flash_attn_func', 'flash_attn.flash_attn_interface.flash_attn_func'],
    patterns: ['attention'],
    arguments: [
      ...attentionArguments,
      map('q.shape[2]', 'head_num', 'the number of query heads', 'query 的头数'),
      map('(batch, seqlen, heads, dim)', 'input_layout', 'input_layout="BSND"', 'input_layout="BSND"'),
    ],
    note: text(
      'For training; the attention is the first of the returned values. It is not supported in graph mode.',
      '用于训练；返回值的第一项是注意力输出。不支持图模式。',
    ),
  },
  {
    name: 'npu_fusion_attention',
    cuda: ['flash_attn.flash_attn_varlen_func', 'flash_attn.flash_attn_interface.flash_attn_varlen_func'],
    arguments: [
      ...attentionArguments,
      map(
        'cu_seqlens_q',
        'actual_seq_qlen',
        'cumulative lengths without the leading 0, as a list',
        '累积长度，去掉开头的 0，以列表传入',
      ),
      map(
        'cu_seqlens_k',
        'actual_seq_kvlen',
        'cumulative lengths without the leading 0, as a list',
        '累积长度，去掉开头的 0，以列表传入',
      ),
      map('(total, heads, dim)', 'input_layout', 'input_layout="TND"', 'input_layout="TND"'),
    ],
  },
  {
    name: 'npu_fusion_attention',
    cuda: ['flash_attn.flash_attn_qkvpacked_func'],
    arguments: [map('qkv', 'query, key, value', 'qkv.unbind(2)', 'qkv.unbind(2)'), ...attentionArguments.slice(3)],
  },
  {
    name: 'npu_fusion_attention',
    cuda: ['xformers.ops.memory_efficient_attention'],
    arguments: [
      map('query', 'query'),
      map('key', 'key'),
      map('value', 'value'),
      map('p', 'keep_prob', 'keep_prob = 1 - p', 'keep_prob = 1 - p'),
      map('scale', 'scale'),
      map('(batch, seqlen, heads, dim)', 'input_layout', 'input_layout="BSND"', 'input_layout="BSND"'),
    ],
  },
  {
    name: 'npu_fused_infer_attention_score',
    cuda: ['flash_attn.flash_attn_with_kvcache', 'flash_mla.flash_mla_with_kvcache'],
    note: text(
      'For inference: prefill and decode, paged cache by block_table, MLA by query_rope and key_rope.',
      '用于推理：支持 prefill 与 decode，block_table 分页缓存，MLA 传入 query_rope 与 key_rope。',
    ),
  },
  {
    name: 'npu_rms_norm',
    cuda: ['apex.normalization.FusedRMSNorm', 'torch.nn.RMSNorm', 'torch.nn.functional.rms_norm'],
    patterns: ['rms-norm'],
    arguments: [map('input', 'self'), map('weight', 'gamma'), map('eps', 'epsilon')],
    note: text('The result is the first of the returned values.', '结果是返回值的第一项。'),
  },
  {
    name: 'npu_add_rms_norm',
    cuda: [],
    patterns: ['add-rms-norm'],
    note: text('Returns (y, rstd, x1 + x2).', '返回 (y, rstd, x1 + x2)。'),
  },
  {
    name: 'npu_rotary_mul',
    cuda: ['flash_attn.layers.rotary.apply_rotary_emb'],
    patterns: ['rotary'],
    arguments: [
      map('x', 'input'),
      map('cos', 'r1'),
      map('sin', 'r2'),
      map(
        'interleaved',
        'rotary_mode',
        '"interleave" where interleaved, else "half"',
        'interleaved 为真时取 "interleave"，否则 "half"',
      ),
    ],
  },
  {
    name: 'npu_swiglu',
    cuda: [],
    patterns: ['swiglu'],
    arguments: [map('gate, up', 'input', 'torch.cat((gate, up), dim=-1)', 'torch.cat((gate, up), dim=-1)')],
    note: text(
      'Halves the given dimension: silu(first half) * second half.',
      '沿给定维度对半切分：silu(前一半) * 后一半。',
    ),
  },
  { name: 'npu_scaled_masked_softmax', cuda: [], patterns: ['scaled-masked-softmax'] },
  { name: 'npu_grouped_matmul', cuda: ['grouped_gemm.ops.gmm', 'torch._grouped_mm'] },
  { name: 'npu_moe_gating_top_k', cuda: [], patterns: ['moe-grouped-top-k'] },
  { name: 'npu_moe_gating_top_k_softmax', cuda: [], patterns: ['moe-top-k-softmax'] },
  { name: 'npu_moe_distribute_dispatch_v2', cuda: ['deep_ep.Buffer.low_latency_dispatch'] },
  { name: 'npu_moe_distribute_combine_v2', cuda: ['deep_ep.Buffer.low_latency_combine'] },
  {
    name: 'npu_quant_matmul',
    cuda: ['deep_gemm.fp8_gemm_nt', 'deep_gemm.gemm_fp8_fp8_bf16_nt', 'bitsandbytes.nn.Linear8bitLt'],
  },
  { name: 'npu_weight_quant_batchmatmul', cuda: ['bitsandbytes.nn.Linear4bit'] },
  { name: 'npu_cross_entropy_loss', cuda: ['apex.contrib.xentropy.SoftmaxCrossEntropyLoss'] },
  { name: 'npu_sparse_flash_attention', cuda: ['flash_mla.flash_mla_sparse_fwd'] },
];

const optimizers: readonly (readonly [string, readonly string[]])[] = [
  ['NpuFusedAdam', ['apex.optimizers.FusedAdam', 'deepspeed.ops.adam.FusedAdam', 'torch.optim.Adam']],
  ['NpuFusedAdamW', ['apex.optimizers.FusedAdamW', 'torch.optim.AdamW']],
  ['NpuFusedSGD', ['apex.optimizers.FusedSGD', 'torch.optim.SGD']],
  ['NpuFusedLamb', ['apex.optimizers.FusedLAMB']],
];

export function npuKernels(): FusedKernel[] {
  const facts = readFacts('ascend/npu-apis.json').apis as FactKernel[];
  const kernels = drafts.map((draft, index): FusedKernel => {
    const name = `torch_npu.${draft.name}`;
    const fact = facts.find((candidate) => candidate.name === name);
    if (fact === undefined) throw new Error(`${name} is not in the facts`);
    const where = fact.src.slice(fact.src.indexOf(':') + 1);
    return {
      id: `${draft.name}-${index}`,
      ...draft,
      name,
      signature: fact.prototype.replace(/^(torch_npu\.)?/, 'torch_npu.'),
      families: [
        ...new Set(
          Object.keys(fact.products)
            .filter((product) => fact.products[product])
            .flatMap((product) => families.filter(([pattern]) => pattern.test(product)).map(([, family]) => family)),
        ),
      ].sort(),
      evidence: opPluginDocs(where),
    };
  });
  return [
    ...kernels,
    ...optimizers.map(
      ([name, cuda]): FusedKernel => ({
        id: name,
        cuda,
        name: `torch_npu.optim.${name}`,
        ...(name === 'NpuFusedAdamW'
          ? {
              note: text(
                'Faster than AdamW and needs about 70 % more memory, says the migration tool.',
                '比 AdamW 更快，但据迁移工具说明内存占用约增加 70%。',
              ),
            }
          : {}),
        evidence: opPlugin(`docs, torch_npu.optim.${name}`),
      }),
    ),
  ];
}
