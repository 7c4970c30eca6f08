import type { EnvironmentVariable } from '../../../../core/model';
import { issue, text, torchNpu, vllmAscend } from '../evidence';

const documented = torchNpu('docs/zh/api/environment_variable');
const deepseek = vllmAscend('docs/source/tutorials, DeepSeek-R1');
const to = (
  replacement: string | undefined,
  evidence: EnvironmentVariable['evidence'],
  note?: EnvironmentVariable['note'],
): EnvironmentVariable => ({
  ...(replacement === undefined ? {} : { replacement }),
  ...(note === undefined ? {} : { note }),
  evidence,
});

const cannEnvironment = (where: string) => [
  { source: 'hiascend.com, CANN environment variables', version: '8.5.0', where },
];
const timeout = to(
  'HCCL_CONNECT_TIMEOUT',
  issue('Ascend/pytorch', 54, 'HCCL timeouts'),
  text(
    'HCCL_CONNECT_TIMEOUT for establishing links, HCCL_EXEC_TIMEOUT for collectives; 0 does not disable the timeout, use a large finite value.',
    '建链超时用 HCCL_CONNECT_TIMEOUT，集合通信执行超时用 HCCL_EXEC_TIMEOUT；设为 0 并不能关闭超时，请设为较大的有限值。',
  ),
);

const toolkit = to(
  'ASCEND_HOME_PATH',
  vllmAscend('vllm_ascend/envs.py'),
  text(
    "The folder of CANN, not CUDA's: set_env.sh of the CANN toolkit sets it.",
    '指向 CANN 的安装目录而非 CUDA 目录：由 CANN 工具包的 set_env.sh 设置。',
  ),
);

export const npuEnvironment: Readonly<Record<string, EnvironmentVariable>> = {
  CUDA_VISIBLE_DEVICES: to('ASCEND_RT_VISIBLE_DEVICES', torchNpu('torch_npu/npu/__init__.py, device count')),
  NVIDIA_VISIBLE_DEVICES: to(
    'ASCEND_VISIBLE_DEVICES',
    [
      {
        source: 'hiascend.com, MindCluster cluster scheduling guide',
        version: '7.3.0',
        where: 'Ascend Docker Runtime, ASCEND_VISIBLE_DEVICES',
      },
    ],
    text(
      'Ascend Docker Runtime mounts the NPUs that ASCEND_VISIBLE_DEVICES lists (0,2-3; void for none); "all" is not among its values.',
      'Ascend Docker Runtime 按 ASCEND_VISIBLE_DEVICES 挂载 NPU（如 0,2-3；void 表示不挂载），取值中没有 “all”。',
    ),
  ),
  NCCL_SOCKET_IFNAME: to('HCCL_SOCKET_IFNAME', deepseek),
  NCCL_IB_TIMEOUT: to(
    'HCCL_RDMA_TIMEOUT',
    cannEnvironment('envref_07_0091.html, HCCL_RDMA_TIMEOUT'),
    text(
      'The same formula, 4.096 us x 2^value; on A2 and A3 5 to 20, by default 20.',
      '计算公式相同：4.096 μs × 2^取值；A2、A3 上取值 5~20，默认 20。',
    ),
  ),
  TORCH_NCCL_TIMEOUT: timeout,
  NCCL_BUFFSIZE: to(
    'HCCL_BUFFSIZE',
    deepseek,
    text(
      'HCCL_BUFFSIZE is in MB, NCCL_BUFFSIZE in bytes.',
      'HCCL_BUFFSIZE 的单位是 MB，而 NCCL_BUFFSIZE 的单位是字节。',
    ),
  ),
  TORCH_NCCL_ASYNC_ERROR_HANDLING: to('TORCH_HCCL_ASYNC_ERROR_HANDLING', documented),
  NCCL_ASYNC_ERROR_HANDLING: to('TORCH_HCCL_ASYNC_ERROR_HANDLING', documented),
  TORCH_NCCL_BLOCKING_WAIT: to('TORCH_HCCL_BLOCKING_WAIT', documented),
  NCCL_BLOCKING_WAIT: to('TORCH_HCCL_BLOCKING_WAIT', documented),
  TORCH_NCCL_DESYNC_DEBUG: to('TORCH_HCCL_DESYNC_DEBUG', documented),
  PYTORCH_CUDA_ALLOC_CONF: to(
    'PYTORCH_NPU_ALLOC_CONF',
    torchNpu('docs/zh/api/environment_variable/memory_management/PYTORCH_NPU_ALLOC_CONF.md'),
    text(
      'The same syntax, with its own list of options; since TorchNPU 26.2.0 on PyTorch 2.10 PYTORCH_ALLOC_CONF is read too, and setting both ends the program.',
      '语法相同，但支持的选项有自己的列表；自 TorchNPU 26.2.0（PyTorch 2.10 及以上）起也读取 PYTORCH_ALLOC_CONF，两者同时设置会报错退出。',
    ),
  ),
  PYTORCH_NO_CUDA_MEMORY_CACHING: to('PYTORCH_NO_NPU_MEMORY_CACHING', documented),
  CUDA_LAUNCH_BLOCKING: to('ASCEND_LAUNCH_BLOCKING', documented),
  CUBLAS_WORKSPACE_CONFIG: to(
    'HCCL_DETERMINISTIC',
    vllmAscend('docs/source/faqs.md, 15'),
    text(
      'Determinism on Ascend: torch.use_deterministic_algorithms(True) with HCCL_DETERMINISTIC=true and LCCL_DETERMINISTIC=1.',
      '昇腾上的确定性计算：torch.use_deterministic_algorithms(True)，并设置 HCCL_DETERMINISTIC=true 与 LCCL_DETERMINISTIC=1。',
    ),
  ),
  TORCH_CUDA_ARCH_LIST: to(
    'SOC_VERSION',
    vllmAscend('vllm_ascend/envs.py'),
    text(
      'A chip name such as ascend910b1, not a list of architectures.',
      '取值是芯片名（如 ascend910b1），而不是架构列表。',
    ),
  ),
  CUDA_HOME: toolkit,
  CUDA_PATH: toolkit,
  NCCL_ALGO: to(
    undefined,
    deepseek,
    text(
      'No counterpart; HCCL_OP_EXPANSION_MODE=AIV chooses where HCCL schedules its algorithms.',
      '没有直接对应的变量；HCCL_OP_EXPANSION_MODE=AIV 用于选择 HCCL 通信算法的编排位置。',
    ),
  ),
};
