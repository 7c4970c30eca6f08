import { spellings } from '../../core/llm';
import type { Localized } from '../../core/model';

/** A key of a model's configuration for a reader: what it is, and by how much it is usually changed. */
export interface KeyDescription {
  readonly text: Localized;
  /** Of a count: the least change that keeps matrices in shape. Undefined: its cost is not told. */
  readonly step?: number | undefined;
}

const latent = {
  en: 'Multi-head latent attention (MLA)',
  zh: '多头潜在注意力（MLA）',
};

const table: Readonly<Record<string, KeyDescription>> = {
  model_type: {
    text: {
      en: 'Which modelling code the model needs. Routes accept or refuse a model by it, or by `architectures`.',
      zh: '模型对应的实现代码。各路线据此（或据 `architectures`）决定是否支持。',
    },
  },
  hidden_size: {
    step: 128,
    text: {
      en: 'Width of the vector that passes from layer to layer. Every matrix has it as one side.',
      zh: '层间传递的向量宽度，所有矩阵都以它为一边。',
    },
  },
  intermediate_size: {
    step: 128,
    text: { en: 'Width of a dense feed-forward network.', zh: '稠密前馈网络的宽度。' },
  },
  moe_intermediate_size: {
    step: 128,
    text: {
      en: 'Width of one routed expert. vllm-tpu needs it over the tensor-parallel size to be a multiple of 128 in FP8.',
      zh: '单个路由专家的宽度。FP8 下 vllm-tpu 要求其除以张量并行度后为 128 的倍数。',
    },
  },
  num_hidden_layers: {
    step: 1,
    text: {
      en: 'Decoder layers. Weights, KV cache and time per token grow with it.',
      zh: '解码层数。权重、KV cache 与每 token 耗时都随之增长。',
    },
  },
  num_attention_heads: {
    text: {
      en: 'Query heads. The tensor-parallel size has to divide it.',
      zh: '查询头数，张量并行度必须能整除它。',
    },
  },
  num_key_value_heads: {
    text: {
      en: 'Heads of keys and values. The KV cache grows with it; with more ranks than heads each rank keeps a copy. In latent attention it says nothing about the cache.',
      zh: 'KV 头数，KV cache 随之增长；rank 数多于头数时每个 rank 各存一份。MLA 中它与缓存大小无关。',
    },
  },
  head_dim: {
    step: 16,
    text: {
      en: 'Width of one head. Where it is given it counts, not hidden_size / num_attention_heads.',
      zh: '单个头的宽度。给出时以它为准，而不是 hidden_size / num_attention_heads。',
    },
  },
  vocab_size: {
    step: 1024,
    text: {
      en: 'Rows of the embedding and of the output head. The head is read whole in each step.',
      zh: '嵌入与输出层的行数。每一步都要读取整个输出层。',
    },
  },
  q_lora_rank: {
    step: 128,
    text: {
      en: `${latent.en}: width to which queries are compressed on the way.`,
      zh: `${latent.zh}：查询压缩后的宽度。`,
    },
  },
  kv_lora_rank: {
    step: 64,
    text: {
      en: `${latent.en}: the compressed vector that is cached for each token and layer, whatever the number of heads. It is not divided by tensor parallelism.`,
      zh: `${latent.zh}：每个 token、每层缓存的压缩向量宽度，与头数无关，且不随张量并行切分。`,
    },
  },
  qk_nope_head_dim: {
    step: 16,
    text: {
      en: `${latent.en}: dimensions of a head without positions.`,
      zh: `${latent.zh}：每个头中不带位置编码的维数。`,
    },
  },
  qk_rope_head_dim: {
    step: 16,
    text: {
      en: `${latent.en}: dimensions with rotary positions; one key of this width is cached for all heads together.`,
      zh: `${latent.zh}：带旋转位置编码的维数，所有头共用一个该宽度的缓存键。`,
    },
  },
  v_head_dim: {
    step: 16,
    text: { en: `${latent.en}: dimensions of a head's values.`, zh: `${latent.zh}：每个头的值的维数。` },
  },
  n_routed_experts: {
    step: 1,
    text: {
      en: 'Experts of which each token visits a few. All are in memory; a step reads those that its tokens visit.',
      zh: '路由专家数，每个 token 只访问其中几个。全部常驻显存，每步只读取被访问到的专家。',
    },
  },
  n_shared_experts: {
    step: 1,
    text: { en: 'Experts that every token visits.', zh: '每个 token 都会经过的共享专家数。' },
  },
  num_experts_per_tok: {
    step: 1,
    text: {
      en: 'Routed experts that a token visits. Memory does not change with it; work and, at small batches, bytes read do.',
      zh: '每个 token 访问的路由专家数。不影响显存，影响计算量；批量小时还影响读取量。',
    },
  },
  first_k_dense_replace: {
    step: 1,
    text: { en: 'The first layers are dense, without experts.', zh: '前若干层为稠密层，不含专家。' },
  },
  max_position_embeddings: {
    text: {
      en: 'The longest context. vLLM refuses to start when the KV cache does not hold one such request, unless --max-model-len says less.',
      zh: '最大上下文长度。若 KV cache 容不下一条这么长的请求且未用 --max-model-len 缩短，vLLM 会拒绝启动。',
    },
  },
  num_nextn_predict_layers: {
    step: 1,
    text: {
      en: 'Modules of multi-token prediction (MTP): a draft token is checked in each step. vllm-tpu does not load them.',
      zh: '多 token 预测（MTP）模块数，每步可多验证一个草稿 token。vllm-tpu 不加载。',
    },
  },
  torch_dtype: {
    text: {
      en: 'The 16-bit format of activations and of unquantised weights. 310P has no BF16; W8A8 on 910B needs BF16.',
      zh: '激活值及未量化权重的 16 位格式。310P 没有 BF16；910B 上的 W8A8 需要 BF16。',
    },
  },
  tie_word_embeddings: {
    text: { en: 'Whether the output head is the embedding itself.', zh: '输出层是否与嵌入共用权重。' },
  },
  quantization_config: {
    text: {
      en: 'How the linear layers are stored. Routes load some methods only: FP8 does not run on 910B and 910C, GPTQ and AWQ not on Ascend.',
      zh: '线性层的存储方式。各路线只支持部分方法：FP8 不能在 910B、910C 上运行，昇腾不支持 GPTQ 与 AWQ。',
    },
  },
  topk_method: {
    text: {
      en: 'How experts are chosen. `noaux_tc` adds a bias per expert, which vllm-tpu skips.',
      zh: '专家选择方式。`noaux_tc` 会加上每个专家的偏置，vllm-tpu 会跳过该偏置。',
    },
  },
  rope_scaling: {
    text: {
      en: 'How rotary positions are stretched to a longer context.',
      zh: '将旋转位置编码扩展到更长上下文的方式。',
    },
  },
  index_topk: {
    text: {
      en: 'Sparse attention (DSA): tokens that a query attends to, chosen by the indexer.',
      zh: '稀疏注意力（DSA）：由 indexer 为每个查询选出的 token 数。',
    },
  },
};

const aliases: readonly (readonly [string, readonly string[]])[] = [
  ['n_routed_experts', ['num_experts', 'num_local_experts', 'moe_num_experts']],
  ['n_shared_experts', ['num_shared_experts']],
  ['num_nextn_predict_layers', ['n_mtp_layers']],
  ['max_position_embeddings', ['max_seq_len']],
  ['torch_dtype', ['dtype']],
  ['topk_method', ['scoring_func', 'score_func']],
];

const bySpelling = new Map<string, KeyDescription>();
for (const [name, description] of Object.entries(table)) {
  const others = aliases.find(([usual]) => usual === name)?.[1] ?? [];
  for (const spelling of [...spellings(name), ...others]) bySpelling.set(spelling, description);
}

/** The description of a key in any of its spellings. */
export function describeKey(key: string): KeyDescription | undefined {
  return bySpelling.get(key);
}
