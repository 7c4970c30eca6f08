import type { ScriptRule } from '../../../../core/model';
import { type LibraryScope, reportLibraryImports, reportLibraryUses } from '../../scripts/libraries';
import en from './en.md';
import zh from './zh-cn.md';

/** Libraries without a rule of their own. What is for a whole framework (deepspeed) is told at the requirement. */
const scope: LibraryScope = {
  ids: new Set([
    'bitsandbytes',
    'causal-conv1d',
    'cuda-python',
    'cupy',
    'deep-ep',
    'deep-gemm',
    'fla',
    'flash-mla',
    'flashinfer',
    'flashinfer-attention',
    'flashinfer-comm',
    'flashinfer-moe',
    'flashinfer-norm',
    'flashinfer-quantized',
    'flashinfer-recurrent',
    'flashinfer-sampling',
    'flashinfer-tools',
    'grouped-gemm',
    'liger-kernel',
    'numba-cuda',
    'pynvml',
    'selective-scan',
    'tensorrt',
  ]),
};

/** Libraries that are CUDA code, or speak to NVIDIA's driver. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/cuda-library',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'A library for NVIDIA GPUs', zh: '面向 NVIDIA GPU 的库' },
  documentation: { en, zh },
  check(context) {
    reportLibraryImports(context, scope);
    reportLibraryUses(context, scope);
  },
};
