import type { MigrationFile } from '../../../../core/targets/api-table-file';
import { readFacts } from '../../facts';
import { torchNpu } from '../evidence';
import { npuCollectives } from './collectives';
import { npuCuda } from './cuda';
import { npuDtypes } from './dtypes';
import { npuEnvironment } from './environment';
import { npuKernels } from './kernels';
import { npuLibraries } from './libraries';
import { npuLimits } from './limits';
import { npuShims } from './shims';

export function npuMigration(): MigrationFile {
  return {
    route: 'torch-npu',
    device: {
      type: 'npu',
      module: 'torch_npu',
      namespace: 'torch.npu',
      backend: 'hccl',
      evidence: torchNpu('torch_npu/contrib/transfer_to_npu.py'),
    },
    releases: {
      torch: Object.keys(readFacts('ascend/torch-ops.json').meta.sources),
      evidence: torchNpu('docs/zh/api/native_api'),
    },
    cuda: npuCuda(),
    environment: npuEnvironment,
    libraries: npuLibraries,
    collectives: npuCollectives(),
    reductions: {},
    kernels: npuKernels(),
    shims: npuShims(),
    dtypes: npuDtypes,
    limits: npuLimits,
  };
}
