import { checked, type Restriction, told } from './restriction';

/** On gradients, optimizers and several processes. */
export const trainingRestrictions: readonly Restriction[] = [
  told(/^(当前target不支持求导|入参target不支持反向计算)$/, 'target has no gradient.', 'target 不支持求导。'),
  told(/^不支持变长序列输入$/, 'Sequences of different lengths are not supported.', '不支持变长序列输入。'),
  told(
    /^优化器在启动foreach的情况下/,
    'With foreach=None or True, many groups of parameters are slow: set foreach=False then.',
    'foreach=None 或 True 且参数分组过多时性能会下降，建议设置 foreach=False。',
  ),
  checked(
    ['adamw-fused'],
    /^优化器在启动fused的情况下/,
    'With fused=True, grad_scale and found_inf are not supported; float16 and bfloat16 are computed in higher precision than on CUDA.',
    'fused=True 时暂不支持 grad_scale 与 found_inf；fp16、bf16 采用升精度实现，与 CUDA 不一致。',
  ),
  told(
    /^在昇腾NPU场景中使用FSDP，推荐传入device_id/,
    'device_id=torch.device("npu:0") or the like is recommended.',
    '推荐传入 device_id=torch.device("npu:0") 等设备参数。',
  ),
  checked(
    ['zero-redundancy-fused'],
    /^不支持NPU融合优化器对象$/,
    'The fused optimizers of torch_npu are not supported.',
    '不支持 NPU 融合优化器。',
  ),
  told(
    /^当pg_options参数传入类型为torch_npu\._C\._distributed_c10d\.ProcessGroupHCCL\.Options\(\)时/,
    'With pg_options of ProcessGroupHCCL.Options(), hccl_config sets the buffer size and the name of the group.',
    'pg_options 为 ProcessGroupHCCL.Options() 时，可通过 hccl_config 设置通信缓冲区大小与通信组名称。',
  ),
  told(
    /^world_?size不支持3，5，6，7$/,
    'A world size of 3, 5, 6 or 7 is not supported.',
    'world_size 不支持 3、5、6、7。',
  ),
  told(
    /^通过设置torch_npu\.npu\.use_compatible_impl\(True\)，torch\.distributed\.(gather|scatter|all_to_all)切换为与原生实现保持一致$/,
    "With torch_npu.npu.use_compatible_impl(True), it is done as in PyTorch's own implementation.",
    '设置 torch_npu.npu.use_compatible_impl(True) 后，与原生实现保持一致。',
  ),
  checked(
    ['reduce-scatter-product'],
    /^针对AtlasA2训练系列产品，当前版本prod操作不支持int16、bf16数据类型$/,
    'On Atlas A2, the product of int16 or bfloat16 is not supported.',
    'Atlas A2 上 prod 操作不支持 int16、bfloat16。',
  ),
  checked(
    ['rpc-backend'],
    /^NPU设备启用rpc时需要在init_rpc中进行特定的设置/,
    'For the NPU, backend is rpc.backend_registry.BackendType.NPU_TENSORPIPE.',
    'NPU 上使用 rpc 时，backend 须为 rpc.backend_registry.BackendType.NPU_TENSORPIPE。',
  ),
  checked(
    ['rpc-backend'],
    /^options绑定NPUTensorPipeRpcBackendOptions/,
    'The options are NPUTensorPipeRpcBackendOptions of torch_npu.distributed.rpc.options.',
    'options 须为 torch_npu.distributed.rpc.options 的 NPUTensorPipeRpcBackendOptions。',
  ),
  checked(
    ['rpc-options'],
    /^建议使用已适配的torch_npu\.distributed\.rpc\.options\.NPUTensorPipeRpcBackendOptions(\.set_devices|\.set_device_map)?$/,
    'torch_npu.distributed.rpc.options.NPUTensorPipeRpcBackendOptions is advised instead.',
    '建议使用 torch_npu.distributed.rpc.options.NPUTensorPipeRpcBackendOptions。',
  ),
];
