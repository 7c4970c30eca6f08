import type { MigrationFile } from '../../../../core/targets/api-table-file';
import { readFacts } from '../../facts';
import { pytorch, torchNpu, tutorials } from '../evidence';
import { atc } from '../onnx-importers';
import { portableFunctions } from '../portable';
import { npuCollectives, npuReductions } from './collectives';
import { npuCuda } from './cuda';
import { npuDtypes } from './dtypes';
import { npuEnvironment } from './environment';
import { npuKernels } from './kernels';
import { npuLibraries } from './libraries';
import { npuLimits } from './limits';
import { npuShims } from './shims';

/** Releases that the vendor's tables of APIs no longer cover. */
const earlierReleases = ['1.8.1', '1.11.0', '2.0.1', '2.1.0', '2.2.0', '2.3.1', '2.4.0', '2.5.1'];

export function npuMigration(): MigrationFile {
  return {
    route: 'torch-npu',
    device: {
      type: 'npu',
      module: 'torch_npu',
      namespace: 'torch.npu',
      autoload: {
        since: '2.5',
        evidence: [
          ...torchNpu('setup.py, entry points of torch.backends'),
          ...pytorch('v2.6.0', 'torch/__init__.py, _import_device_backends'),
          ...tutorials('prototype_source/python_extension_autoload.rst'),
        ],
      },
      outOfMemory: {
        text: 'NPU out of memory',
        evidence: torchNpu('torch_npu/csrc/core/npu/NPUCachingAllocator.cpp:1377'),
      },
      backend: 'hccl',
      evidence: torchNpu('torch_npu/contrib/transfer_to_npu.py'),
    },
    releases: {
      torch: [...earlierReleases, ...Object.keys(readFacts('ascend/torch-ops.json').meta.sources)],
      evidence: [...torchNpu('COMPATIBILITY.md'), ...torchNpu('docs/zh/api/native_api')],
    },
    cuda: npuCuda(),
    portable: portableFunctions,
    environment: npuEnvironment,
    libraries: npuLibraries,
    collectives: npuCollectives(),
    reductions: npuReductions,
    kernels: npuKernels(),
    shims: npuShims(),
    dtypes: npuDtypes,
    limits: npuLimits,
    onnxImporter: atc,
  };
}
