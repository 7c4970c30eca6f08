import type { Evidence, Localized, ScriptRoute } from '../../../../core/model';

/** What does on a route's devices what NVIDIA's driver, container runtime and images do. */
interface Counterparts {
  /** Lists the devices, their memory and load. */
  readonly monitor: { readonly name: string; readonly evidence: readonly Evidence[] };
  /** How a container gets the devices. */
  readonly devices: { readonly advice: Localized; readonly evidence: readonly Evidence[] };
  readonly images: { readonly advice: Localized; readonly evidence: readonly Evidence[] };
}

const torchTpu = (where: string): Evidence[] => [{ source: 'sophgo/torch-tpu', version: 'fe9b478bf1d6', where }];
const torchNpu = (where: string): Evidence[] => [{ source: 'Ascend/pytorch', version: '9e73e708ab93', where }];

export const counterparts: Readonly<Record<ScriptRoute, Counterparts>> = {
  'torch-npu': {
    monitor: {
      name: 'npu-smi info',
      evidence: [
        {
          source: 'vllm-project/vllm-ascend',
          version: '182b75ea84',
          where: 'docs/source/installation.md, npu-smi info',
        },
      ],
    },
    devices: {
      advice: {
        en: 'Pass --device /dev/davinci0 (one for each NPU) and --device /dev/davinci_manager, or use Ascend Docker Runtime with ASCEND_VISIBLE_DEVICES.',
        zh: '请传入 --device /dev/davinci0（每个 NPU 一项）与 --device /dev/davinci_manager，或使用 Ascend Docker Runtime 并设置 ASCEND_VISIBLE_DEVICES。',
      },
      evidence: torchNpu('docker/OVERVIEW.md, docker run'),
    },
    images: {
      advice: {
        en: 'Begin with an image that has CANN and torch_npu; Ascend/pytorch describes those that it publishes.',
        zh: '请以带有 CANN 与 torch_npu 的镜像为基础；Ascend/pytorch 说明了其发布的镜像。',
      },
      evidence: torchNpu('docker/OVERVIEW.md'),
    },
  },
  'torch-tpu': {
    monitor: { name: 'bm-smi', evidence: torchTpu('docs/quick_start/source_zh/02_env.rst:31') },
    devices: {
      advice: {
        en: 'Run the container with --privileged, as the guide of torch_tpu does, or map the devices, /dev/bmdev-ctl included.',
        zh: '请按 torch_tpu 手册以 --privileged 启动容器，或映射设备节点（包括 /dev/bmdev-ctl）。',
      },
      evidence: [...torchTpu('docs/quick_start/source_zh/02_env.rst:65'), ...torchTpu('docker/README.md')],
    },
    images: {
      advice: { en: 'torch_tpu publishes sophgo/torch_tpu.', zh: 'torch_tpu 发布的镜像是 sophgo/torch_tpu。' },
      evidence: torchTpu('docker/README.md'),
    },
  },
};
