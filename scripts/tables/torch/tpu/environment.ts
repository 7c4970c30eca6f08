import type { EnvironmentVariable } from '../../../../core/model';
import { text, torchTpu } from '../evidence';

const tutorial = torchTpu('docs/quick_start/source_zh/03_Tutorial.rst');

export const tpuEnvironment: Readonly<Record<string, EnvironmentVariable>> = {
  CUDA_VISIBLE_DEVICES: {
    replacement: 'CHIP_MAP',
    note: text(
      'CHIP_MAP maps each rank to a chip, for collectives; the chips of a job must form a ring.',
      'CHIP_MAP 给出各 rank 对应的芯片（用于集合通信）；一个任务的芯片须构成环。',
    ),
    evidence: tutorial,
  },
  TORCH_CUDA_ARCH_LIST: {
    note: text(
      'It lists the GPUs that CUDA extensions are compiled for. The chip that torch_tpu loads its kernels for is found by itself, or named by CHIP_ARCH: sg2260 (BM1690), sg2260e (BM1690E), bm1684x or bm1686.',
      '该变量列出编译 CUDA 扩展时面向的 GPU。torch_tpu 会自动识别芯片并加载对应算子，也可用 CHIP_ARCH 指定：sg2260（BM1690）、sg2260e（BM1690E）、bm1684x 或 bm1686。',
    ),
    evidence: torchTpu('torch_tpu/__init__.py'),
  },
};
