import type { Outcome } from '../../core/model';
import { type Arguments, constant, half, type LimitCase, unknown, whole } from './limit-case';

const rank = (value: number) => ({ rank: value });

/** Limits that Huawei's tables state in words, on other things than types. */
export const npuCases: readonly LimitCase[] = [
  ...npu('nn.functional.max_pool1d', 'max-pool-dilation', { keywords: { dilation: whole(2) } }, 'broken'),
  ...npu('nn.functional.max_pool1d', 'max-pool-dilation', {}, 'met'),
  ...npu('nn.MaxPool2d', 'max-pool-module-dilation', { keywords: { dilation: whole(2) } }, 'broken'),
  ...npu('nn.MaxPool2d', 'max-pool-module-dilation', { positional: [whole(3), whole(2)] }, 'met'),
  ...npu('nn.functional.max_pool3d', 'max-pool-3d-dilation', { keywords: { dilation: whole(2) } }, 'broken'),
  ...npu('nn.functional.max_pool3d', 'max-pool-3d-dilation', { keywords: { dilation: whole(1) } }, 'met'),
  ...npu('nn.functional.max_pool2d', 'max-pool-indices', {}, 'met'),
  ...npu('nn.functional.group_norm', 'group-norm-epsilon', { keywords: { eps: constant(0) } }, 'broken'),
  ...npu('nn.functional.group_norm', 'group-norm-epsilon', { positional: [half, whole(32)] }, 'met'),
  ...npu('nn.GroupNorm', 'group-norm-module-epsilon', { positional: [whole(32), whole(64), constant(0)] }, 'broken'),
  ...npu('nn.GroupNorm', 'group-norm-module-epsilon', { keywords: { eps: constant(1e-5) } }, 'met'),
  ...npu('nn.Embedding', 'embedding-max-norm', { keywords: { max_norm: constant(-1) } }, 'broken'),
  ...npu('nn.Embedding', 'embedding-max-norm', { keywords: { max_norm: constant(0) } }, 'met'),
  ...npu('nn.EmbeddingBag', 'embedding-bag-max-norm', { keywords: { max_norm: constant(-0.5) } }, 'broken'),
  ...npu('nn.EmbeddingBag', 'embedding-bag-max-norm', { positional: [whole(8), whole(4), constant(1)] }, 'met'),
  ...npu(
    'nn.functional.multilabel_margin_loss',
    'multilabel-margin-loss-elements',
    { positional: [{ elements: 100_001 }] },
    'broken',
  ),
  ...npu(
    'nn.functional.multilabel_margin_loss',
    'multilabel-margin-loss-elements',
    { positional: [{ elements: 100_000 }] },
    'met',
  ),
  ...npu('nn.KLDivLoss', 'kl-div-loss-log-target', {}, 'met'),
  ...npu('log10', 'log10-out', { positional: [{ dtype: 'int32' }], keywords: { out: { dtype: 'float16' } } }, 'broken'),
  ...npu('log10', 'log10-out', { positional: [{ dtype: 'int32' }], keywords: { out: { dtype: 'float32' } } }, 'met'),
  ...npu('log10', 'log10-out', { positional: [{ dtype: 'int32' }] }, 'met'),
  ...npu('hann_window', 'hann-window-length', { positional: [whole(16_000)] }, 'broken'),
  ...npu('hann_window', 'hann-window-length', { positional: [whole(10_000)] }, 'met'),
  ...npu(
    'hann_window',
    'hann-window-length',
    { positional: [whole(16_000)], keywords: { dtype: constant('torch.float64') } },
    'met',
  ),
  ...npu('norm', 'norm-negative-order', { positional: [half, whole(-1)] }, 'broken'),
  ...npu('norm', 'norm-negative-order', { positional: [half, whole(0)] }, 'met'),
  ...npu('norm', 'norm-negative-order', { positional: [half, constant('fro')] }, 'met'),
  ...npu('isin', 'isin-rank', { positional: [rank(8), rank(1)] }, 'broken'),
  ...npu('isin', 'isin-rank', { positional: [rank(8), whole(3)] }, 'met'),
  ...npu('isin', 'isin-rank', { positional: [rank(7), rank(8)] }, 'met'),
  ...npu('isin', 'isin-rank', { positional: [rank(8), unknown] }, 'undecided'),
  ...npu('Tensor.copy_', 'copy-int16-rank', { positional: [{ dtype: 'int16', rank: 6 }] }, 'broken'),
  ...npu('Tensor.copy_', 'copy-int16-rank', { positional: [{ dtype: 'int16', rank: 5 }] }, 'met'),
  ...npu('Tensor.std', 'std-scalar', { positional: [rank(0)] }, 'broken'),
  ...npu('Tensor.std', 'std-scalar', { positional: [rank(1)] }, 'met'),
  ...npu('Tensor.topk', 'topk-scalar', { positional: [rank(0)] }, 'broken'),
  ...npu('Tensor.topk', 'topk-scalar', { positional: [half] }, 'met'),
  ...npu('Tensor.scatter_', 'scatter-scalar', { positional: [rank(2), whole(1), rank(0), rank(2)] }, 'broken'),
  ...npu('Tensor.scatter_', 'scatter-scalar', { positional: [rank(2), whole(1), rank(2), rank(2)] }, 'met'),
  ...npu('Tensor.scatter_', 'scatter-scalar', { positional: [rank(2), whole(1), rank(2), constant(1)] }, 'met'),
  ...npu('fft.rfftn', 'rfftn-rank', { positional: [rank(9)] }, 'broken'),
  ...npu('fft.rfftn', 'rfftn-rank', { positional: [rank(3)] }, 'met'),
  ...npu('nn.functional.prelu', 'prelu-rank', { positional: [rank(9)] }, 'broken'),
  ...npu('nn.functional.prelu', 'prelu-rank', { positional: [half] }, 'met'),
  ...npu('where', 'where-rank', { positional: [rank(7)] }, 'met'),
  ...npu('kron', 'kron-rank', { positional: [rank(4)] }, 'met'),
  ...npu('nn.functional.pad', 'pad-rank', { positional: [rank(5)] }, 'met'),
  ...npu('sort', 'stable-sort-950', { keywords: { stable: constant(false) } }, 'broken'),
  ...npu('Tensor.argsort', 'stable-sort-950', {}, 'met'),
  ...npu('distributed.rpc.TensorPipeRpcBackendOptions', 'rpc-options', {}, 'broken'),
  ...npu('distributed.rpc.init_rpc', 'rpc-backend', { positional: [constant('worker')] }, 'broken'),
  ...npu(
    'distributed.rpc.init_rpc',
    'rpc-backend',
    { keywords: { backend: constant('torch.distributed.rpc.backend_registry.BackendType.NPU_TENSORPIPE') } },
    'met',
  ),
  ...npu(
    'distributed.optim.ZeroRedundancyOptimizer',
    'zero-redundancy-fused',
    { keywords: { optimizer_class: constant('torch_npu.optim.NpuFusedAdamW') } },
    'broken',
  ),
  ...npu(
    'distributed.optim.ZeroRedundancyOptimizer',
    'zero-redundancy-fused',
    { keywords: { optimizer_class: constant('torch.optim.AdamW') } },
    'met',
  ),
  ...product('bfloat16', 'broken'),
  ...product('float32', 'met'),
  ...npu('autograd.profiler.profile', 'profiler-device', { keywords: { use_device: constant('cuda') } }, 'broken'),
  ...npu('autograd.profiler.profile', 'profiler-device', { keywords: { use_device: constant('npu') } }, 'met'),
  ...npu(
    'set_default_tensor_type',
    'default-tensor-type',
    { positional: [constant('torch.npu.HalfTensor')] },
    'broken',
  ),
  ...npu('set_default_tensor_type', 'default-tensor-type', { positional: [constant('torch.FloatTensor')] }, 'met'),
  ...npu(
    'Tensor.cuda',
    'cuda-memory-format',
    { keywords: { memory_format: constant('torch.channels_last') } },
    'broken',
  ),
  ...npu('Tensor.cuda', 'cuda-memory-format', {}, 'met'),
  ...npu('Tensor.resize_', 'resize-memory-format', {}, 'met'),
  ...npu('nn.LSTM', 'lstm-dropout', { keywords: { dropout: constant(0) } }, 'met'),
  ...npu('nn.LSTM', 'lstm-projection', {}, 'met'),
  ...npu('cdist', 'cdist-mode', {}, 'met'),
  ...npu('rand_like', 'rand-like-bool', { positional: [half] }, 'met'),
  ...npu('compile', 'compile-cudagraphs', { keywords: { backend: constant('npugraphs') } }, 'met'),
  ...npu('compile', 'compile-tensorrt', { keywords: { backend: constant('inductor') } }, 'met'),
];

function npu(name: string, id: string, call: Arguments, outcome: Outcome): LimitCase[] {
  return [['torch-npu', `torch.${name}`, id, call, outcome]];
}

function product(dtype: string, outcome: Outcome): LimitCase[] {
  const call = {
    positional: [unknown, { dtype }],
    keywords: { op: constant('torch.distributed.ReduceOp.PRODUCT') },
  };
  return npu('distributed.reduce_scatter_tensor', 'reduce-scatter-product', call, outcome);
}
