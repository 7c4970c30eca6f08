import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome, ScriptRoute } from '../../core/model';
import { apiTable, checkLimit } from '../../core/targets';
import { allRules } from '../../rules/checks';
import { type Arguments, call, constant, half, type LimitCase, unknown, whole } from './limit-case';
import { npuCases } from './npu-limit-cases';
import { npuTypeCases } from './npu-type-cases';

const cases: readonly LimitCase[] = [
  ...npuCases,
  ...npuTypeCases,
  ['torch-npu', 'torch.topk', 'topk-sorted', { keywords: { sorted: constant(false) } }, 'broken'],
  ['torch-npu', 'torch.topk', 'topk-sorted', { keywords: { sorted: constant(true) } }, 'met'],
  ['torch-npu', 'torch.topk', 'topk-sorted', {}, 'met'],
  ['torch-npu', 'torch.topk', 'topk-sorted', { keywords: { sorted: unknown } }, 'undecided'],
  ['torch-npu', 'torch.topk', 'topk-sorted', { open: true }, 'undecided'],
  [
    'torch-npu',
    'torch.Tensor.topk',
    'topk-sorted',
    { positional: [unknown, constant(8), constant(-1), constant(true), constant(false)] },
    'broken',
  ],
  ['torch-npu', 'torch.Tensor.double', 'double-is-float', {}, 'broken'],
  ['torch-npu', 'torch.nn.functional.gelu', 'gelu-approximate', {}, 'broken'],
  ['torch-npu', 'torch.nn.functional.gelu', 'gelu-approximate', { keywords: { approximate: constant('tanh') } }, 'met'],
  ['torch-npu', 'torch.nn.GELU', 'gelu-module-approximate', { positional: [constant('tanh')] }, 'met'],
  ['torch-npu', 'torch.nn.GELU', 'gelu-module-approximate', {}, 'broken'],
  ['torch-npu', 'torch.repeat_interleave', 'repeat-interleave-elements', { elements: 4194303 }, 'met'],
  ['torch-npu', 'torch.repeat_interleave', 'repeat-interleave-elements', { elements: 4194304 }, 'broken'],
  ['torch-npu', 'torch.repeat_interleave', 'repeat-interleave-elements', {}, 'undecided'],
  ...attention('attention-rank', { positional: [{ rank: 3 }] }, 'broken'),
  ...attention('attention-rank', { positional: [half] }, 'met'),
  ...attention('attention-rank', { positional: [unknown] }, 'undecided'),
  ...attention('attention-head-size', { positional: [{ lastDimension: 576 }] }, 'broken'),
  ...attention('attention-head-size', { positional: [half] }, 'met'),
  ...attention('attention-types', { positional: [{ dtype: 'float64' }] }, 'broken'),
  ...attention('attention-types', { positional: [half] }, 'met'),
  ...attention('attention-mask-type', { keywords: { attn_mask: { dtype: 'float32' } } }, 'broken'),
  ...attention('attention-mask-type', { keywords: { attn_mask: { dtype: 'bool' } } }, 'met'),
  ...attention('attention-mask-type', { keywords: { attn_mask: constant(null) } }, 'met'),
  ...attention('attention-mask-type', { keywords: { attn_mask: unknown } }, 'undecided'),
  ...attention('attention-mask-type', {}, 'met'),
  ...attention('attention-causal-mask', { keywords: { is_causal: constant(true), attn_mask: half } }, 'broken'),
  ...attention('attention-causal-mask', { keywords: { is_causal: constant(true), attn_mask: constant(null) } }, 'met'),
  ...attention('attention-causal-mask', { keywords: { is_causal: constant(true) } }, 'met'),
  ...attention('attention-causal-mask', { keywords: { is_causal: unknown, attn_mask: half } }, 'undecided'),
  ['torch-npu', 'torch.unique', 'unique-dim-float16', { positional: [half], keywords: { dim: constant(0) } }, 'broken'],
  ['torch-npu', 'torch.unique', 'unique-dim-float16', { positional: [half] }, 'met'],
  [
    'torch-npu',
    'torch.Tensor.to',
    'to-memory-format',
    { keywords: { memory_format: constant('torch.channels_last') } },
    'broken',
  ],
  [
    'torch-npu',
    'torch.Tensor.to',
    'to-memory-format',
    { keywords: { memory_format: constant('torch.contiguous_format') } },
    'met',
  ],
  ['torch-npu', 'torch.Tensor.to', 'to-integer-device', { positional: [half, constant(0)] }, 'broken'],
  ['torch-npu', 'torch.Tensor.to', 'to-integer-device', { positional: [half, constant('npu:0')] }, 'met'],
  [
    'torch-npu',
    'torch.utils.data.DataLoader',
    'pin-memory-device',
    { keywords: { pin_memory_device: constant('cuda') } },
    'broken',
  ],
  ['torch-npu', 'torch.utils.data.DataLoader', 'pin-memory-device', {}, 'met'],
  ['torch-npu', 'torch.compile', 'compile-inductor', {}, 'broken'],
  ['torch-npu', 'torch.compile', 'compile-inductor', { keywords: { backend: constant('eager') } }, 'met'],
  ['torch-npu', 'torch.compile', 'compile-inductor', { keywords: { backend: unknown } }, 'undecided'],
  ['torch-npu', 'torch.compile', 'compile-mode', { keywords: { mode: constant('max-autotune') } }, 'broken'],
  ['torch-npu', 'torch.compile', 'compile-mode', { keywords: { mode: constant('reduce-overhead') } }, 'met'],
  ['torch-npu', 'torch.compile', 'compile-cudagraphs', { keywords: { backend: constant('cudagraphs') } }, 'broken'],
  ['torch-npu', 'torch.compile', 'compile-tensorrt', { keywords: { backend: constant('onnxrt') } }, 'broken'],
  ['torch-npu', 'torch.nn.LSTM', 'lstm-dropout', { keywords: { dropout: constant(0.1) } }, 'broken'],
  ['torch-npu', 'torch.nn.GRU', 'gru-dropout', { keywords: { dropout: constant(0.1) } }, 'broken'],
  ['torch-npu', 'torch.nn.GRU', 'gru-dropout', { keywords: { dropout: constant(0) } }, 'met'],
  ['torch-npu', 'torch.nn.LSTM', 'lstm-projection', { keywords: { proj_size: constant(8) } }, 'broken'],
  ...functional('kl_div', 'kl-div-log-target', { keywords: { log_target: constant(true) } }, 'broken'),
  ...functional('kl_div', 'kl-div-log-target', {}, 'met'),
  ['torch-npu', 'torch.nn.KLDivLoss', 'kl-div-loss-log-target', { keywords: { log_target: constant(true) } }, 'broken'],
  ...functional('max_pool2d', 'max-pool-dilation', { keywords: { dilation: constant(2) } }, 'broken'),
  ...functional('max_pool2d', 'max-pool-dilation', { keywords: { dilation: constant(1) } }, 'met'),
  ...functional('max_pool3d', 'max-pool-indices', { keywords: { return_indices: constant(true) } }, 'broken'),
  ['torch-npu', 'torch.matmul', 'matmul-rank', { positional: [{ rank: 7 }] }, 'broken'],
  ['torch-npu', 'torch.matmul', 'matmul-rank', { positional: [half] }, 'met'],
  ['torch-npu', 'torch.where', 'where-rank', { positional: [{ rank: 8 }] }, 'broken'],
  ['torch-npu', 'torch.kron', 'kron-rank', { positional: [{ rank: 5 }] }, 'broken'],
  ...functional('pad', 'pad-rank', { positional: [{ rank: 6 }] }, 'broken'),
  [
    'torch-npu',
    'torch.cdist',
    'cdist-mode',
    { keywords: { compute_mode: constant('use_mm_for_euclid_dist') } },
    'broken',
  ],
  ['torch-npu', 'torch.nested.nested_tensor', 'nested-tensor', {}, 'broken'],
  ['torch-npu', 'torch.logaddexp', 'log-add-exp-double', { positional: [{ dtype: 'float64' }] }, 'broken'],
  ['torch-npu', 'torch.rand_like', 'rand-like-bool', { keywords: { dtype: constant('torch.bool') } }, 'broken'],
  [
    'torch-npu',
    'torch.Tensor.resize_',
    'resize-memory-format',
    { keywords: { memory_format: constant('torch.channels_last') } },
    'broken',
  ],
  ['torch-npu', 'torch.backends.cudnn.allow_tf32', 'allow-tf32', {}, 'broken'],
  ['torch-tpu', 'torch.addmm', 'addmm-scale', { keywords: { alpha: constant(0.5) } }, 'broken'],
  ['torch-tpu', 'torch.addmm', 'addmm-scale', {}, 'met'],
  ['torch-tpu', 'torch.addmm', 'addmm-scale', { keywords: { beta: unknown } }, 'undecided'],
  ['torch-tpu', 'torch.linalg.vector_norm', 'vector-norm-order', { positional: [half, constant(1)] }, 'broken'],
  ['torch-tpu', 'torch.linalg.vector_norm', 'vector-norm-order', { positional: [half] }, 'met'],
  ['torch-tpu', 'torch.linalg.vector_norm', 'vector-norm-dimension', { keywords: { dim: constant(-1) } }, 'broken'],
  ['torch-tpu', 'torch.argmax', 'argmax-integers', { positional: [{ dtype: 'int64' }] }, 'broken'],
  ['torch-tpu', 'torch.argmax', 'argmax-integers', { positional: [half] }, 'met'],
  ['torch-tpu', 'torch.flip', 'flip-rank', { positional: [{ rank: 5 }] }, 'broken'],
  ['torch-tpu', 'torch.flip', 'flip-rank', { positional: [half] }, 'met'],
  ['torch-tpu', 'torch.cumsum', 'cumsum-bm1684x', {}, 'broken'],
  ['torch-tpu', 'torch.topk', 'indices-int32', {}, 'broken'],
  ['torch-tpu', 'torch.nn.Module.to', 'module-to-type', { positional: [unknown, constant('torch.int64')] }, 'broken'],
  ['torch-tpu', 'torch.nn.Module.to', 'module-to-type', { positional: [unknown, constant('torch.float16')] }, 'met'],
  ['torch-tpu', 'torch.autocast', 'autocast', {}, 'broken'],
  ['torch-tpu', 'torch.utils.data.DataLoader', 'pin-memory', { keywords: { pin_memory: constant(true) } }, 'broken'],
  ['torch-npu', 'torch.optim.AdamW', 'adamw-fused', { keywords: { fused: constant(true) } }, 'broken'],
  ['torch-npu', 'torch.optim.AdamW', 'adamw-fused', {}, 'met'],
  ['torch-npu', 'torch.Tensor.item', 'host-read', {}, 'broken'],
  ['torch-tpu', 'torch.Tensor.cpu', 'host-read', {}, 'broken'],
  ['torch-npu', 'torch.nonzero', 'data-dependent-shape', {}, 'broken'],
  ['torch-tpu', 'torch.Tensor.unique', 'data-dependent-shape', {}, 'broken'],
  ['torch-tpu', 'torch.compile', 'compile-backend', {}, 'broken'],
  ['torch-tpu', 'torch.compile', 'compile-backend', { keywords: { backend: constant('eager') } }, 'met'],
  ['torch-tpu', 'torch.arange', 'arange-type', { keywords: { dtype: constant('torch.int64') } }, 'broken'],
  ['torch-tpu', 'torch.arange', 'arange-type', { keywords: { dtype: constant('torch.int32') } }, 'met'],
  ['torch-tpu', 'torch.arange', 'arange-type', {}, 'met'],
  ['torch-tpu', 'torch.arange', 'arange-narrowed', {}, 'broken'],
  ['torch-tpu', 'torch.arange', 'arange-narrowed', { keywords: { dtype: constant('torch.int32') } }, 'met'],
  ['torch-tpu', 'torch.Tensor.pow', 'power-not-positive', { positional: [half, constant(-0.5)] }, 'broken'],
  ['torch-tpu', 'torch.pow', 'power-not-positive', { positional: [half, constant(2)] }, 'met'],
  ['torch-tpu', 'torch.pow', 'power-not-positive', { positional: [half, half] }, 'met'],
  ['torch-tpu', 'torch.pow', 'power-not-positive', { positional: [half, unknown] }, 'undecided'],
  ['torch-tpu', 'torch.norm', 'norm-order', { positional: [half, constant(1)] }, 'broken'],
  ['torch-tpu', 'torch.norm', 'norm-order', { positional: [half, constant('fro')] }, 'met'],
  ...tpu('arange', 'arange-fraction', { positional: [whole(0), whole(1), constant(0.1)] }, 'broken'),
  ...tpu('arange', 'arange-fraction', { keywords: { end: constant(2.5) } }, 'broken'),
  ...tpu('arange', 'arange-fraction', { positional: [whole(0), whole(8), whole(2)] }, 'met'),
  ...tpu('arange', 'arange-fraction', { positional: [unknown] }, 'undecided'),
  ...tpu('arange', 'arange-backwards', { positional: [whole(10), whole(0), whole(-1)] }, 'broken'),
  ...tpu('arange', 'arange-backwards', { positional: [whole(9), whole(-1), whole(-1)] }, 'met'),
  ...tpu('arange', 'arange-backwards', { positional: [whole(0), whole(8)] }, 'met'),
  ...tpu('zeros', 'int64-made', { keywords: { dtype: constant('torch.long') } }, 'broken'),
  ...tpu('zeros', 'int64-made', { keywords: { dtype: constant('torch.int32') } }, 'met'),
  ...tpu('zeros', 'int64-made', {}, 'met'),
  ...tpu('Tensor.new_zeros', 'int64-made', { keywords: { dtype: constant('torch.int64') } }, 'broken'),
  ...tpu('randint', 'int64-by-default', {}, 'broken'),
  ...tpu('randint', 'int64-by-default', { keywords: { dtype: constant('torch.int32') } }, 'met'),
  ...tpu('Tensor.long', 'int64-converted', {}, 'broken'),
  ...tpu('nn.functional.one_hot', 'one-hot', {}, 'broken'),
  ...tpu('Tensor.index_copy_', 'index-int64', {}, 'broken'),
  ...tpu('nn.NLLLoss', 'nll-int64', {}, 'broken'),
  ...tpu('nn.ConvTranspose2d', 'conv-transpose', {}, 'broken'),
  ...tpu('nn.functional.conv3d', 'conv3d-training', {}, 'broken'),
  ...tpu('nn.MaxPool2d', 'max-pool-ceil-mode', { keywords: { ceil_mode: constant(true) } }, 'broken'),
  ...tpu('nn.MaxPool2d', 'max-pool-ceil-mode', { positional: [whole(3), whole(2)] }, 'met'),
  ...tpu(
    'nn.AvgPool2d',
    'average-pool-ceil-mode',
    { positional: [whole(2), whole(2), whole(0), constant(true)] },
    'broken',
  ),
  ...tpu(
    'nn.functional.avg_pool2d',
    'average-pool-function-ceil-mode',
    { positional: [half, whole(2), whole(2), whole(0), constant(true)] },
    'broken',
  ),
  ...tpu('nn.MaxPool2d', 'max-pool-module-dilation', { keywords: { dilation: whole(2) } }, 'broken'),
  ...tpu('nn.functional.max_pool2d', 'max-pool-function-dilation', { keywords: { dilation: whole(2) } }, 'broken'),
  ...tpu(
    'nn.AvgPool2d',
    'average-pool-ignores',
    { keywords: { padding: whole(1), count_include_pad: constant(false) } },
    'broken',
  ),
  ...tpu('nn.AvgPool2d', 'average-pool-ignores', { keywords: { count_include_pad: constant(false) } }, 'met'),
  ...tpu(
    'nn.functional.avg_pool2d',
    'average-pool-function-ignores',
    { keywords: { divisor_override: whole(4) } },
    'broken',
  ),
  ...tpu('nn.functional.max_pool2d', 'pool-without-stride', { positional: [half, whole(2)] }, 'broken'),
  ...tpu('nn.functional.max_pool2d', 'pool-without-stride', { positional: [half, whole(2), whole(2)] }, 'met'),
  ...tpu('nn.AdaptiveAvgPool2d', 'adaptive-average-pool', { positional: [whole(7)] }, 'broken'),
  ...tpu('nn.AdaptiveAvgPool2d', 'adaptive-average-pool', { positional: [whole(1)] }, 'met'),
  ...tpu(
    'nn.functional.adaptive_avg_pool2d',
    'adaptive-average-pool-function',
    { positional: [half, whole(7)] },
    'broken',
  ),
  ...tpu(
    'nn.functional.adaptive_avg_pool2d',
    'adaptive-average-pool-function',
    { positional: [half, whole(1)] },
    'met',
  ),
  ...tpu('nn.functional.cross_entropy', 'cross-entropy', { keywords: { reduction: constant('none') } }, 'broken'),
  ...tpu('nn.functional.cross_entropy', 'cross-entropy', { keywords: { ignore_index: whole(0) } }, 'broken'),
  ...tpu('nn.functional.cross_entropy', 'cross-entropy', { keywords: { ignore_index: whole(-100) } }, 'met'),
  ...tpu('nn.functional.cross_entropy', 'cross-entropy', { positional: [half, unknown] }, 'met'),
  ...tpu('nn.CrossEntropyLoss', 'cross-entropy-module', { positional: [half] }, 'broken'),
  ...tpu('nn.CrossEntropyLoss', 'cross-entropy-module', { keywords: { label_smoothing: constant(0.1) } }, 'met'),
  ...tpu('full', 'full-type', { keywords: { dtype: constant('torch.bool') } }, 'broken'),
  ...tpu('full', 'full-type', { keywords: { dtype: constant('torch.bfloat16') } }, 'met'),
  ...tpu('full', 'full-of-integers', { positional: [unknown, whole(1)] }, 'broken'),
  ...tpu('full', 'full-of-integers', { positional: [unknown, { constant: 1, kind: 'float' }] }, 'met'),
  ...tpu('full', 'full-of-integers', { positional: [unknown, unknown] }, 'undecided'),
  ...tpu('Tensor.sum', 'sum-of-flags', { positional: [{ dtype: 'bool' }] }, 'broken'),
  ...tpu('Tensor.sum', 'sum-of-flags', { positional: [half] }, 'met'),
  ...tpu('Tensor.sum', 'sum-of-flags', { positional: [unknown] }, 'undecided'),
  ...tpu('sum', 'sum-dtype', { keywords: { dtype: constant('torch.float32') } }, 'broken'),
  ...tpu('sum', 'sum-dtype', { positional: [half] }, 'met'),
  ...tpu('argsort', 'sort-stable', { keywords: { stable: constant(true) } }, 'broken'),
  ...tpu('argsort', 'sort-stable', {}, 'met'),
  ...tpu('bincount', 'bincount-length', {}, 'broken'),
  ...tpu('bincount', 'bincount-length', { keywords: { minlength: whole(256) } }, 'met'),
  ...tpu('Tensor.index_add_', 'index-add-scale', { keywords: { alpha: constant(0.5) } }, 'broken'),
  ...tpu('Tensor.index_add_', 'index-add-scale', {}, 'met'),
  ...tpu('randn', 'random-on-host', {}, 'broken'),
  ...tpu('Tensor.exponential_', 'sampling-on-host', {}, 'broken'),
  ...tpu('Tensor.mean', 'reduction-dimensions', { keywords: { dim: { numbers: [0, 2, 3] } } }, 'broken'),
  ...tpu('Tensor.mean', 'reduction-dimensions', { keywords: { dim: { numbers: [-1, -3] } } }, 'broken'),
  ...tpu('Tensor.mean', 'reduction-dimensions', { keywords: { dim: { numbers: [3, 2] } } }, 'met'),
  ...tpu('Tensor.mean', 'reduction-dimensions', { keywords: { dim: { numbers: [-1, 1] } } }, 'met'),
  ...tpu('Tensor.sum', 'reduction-dimensions', { positional: [half, whole(1)] }, 'met'),
  ...tpu('sum', 'reduction-dimensions', { positional: [half, unknown] }, 'undecided'),
  ...tpu('Tensor.scatter_', 'scatter-of-numbers', { positional: [half, whole(1), unknown, whole(1)] }, 'broken'),
  ...tpu('Tensor.scatter_', 'scatter-of-numbers', { positional: [half, whole(1), unknown, half] }, 'undecided'),
  ...tpu('nn.functional.pad', 'pad-mode', { positional: [half, unknown, constant('reflect')] }, 'broken'),
  ...tpu('nn.functional.pad', 'pad-mode', { positional: [half, unknown] }, 'met'),
  ...tpu('div', 'division-rounding', { keywords: { rounding_mode: constant('floor') } }, 'broken'),
  ...tpu('div', 'division-rounding', { positional: [half, half] }, 'met'),
  ...tpu('Tensor.norm', 'norm-dimension', { keywords: { dim: whole(-1) } }, 'broken'),
  ...tpu('Tensor.norm', 'norm-dimension', {}, 'met'),
  ...tpu('nn.functional.normalize', 'normalize-dimension', {}, 'broken'),
  ...tpu('Tensor.__getitem__', 'index-behind-slice', {}, 'broken'),
  ...tpu('Tensor.lerp_', 'lerp-in-place', {}, 'broken'),
  ...tpu('nn.Upsample', 'interpolate-mode', { keywords: { mode: constant('bicubic') } }, 'broken'),
  ...tpu('nn.functional.interpolate', 'interpolate-mode', { keywords: { mode: constant('bilinear') } }, 'met'),
  ...tpu('nn.functional.interpolate', 'interpolate-antialias', { keywords: { antialias: constant(true) } }, 'broken'),
  ...tpu('nn.functional.scaled_dot_product_attention', 'attention-by-operators', {}, 'broken'),
];

function tpu(name: string, id: string, call: Arguments, outcome: Outcome): LimitCase[] {
  return [['torch-tpu', `torch.${name}`, id, call, outcome]];
}

function attention(id: string, call: Arguments, outcome: Outcome): LimitCase[] {
  return [['torch-npu', 'torch.nn.functional.scaled_dot_product_attention', id, call, outcome]];
}

function functional(name: string, id: string, call: Arguments, outcome: Outcome): LimitCase[] {
  return [['torch-npu', `torch.nn.functional.${name}`, id, call, outcome]];
}

for (const [route, api, id, known, outcome] of cases) {
  test(`${route} ${api} ${id}: ${JSON.stringify(known)} is ${outcome}`, () => {
    const limit = apiTable(route)
      .limits(api)
      .find((candidate) => candidate.id === id);
    assert.ok(limit);
    assert.equal(checkLimit(limit, call(known)), outcome);
  });
}

test('the rule that tells a limit is there', () => {
  const codes = new Set(allRules.map(({ code }) => code));
  for (const route of ['torch-npu', 'torch-tpu'] as const)
    for (const { id, rule } of apiTable(route).file.limits) assert.ok(rule === undefined || codes.has(rule), id);
});

test('every limit has a case that breaks it', () => {
  for (const route of ['torch-npu', 'torch-tpu'] as const) {
    for (const { id } of apiTable(route).file.limits) assert.ok(hasCase(route, id, 'broken'), `${route} ${id}`);
  }
});

test('every limit of Ascend that not all calls break has a case that meets it', () => {
  for (const { id, when } of apiTable('torch-npu').file.limits) {
    assert.ok('always' in when || hasCase('torch-npu', id, 'met'), id);
  }
});

function hasCase(route: ScriptRoute, id: string, outcome: Outcome): boolean {
  return cases.some(([of, , name, , is]) => of === route && name === id && is === outcome);
}

test('limits of one chip family do not hold for others', () => {
  const tpu = apiTable('torch-tpu');
  assert.ok(!tpu.limits('torch.cumsum', 'bm1690').some(({ id }) => id === 'cumsum-bm1684x'));
  assert.ok(tpu.limits('torch.cumsum', 'bm1684x').some(({ id }) => id === 'cumsum-bm1684x'));
});
