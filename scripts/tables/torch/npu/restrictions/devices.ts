import { checked, elsewhere, type Restriction, told } from './restriction';

/** On devices, memory, graphs and compilation. */
export const deviceRestrictions: readonly Restriction[] = [
  elsewhere(/^(可能|在某些情况下可能)?回退至CPU执行$|^仅CPU支持$/),
  elsewhere(/^当前仅支持推理场景，不支持训练场景$/),
  told(
    /^(当前仅支持推理场景，不支持训练场景)?导出文件内容为json格式$/,
    'The file that it writes is JSON.',
    '导出的文件为 JSON 格式。',
  ),
  told(
    /^Atlas推理系列产品不支持跨NPU拷贝$/,
    'On the Atlas inference series, NPUs do not copy to each other.',
    'Atlas 推理系列产品不支持跨 NPU 拷贝。',
  ),
  told(
    /^未设置device时，调用该接口会隐式地初始化当前device（默认0卡）$/,
    'Without device, it initialises the current one, which is 0 by default.',
    '未传 device 时会隐式初始化当前设备（默认 0 卡）。',
  ),
  told(
    /^仅支持name、total_memory、L2_cache_size/,
    'It has name, total_memory, L2_cache_size, cube_core_num and vector_core_num; what CUDA has besides is empty.',
    '仅支持 name、total_memory、L2_cache_size、cube_core_num、vector_core_num，其余属性返回空。',
  ),
  told(
    /^该接口涉及高危操作/,
    'It is dangerous: read the page of its counterpart in torch_npu.npu first.',
    '该接口涉及高危操作，请先阅读 torch_npu.npu 中对应接口的说明。',
  ),
  told(
    /^通过环境变量TORCH_NPU_DEVICE_CAPABILITY配置/,
    'TORCH_NPU_DEVICE_CAPABILITY sets what it returns, which says nothing of the hardware.',
    '返回值由环境变量 TORCH_NPU_DEVICE_CAPABILITY 配置，不代表硬件能力。',
  ),
  told(
    /^NPU形式名称为torch\.nn\.Module\.npu$/,
    'On the NPU it is called torch.nn.Module.npu.',
    'NPU 上对应 torch.nn.Module.npu。',
  ),
  told(
    /^AtlasA2训练系列产品，默认场景下，如果频繁触发编译/,
    'On Atlas A2, set torch.npu.config.allow_internal_format = False where it compiles again and again.',
    'Atlas A2 上若频繁触发编译，建议设置 torch.npu.config.allow_internal_format = False。',
  ),
  told(
    /^通过设置torch_npu\.npu\.use_compatible_impl\(True\)，保证与(社区|PyTorch)同名接口在内存一致性上对齐$/,
    'With torch_npu.npu.use_compatible_impl(True), it lays out memory as PyTorch does.',
    '设置 torch_npu.npu.use_compatible_impl(True) 后，内存一致性与 PyTorch 对齐。',
  ),
  told(
    /^通过torch_npu\.npu\.use_compatible_impl\(True\)，设置该接口从aclnnLayerNorm算子切换为aclnnFastLayerNorm算子/,
    'With torch_npu.npu.use_compatible_impl(True), aclnnFastLayerNorm computes it, which lays out memory as PyTorch does.',
    '设置 torch_npu.npu.use_compatible_impl(True) 后改用 aclnnFastLayerNorm，内存一致性与 PyTorch 对齐。',
  ),
  told(
    /^同时设置HCCL_DETERMINISTIC和torch\.use_deterministic_algorithms时/,
    'HCCL_DETERMINISTIC, where it is set, decides for HCCL; otherwise this does.',
    '若设置了 HCCL_DETERMINISTIC，则由其决定 HCCL 的确定性；否则由该接口控制。',
  ),
  told(
    /fill_uninitialized_memory.*TorchNPU默认不填充/,
    'Memory that is not initialised is not filled by default, unlike in PyTorch: set torch.utils.deterministic.fill_uninitialized_memory = True.',
    '默认不填充未初始化内存（与 PyTorch 不同），需手动设置 torch.utils.deterministic.fill_uninitialized_memory = True。',
  ),
  told(
    /^若算子超时，需要用官方接口set_op_execute_time_out进行设置/,
    'Where it times out, raise the limit by set_op_execute_time_out.',
    '若算子超时，请用 set_op_execute_time_out 调高超时阈值。',
  ),
  told(/^依赖稀疏tensor$/, 'It depends on sparse tensors.', '依赖稀疏张量。'),
  told(/^不支持稀疏张量$/, 'Sparse tensors are not supported.', '不支持稀疏张量。'),
  checked(
    ['nested-tensor'],
    /^目前嵌套张量只支持创建，不支持其他操作$/,
    'Nested tensors can be created, and nothing else.',
    '嵌套张量目前只支持创建，不支持其他操作。',
  ),
  told(/^(self仅|input仅)?支持NamedTensor$/, 'Named tensors are supported.', '支持具名张量。'),
  told(
    /^在aarch64系统中只能使用qnnpackbackend$/,
    'On aarch64 the backend is qnnpack.',
    'aarch64 系统只能使用 qnnpack 后端。',
  ),
  elsewhere(/^该API为QuantizationAwareTraining依赖接口/),
  told(/^需通过torch\.compile获取SymInt$/, 'It needs a SymInt of torch.compile.', '需通过 torch.compile 获取 SymInt。'),
];
