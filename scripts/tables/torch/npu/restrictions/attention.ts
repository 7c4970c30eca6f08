import { checked, elsewhere, type Restriction, told } from './restriction';

/** On scaled_dot_product_attention and what builds on it. */
export const attentionRestrictions: readonly Restriction[] = [
  elsewhere(/^(约束|所有参数输入符合规格|与原接口除了规格限制(之外)?的?差异点)$/),
  checked(
    ['attention-types'],
    /^(。所有参数输入均符合以下约束|输入query、key、value的数据类型为bf16、fp16、fp32)$/,
    'query, key and value are bfloat16, float16 or float32.',
    'query、key、value 仅支持 bfloat16、float16、float32。',
  ),
  checked(
    ['attention-rank'],
    /^输入query、key、value的N：batchsize/,
    'The layout is (batch, heads, length, dim), with a batch up to 2K.',
    '仅支持 (batch、heads、length、dim) 排布，batch 取值 1～2K。',
  ),
  checked(
    ['attention-head-size'],
    /^输入query、key、value的E：/,
    'The head size is 512 at most.',
    'head 维度取值 1～512。',
  ),
  checked(
    ['attention-mask-type', 'attention-causal-mask'],
    /^在开启is_causal计算时，attn_mask必须为None/,
    'With is_causal, attn_mask is None; otherwise it is boolean.',
    '开启 is_causal 时 attn_mask 必须为 None；否则 attn_mask 必须为布尔类型。',
  ),
  told(
    /^输入query的headnum和key\/value的headnum必须成比例关系/,
    'The heads of query are a multiple of those of key and value, 256 times at most.',
    'query 的 head 数须为 key、value 的整数倍，取值 1～256。',
  ),
  told(/^输入query的L：/, 'The length of query is 512K at most.', 'query 的长度取值 1～512K。'),
  told(/^输入key、value的S：/, 'The length of key and value is 512K at most.', 'key、value 的长度取值 1～512K。'),
  told(/^输入value的Ev：/, 'value has the head size of query and key.', 'value 的 head 维度须与 query、key 相等。'),
  told(
    /^输入attn_mask：当前支持/,
    'attn_mask is [N, 1, L, S], [N, heads, L, S], [1, 1, L, S] or [L, S], or a boolean mask that broadcasts to [N, heads, L, S].',
    'attn_mask 支持 [N, 1, L, S]、[N, heads, L, S]、[1, 1, L, S]、[L, S]，以及可广播到 [N, heads, L, S] 的布尔 mask。',
  ),
  told(
    /^通过设置torch_npu\.npu\.use_compatible_impl\(True\)，支持按SDPA后端选择上下文指定MATH后端$/,
    'With torch_npu.npu.use_compatible_impl(True), the context of SDPA backends may choose MATH.',
    '设置 torch_npu.npu.use_compatible_impl(True) 后，可在 SDPA 后端上下文中指定 MATH。',
  ),
  told(
    /^NPU的随机算法部分用DSA硬件实现/,
    'Random numbers are drawn in hardware: dropout gives other results than on GPUs.',
    '随机数由 DSA 硬件生成，dropout 结果与 GPU 不一致。',
  ),
  told(
    /^当前接口支持输入query的headnum和key\/value的headnum不等长/,
    'Other numbers of heads for key and value than for query are supported, unlike in PyTorch.',
    '支持 query 与 key、value 的 head 数不等，而原生 PyTorch 不支持。',
  ),
  told(/^在当前版本中，sdpa/, 'It is on trial in this release.', '该版本中仅作为试用特性。'),
  told(
    /^仅支持NPUfusedSDPA路径/,
    'It runs on the fused path only, in layout BNSD, with causal masks at most, and not under torch.compile.',
    '仅支持 NPU fused SDPA 路径与 BNSD 布局，只支持 causal mask，暂不支持 torch.compile。',
  ),
  told(
    /^input仅支持fp8模式下ScalingType为tensorwise/,
    'fp8 is scaled by tensor, by row or by blocks of 1x128, mxfp8 by blocks of 1x32, as aclnnQuantMatmulV5 says.',
    'fp8 支持 tensorwise、rowwise、BlockWise1x128，mxfp8 支持 BlockWise1x32，遵循 aclnnQuantMatmulV5 的要求。',
  ),
  told(
    /^input仅支持fp8模式下ScalingType为rowwise/,
    'fp8 is scaled by row; mxfp8 as aclnnGroupedMatmulV5 says.',
    'fp8 支持 rowwise，mxfp8 遵循 aclnnGroupedMatmulV5 的要求。',
  ),
];
