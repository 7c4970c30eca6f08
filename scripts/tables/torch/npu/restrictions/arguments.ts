import { checked, elsewhere, type Restriction, told } from './restriction';

/** On the values of arguments. */
export const argumentRestrictions: readonly Restriction[] = [
  checked(
    ['resize-memory-format'],
    /^memory_format仅支持torch\.contiguous_format和torch\.preserve_format$/,
    'memory_format is torch.contiguous_format or torch.preserve_format.',
    'memory_format 仅支持 torch.contiguous_format 与 torch.preserve_format。',
  ),
  checked(
    ['to-memory-format'],
    /^当前NPU设备仅支持设置memory_format为torch\.contiguous_format或torch\.preserve_format$/,
    'memory_format is torch.contiguous_format or torch.preserve_format.',
    'memory_format 仅支持 torch.contiguous_format 与 torch.preserve_format。',
  ),
  checked(
    ['cuda-memory-format'],
    /^NPU对应接口为Tensor\.npu，其?memory_format(参数)?仅支持传入torch\.contiguous_format$/,
    'Tensor.npu stands for it, with memory_format=torch.contiguous_format only.',
    'NPU 对应接口为 Tensor.npu，memory_format 仅支持 torch.contiguous_format。',
  ),
  checked(
    ['stable-sort-950'],
    /^针对Ascend950DT，由于底层实现限制，stable仅支持True/,
    'On the Ascend 950 stable is always True.',
    'Ascend 950 上 stable 仅支持 True，设为 False 时会自动改为 True。',
  ),
  checked(['topk-sorted'], /^不支持sorted=False场景$/, 'sorted=False is not supported.', '不支持 sorted=False。'),
  checked(
    ['topk-sorted'],
    /^由于硬件差异，nputopk索引结果与GPU\/CPU不一致。当前NPU仅支持返回sorted为true的计算结果$/,
    'The indices may differ from those of GPUs and CPUs, and only sorted=True is supported.',
    '索引结果可能与 GPU/CPU 不一致，且仅支持 sorted=True。',
  ),
  told(
    /^不支持dtype参数$/,
    'The table says that dtype is not supported; its source passes it on.',
    '支持列表注明不支持 dtype 参数；但其源码会处理该参数。',
  ),
  told(
    /^correction(不大于int32的范围|参数值不能超过int32的最大值)$/,
    'correction is within int32.',
    'correction 不能超过 int32 的最大值。',
  ),
  checked(
    ['cdist-mode'],
    /^当p=2\.0时，compute_mode仅支持donot_use_mm_for_euclid_dist模式/,
    'With p=2.0, compute_mode is always "donot_use_mm_for_euclid_dist".',
    'p=2.0 时 compute_mode 仅支持 "donot_use_mm_for_euclid_dist"，其他值会自动改为此模式。',
  ),
  checked(
    ['hann-window-length'],
    /^数据类型为fp32时，参数window_length在大于10000的情况下，计算结果可能存在误差$/,
    'In float32, a window longer than 10,000 may be inaccurate.',
    'float32 下 window_length 大于 10000 时，结果可能存在误差。',
  ),
  checked(
    ['norm-negative-order'],
    /^参数p为负数时，计算结果可能存在精度误差$/,
    'With a negative p the result may be inaccurate.',
    'p 为负数时，结果可能存在精度误差。',
  ),
  checked(
    ['max-pool-dilation', 'max-pool-3d-dilation'],
    /^dilation(仅支持1|的值目前在NPU上仅支持设置为1或\(1,1(,1)?\))$/,
    'dilation is 1.',
    'dilation 仅支持 1。',
  ),
  checked(
    ['max-pool-indices'],
    /^return_indices为True时，返回的argmax的数据类型为int32$/,
    'With return_indices=True, the indices are int32.',
    'return_indices=True 时，返回的下标为 int32。',
  ),
  checked(
    ['gelu-approximate', 'gelu-module-approximate'],
    /^approximate参数仅支持设置为tanh$/,
    'approximate is "tanh".',
    'approximate 仅支持 "tanh"。',
  ),
  checked(['group-norm-epsilon', 'group-norm-module-epsilon'], /^eps参数需大于0$/, 'eps is above 0.', 'eps 须大于 0。'),
  told(
    /^eps取值大于1时输出为nan，eps取值为1时输出为inf$/,
    'eps above 1 gives nan, and eps=1 gives inf.',
    'eps 大于 1 时输出 nan，等于 1 时输出 inf。',
  ),
  checked(
    ['embedding-max-norm', 'embedding-bag-max-norm'],
    /^(属性max_norm仅支持非负值|仅支持max_norm大于等于0|属性max_norm不支持nan，仅支持非负值|属性max_norm仅支持非负值，不支持nan)$/,
    'max_norm must not be negative.',
    'max_norm 仅支持非负值。',
  ),
  checked(
    ['kl-div-log-target', 'kl-div-loss-log-target'],
    /^当前log_target参数仅支持False$/,
    'log_target is False.',
    'log_target 仅支持 False。',
  ),
  checked(['lstm-projection'], /^不支持proj_size参数$/, 'proj_size is not supported.', '不支持 proj_size。'),
  checked(['lstm-dropout', 'gru-dropout'], /^不支持dropout参数$/, 'dropout is not supported.', '不支持 dropout 参数。'),
  told(
    /^(input仅)?支持nearest[，、]linear[，、]bilinear[，、]bicubic[，、]trilinear[，、]area$/,
    'Of the modes, nearest, linear, bilinear, bicubic, trilinear and area are listed.',
    '列出的 mode 有 nearest、linear、bilinear、bicubic、trilinear、area。',
  ),
  told(
    /^不支持scale_factor$/,
    'The table says that scale_factor is not supported; its source passes it on.',
    '支持列表注明不支持 scale_factor；但其源码会处理该参数。',
  ),
  told(
    /^只支持mode=nearest$/,
    'The table lists mode="nearest" only; PyTorch passes the call on to interpolate, of which it lists more.',
    '支持列表仅列出 mode="nearest"；但 PyTorch 会转调 interpolate，后者列出了更多模式。',
  ),
  checked(
    ['default-tensor-type'],
    /^不支持传入torch\.npu\.DtypeTensor类型$/,
    'The tensor types of torch.npu are not supported.',
    '不支持传入 torch.npu 的张量类型。',
  ),
  checked(
    ['profiler-device'],
    /^采集NPU上的profiling数据时，use_device需设置为npu$/,
    'use_device is "npu" where the NPU is to be profiled.',
    '采集 NPU 数据时 use_device 须设为 "npu"。',
  ),
  checked(
    ['compile-cudagraphs'],
    /^backend可支持npugraphs，整体功能与backend=cudagraphs一致$/,
    'backend="npugraphs" does what "cudagraphs" does.',
    'backend="npugraphs" 的功能与 "cudagraphs" 一致。',
  ),
  told(/^输入范围为1-99$/, '1 to 99.', '取值范围为 1～99。'),
  told(
    /^不支持多进程加载NPU数据，num_workers仅支持0$/,
    'Where the data set yields tensors of the NPU, num_workers is 0.',
    '加载 NPU 数据时不支持多进程，num_workers 仅支持 0。',
  ),
  told(/^不支持jit_compile=True的场景$/, 'jit_compile=True is not supported.', '不支持 jit_compile=True。'),
  told(
    /^接口暂不支持jit_compile=False/,
    'With jit_compile=False, "DynamicGRUV2" must be in NPU_FUZZY_COMPILE_BLACKLIST.',
    '暂不支持 jit_compile=False，须将 "DynamicGRUV2" 加入 NPU_FUZZY_COMPILE_BLACKLIST。',
  ),
  elsewhere(/^支持的输入类型为PythonObject(对象)?$/),
  elsewhere(/^(input仅)?支持的输入类型为torch\.nn\.Optimizer对象$/),
];
