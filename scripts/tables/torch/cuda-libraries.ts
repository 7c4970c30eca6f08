import type { Evidence, Library, Localized } from '../../../core/model';
import { text } from './evidence';
import { flashInferParts } from './flashinfer';

/** A library whose own documentation lists the hardware that it runs on, none of it an NPU or a TPU. */
export interface CudaLibrary {
  readonly id: string;
  /** A name that is a word of a language has one in each. */
  readonly title: string | Localized;
  readonly imports: readonly string[];
  readonly distributions: readonly string[];
  readonly hardware: Localized;
  readonly evidence: readonly Evidence[];
}

/** What builds an extension from CUDA sources. */
export const extensionFunctions: readonly string[] = ['CUDAExtension', 'load', 'load_inline'].map(
  (name) => `torch.utils.cpp_extension.${name}`,
);

const nvidia = text('NVIDIA GPUs', 'NVIDIA GPU');
const nvidiaAndAmd = text('NVIDIA and AMD GPUs', 'NVIDIA 与 AMD GPU');
const at = (source: string, version: string, where: string): readonly Evidence[] => [{ source, version, where }];

const flashInfer = at('flashinfer-ai/flashinfer', 'fb28d7242b35', 'README.md, GPU Support');

const libraries: readonly CudaLibrary[] = [
  {
    id: 'flash-attn',
    title: 'flash-attn',
    imports: ['flash_attn', 'flash_attn_2_cuda', 'flash_attn_3', 'flash_attn_interface'],
    distributions: ['flash-attn', 'flash-attn-3', 'flash-attn-4'],
    hardware: nvidiaAndAmd,
    evidence: at('Dao-AILab/flash-attention', '0251105a2fb1', 'README.md, NVIDIA CUDA Support, AMD ROCm Support'),
  },
  {
    id: 'xformers',
    title: 'xFormers',
    imports: ['xformers'],
    distributions: ['xformers'],
    hardware: text('NVIDIA GPUs (and AMD GPUs, experimentally)', 'NVIDIA GPU（AMD GPU 为实验性支持）'),
    evidence: [
      ...at('facebookresearch/xformers', 'ca6d2aa0d432', 'README.md, Installing xFormers'),
      // What diffusers' models say where CUDA is not available.
      ...at('huggingface/diffusers', '58eb52c0803e', 'src/diffusers/models/attention.py:225-232'),
    ],
  },
  {
    id: 'apex',
    title: 'apex',
    imports: ['apex', 'apex_C', 'amp_C', 'fused_layer_norm_cuda'],
    distributions: ['apex'],
    hardware: nvidia,
    evidence: at('NVIDIA/apex', '6424da3b4faa', 'README.md, From Source'),
  },
  {
    id: 'transformer-engine',
    title: 'Transformer Engine',
    imports: ['transformer_engine', 'transformer_engine_torch'],
    distributions: ['transformer-engine', 'transformer-engine-*'],
    hardware: nvidia,
    evidence: at('NVIDIA/TransformerEngine', 'd0067d0da6cb', 'README.rst, Overview'),
  },
  {
    id: 'bitsandbytes',
    title: 'bitsandbytes',
    imports: ['bitsandbytes', 'transformers.BitsAndBytesConfig', 'diffusers.BitsAndBytesConfig'],
    distributions: ['bitsandbytes'],
    hardware: text(
      'CPUs, NVIDIA, AMD and Intel GPUs, Apple silicon and Gaudi',
      'CPU、NVIDIA/AMD/Intel GPU、Apple 芯片与 Gaudi',
    ),
    evidence: [
      ...at('bitsandbytes-foundation/bitsandbytes', '95f9af309d4d', 'README.md, accelerator support'),
      ...at('huggingface/diffusers', '58eb52c0803e', 'src/diffusers/quantizers/bitsandbytes/bnb_quantizer.py:64'),
    ],
  },
  {
    id: 'deep-gemm',
    title: 'DeepGEMM',
    imports: ['deep_gemm'],
    distributions: ['deep-gemm'],
    hardware: text('NVIDIA SM90 and SM100 GPUs', 'NVIDIA SM90、SM100 GPU'),
    evidence: at('deepseek-ai/DeepGEMM', '54e226124093', 'README.md, Requirements'),
  },
  {
    id: 'deep-ep',
    title: 'DeepEP',
    imports: ['deep_ep', 'deep_ep_cpp'],
    distributions: ['deep-ep'],
    hardware: text('NVIDIA GPUs with SM90 instructions', '支持 SM90 指令的 NVIDIA GPU'),
    evidence: at('deepseek-ai/DeepEP', 'dd758caf4518', 'README.md, Requirements'),
  },
  {
    id: 'flash-mla',
    title: 'FlashMLA',
    imports: ['flash_mla'],
    distributions: ['flash-mla'],
    hardware: text('NVIDIA SM90 and SM100 GPUs', 'NVIDIA SM90、SM100 GPU'),
    evidence: at('deepseek-ai/FlashMLA', '9241ae3ef9ba', 'README.md, Requirements'),
  },
  {
    id: 'flashinfer',
    title: 'FlashInfer',
    imports: ['flashinfer'],
    distributions: ['flashinfer', 'flashinfer-python', 'flashinfer-*'],
    hardware: nvidia,
    evidence: flashInfer,
  },
  ...flashInferParts.map(({ id, title, names }) => ({
    id,
    title,
    imports: names.map((name) => `flashinfer.${name}`),
    distributions: [],
    hardware: nvidia,
    evidence: flashInfer,
  })),
  {
    id: 'causal-conv1d',
    title: 'causal-conv1d',
    imports: ['causal_conv1d', 'causal_conv1d_cuda'],
    distributions: ['causal-conv1d'],
    hardware: nvidiaAndAmd,
    evidence: at('Dao-AILab/causal-conv1d', '0d2252d161f2', 'README.md'),
  },
  {
    id: 'selective-scan',
    title: 'selective_scan_cuda (mamba-ssm)',
    imports: ['selective_scan_cuda'],
    distributions: [],
    hardware: nvidiaAndAmd,
    evidence: at('state-spaces/mamba', 'e9594ce1c732', 'README.md, Installation'),
  },
  {
    id: 'cupy',
    title: 'CuPy',
    imports: ['cupy', 'cupyx'],
    distributions: ['cupy', 'cupy-*'],
    hardware: text('NVIDIA GPUs (and AMD GPUs, experimentally)', 'NVIDIA GPU（AMD GPU 为实验性支持）'),
    evidence: at('cupy/cupy', '6b6d9563c4f7', 'docs/source/install.rst, Requirements'),
  },
  {
    id: 'numba-cuda',
    title: 'numba.cuda',
    imports: ['numba.cuda'],
    distributions: ['numba-cuda'],
    hardware: nvidia,
    evidence: at('numba/numba', '004d1a8ec27e', 'docs/source/cuda/overview.rst, Supported GPUs'),
  },
  {
    id: 'pynvml',
    title: 'NVML (pynvml)',
    imports: ['pynvml', 'gpustat', 'nvidia_smi', 'GPUtil'],
    distributions: ['pynvml', 'nvidia-ml-py', 'nvidia-ml-py3', 'gpustat', 'gputil'],
    hardware: nvidia,
    evidence: at('nvidia-ml-py', '12.550.89', 'project description: a wrapper around the NVML library'),
  },
  {
    id: 'tensorrt',
    title: 'TensorRT',
    imports: ['tensorrt', 'torch_tensorrt', 'torch2trt', 'tensorrt_llm'],
    distributions: ['tensorrt', 'tensorrt-*', 'torch-tensorrt', 'torch2trt', 'nvidia-tensorrt'],
    hardware: nvidia,
    evidence: at('NVIDIA/TensorRT', '9f4ecc986327', 'README.md'),
  },
  {
    id: 'cuda-python',
    title: 'CUDA Python',
    imports: ['pycuda', 'cuda.bindings', 'cuda.core', 'cuda.cuda', 'cuda.cudart', 'cuda.nvrtc'],
    distributions: ['pycuda', 'cuda-python', 'cuda-bindings', 'cuda-core'],
    hardware: nvidia,
    evidence: at('inducer/pycuda', '09a971d61943', 'README.rst'),
  },
  {
    id: 'horovod',
    title: 'Horovod',
    imports: ['horovod'],
    distributions: ['horovod'],
    hardware: text('CPUs, NVIDIA and AMD GPUs', 'CPU、NVIDIA 与 AMD GPU'),
    evidence: [
      ...at('horovod/horovod', '2626dc87a3a8', 'docs/install.rst, GPU'),
      ...at('horovod/horovod', '2626dc87a3a8', 'horovod/torch/mpi_ops_v2.cc:54'),
    ],
  },
  {
    id: 'cuda-runtime',
    title: text('The CUDA runtime', 'CUDA 运行时'),
    imports: [],
    distributions: [
      'nvidia-*',
      'cudatoolkit',
      'cuda-toolkit',
      'cuda-nvcc',
      'cuda-runtime',
      'pytorch-cuda',
      'cudnn',
      'nccl',
    ],
    hardware: nvidia,
    evidence: at(
      'pytorch/pytorch',
      'v2.8.0',
      '.github/scripts/generate_binary_build_matrix.py, PYTORCH_EXTRA_INSTALL_REQUIREMENTS of the CUDA builds',
    ),
  },
];

function nameOf(title: string | Localized, language: 'en' | 'zh'): string {
  return typeof title === 'string' ? title : title[language];
}

/** What takes the place of a library on one route. */
export interface Successor extends Pick<Library, 'status' | 'replacement' | 'note'> {
  readonly evidence: readonly Evidence[];
}

/** Rows of one route: what the library needs, and what its place is taken by, where something is known to. */
export function cudaLibraries(target: Localized, successors: Readonly<Record<string, Successor>>): Library[] {
  const known = new Set(libraries.map(({ id }) => id));
  const strays = Object.keys(successors).filter((id) => !known.has(id));
  if (strays.length > 0) throw new Error(`no such library: ${strays.join(', ')}`);
  return libraries.map(({ id, title, imports, distributions, hardware, evidence }): Library => {
    const successor = successors[id];
    return {
      id,
      imports,
      distributions,
      status: successor?.status ?? 'none',
      ...(successor?.replacement === undefined ? {} : { replacement: successor.replacement }),
      note: text(
        `${nameOf(title, 'en')} runs on ${hardware.en}. ${successor?.note.en ?? `Nothing is known that takes its place on ${target.en}: write the part that uses it in plain PyTorch, or leave it out there.`}`,
        `${nameOf(title, 'zh')} 仅支持 ${hardware.zh}。${successor?.note.zh ?? `尚无已知的${target.zh}替代方案：请用原生 PyTorch 改写用到它的部分，或在该平台上去掉。`}`,
      ),
      evidence: [...(successor?.evidence ?? []), ...evidence],
    };
  });
}
