import type { ApiLimit } from '../../../../../core/model';
import { text, torchNpu } from '../../evidence';
import { all, tables } from './scope';

const fusedOptimizers = [
  ...['Adadelta', 'Adam', 'AdamP', 'AdamW', 'BertAdam', 'Lamb', 'RMSprop', 'RMSpropTF', 'SGD'],
].map((name) => `torch_npu.optim.NpuFused${name}`);

const rpc = {
  verdict: 'limited' as const,
  severity: 'information' as const,
  message: text(
    'RPC carries tensors of the NPU only with the backend NPU_TENSORPIPE and the options that torch_npu has for it.',
    'RPC 传输 NPU 张量时，须使用 NPU_TENSORPIPE 后端及 torch_npu 提供的选项类。',
  ),
  advice: text(
    'Import NPUTensorPipeRpcBackendOptions from torch_npu.distributed.rpc.options, and pass it with backend=rpc.backend_registry.BackendType.NPU_TENSORPIPE.',
    '从 torch_npu.distributed.rpc.options 导入 NPUTensorPipeRpcBackendOptions，并与 backend=rpc.backend_registry.BackendType.NPU_TENSORPIPE 一同传入。',
  ),
  torch: all,
  evidence: tables('Distributed-RPC-Framework'),
};

/** On training in several processes. */
export const distributedLimits: readonly ApiLimit[] = [
  {
    id: 'rpc-options',
    apis: ['torch.distributed.rpc.TensorPipeRpcBackendOptions'],
    when: { always: true },
    ...rpc,
  },
  {
    id: 'rpc-backend',
    apis: ['torch.distributed.rpc.init_rpc'],
    when: {
      argument: 'backend',
      position: 1,
      default: null,
      is: [
        null,
        'torch.distributed.rpc.BackendType.TENSORPIPE',
        'torch.distributed.rpc.backend_registry.BackendType.TENSORPIPE',
      ],
    },
    ...rpc,
  },
  {
    id: 'zero-redundancy-fused',
    apis: ['torch.distributed.optim.ZeroRedundancyOptimizer'],
    when: { argument: 'optimizer_class', is: fusedOptimizers },
    verdict: 'limited',
    message: text(
      'ZeroRedundancyOptimizer does not take the fused optimizers of torch_npu.',
      'ZeroRedundancyOptimizer 不支持 torch_npu 的融合优化器。',
    ),
    advice: text('Pass the optimizer of torch.optim.', '改为传入 torch.optim 中的优化器。'),
    torch: all,
    evidence: [...tables('torch-distributed-optim'), ...torchNpu('torch_npu/optim')],
  },
  {
    id: 'reduce-scatter-product',
    apis: ['torch.distributed.reduce_scatter_tensor'],
    families: ['910B'],
    when: {
      all: [
        { argument: 'op', position: 2, is: ['torch.distributed.ReduceOp.PRODUCT'] },
        { argument: 'input', position: 1, dtype: ['int16', 'bfloat16'] },
      ],
    },
    verdict: 'limited',
    message: text(
      'reduce_scatter_tensor multiplies neither int16 nor bfloat16 on Atlas A2.',
      'Atlas A2 上 reduce_scatter_tensor 的 prod 操作不支持 int16 与 bfloat16。',
    ),
    advice: text('Convert to float32 for the product.', '求积前先转换为 float32。'),
    torch: ['2.6.0', '2.7.1', '2.8.0', '2.9.0', '2.10.0', '2.11.0', '2.12.0'],
    evidence: torchNpu('docs/zh/api/native_api/pytorch_2-12-0/torch-distributed.md'),
  },
];
