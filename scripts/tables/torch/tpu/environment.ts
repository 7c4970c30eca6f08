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
    replacement: 'CHIP_ARCH',
    note: text(
      'sg2260 (BM1690), sg2260e (BM1690E), bm1684x or bm1686.',
      '取值 sg2260（BM1690）、sg2260e（BM1690E）、bm1684x 或 bm1686。',
    ),
    evidence: torchTpu('torch_tpu/__init__.py'),
  },
};
