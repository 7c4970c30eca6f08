import type { CudaApi } from '../../../core/model';
import { pytorch, text } from './evidence';

const cudnn = pytorch('v2.6.0', 'torch/backends/cudnn/__init__.py');
const cuda = pytorch('v2.6.0', 'torch/backends/cuda/__init__.py');

const flag = (note: CudaApi['note'], evidence: CudaApi['evidence'], replacement?: string): CudaApi => ({
  support: 'missing',
  ...(replacement === undefined ? {} : { replacement }),
  ...(note === undefined ? {} : { note }),
  withoutCuda: { effect: 'ignored', evidence },
  evidence,
});

const ofCudnn = text(
  'It tunes the cuDNN library, which only CUDA devices have.',
  '该开关只作用于 cuDNN 库，仅 CUDA 设备具备。',
);
const ofAttention = text(
  "It chooses among CUDA's attention kernels; scaled_dot_product_attention goes to the device's own kernel.",
  '该开关用于选择 CUDA 的注意力算子；scaled_dot_product_attention 在目标设备上使用其自有算子。',
);
const ofCublas = text(
  'It chooses how cuBLAS computes, which only CUDA devices have.',
  '该开关只决定 cuBLAS 的计算方式，仅 CUDA 设备具备。',
);

const rows = (prefix: string, names: string, row: CudaApi): [string, CudaApi][] =>
  names.split(' ').map((name) => [`torch.backends.${prefix}.${name}`, row]);

/** Switches of NVIDIA's libraries: without CUDA they can be set, and nothing reads them. */
export const backendSwitches: Readonly<Record<string, CudaApi>> = {
  ...Object.fromEntries([
    ...rows('cudnn', 'benchmark benchmark_limit enabled allow_tf32 flags set_flags', flag(ofCudnn, cudnn)),
    ...rows(
      'cuda',
      'enable_flash_sdp enable_mem_efficient_sdp enable_math_sdp enable_cudnn_sdp sdp_kernel flash_sdp_enabled ' +
        'mem_efficient_sdp_enabled math_sdp_enabled cudnn_sdp_enabled',
      flag(ofAttention, cuda),
    ),
    ...rows(
      'cuda.matmul',
      'allow_tf32 allow_fp16_reduced_precision_reduction allow_bf16_reduced_precision_reduction fp32_precision',
      flag(ofCublas, cuda),
    ),
    ...rows(
      'cuda',
      'preferred_linalg_library preferred_blas_library',
      flag(text("It chooses among CUDA's linear algebra libraries.", '该开关用于选择 CUDA 的线性代数库。'), cuda),
    ),
  ]),
  'torch.backends.cudnn.deterministic': flag(
    text(
      'It makes cuDNN deterministic, and nothing else: results on this device are as reproducible as before.',
      '该开关只让 cuDNN 的计算确定，对本设备的可复现性没有作用。',
    ),
    cudnn,
    'torch.use_deterministic_algorithms',
  ),
  'torch.backends.cudnn.is_available': {
    support: 'different',
    withoutCuda: { effect: 'answers', answer: 'False', evidence: cudnn },
    evidence: cudnn,
  },
  'torch.backends.cudnn.version': {
    support: 'different',
    withoutCuda: { effect: 'answers', answer: 'None', evidence: cudnn },
    evidence: cudnn,
  },
  'torch.backends.cuda.is_built': {
    support: 'different',
    withoutCuda: { effect: 'answers', answer: 'False', evidence: cuda },
    evidence: cuda,
  },
  'torch.version.cuda': {
    support: 'different',
    note: text(
      'In a PyTorch that was built without CUDA it is None: a comparison with a version raises TypeError.',
      '在不含 CUDA 的 PyTorch 中它是 None：与版本号比较会抛出 TypeError。',
    ),
    withoutCuda: { effect: 'answers', answer: 'None', evidence: pytorch('v2.6.0', 'torch/version.py') },
    evidence: pytorch('v2.6.0', 'torch/version.py'),
  },
};
