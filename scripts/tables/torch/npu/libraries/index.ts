import type { Library } from '../../../../../core/model';
import { cudaLibraries, extensionFunctions } from '../../cuda-libraries';
import {
  issue,
  onnxRuntimeDocs,
  opPluginDocs,
  text,
  thirdParty,
  torchNpu,
  torchvisionNpu,
  tritonAscend,
} from '../../evidence';
import { mmcvWithoutKernel } from './mmcv-operators';
import { successors } from './successors';

const withAdapter = [
  'nms',
  'deform_conv2d',
  'DeformConv2d',
  'roi_align',
  'RoIAlign',
  'roi_pool',
  'RoIPool',
  'batched_nms',
  'MultiScaleRoIAlign',
];

/** What becomes of CUDA libraries on Ascend. A library that is not here is unknown. */
export const npuLibraries: readonly Library[] = [
  ...cudaLibraries(text('Ascend', '昇腾'), successors),
  {
    id: 'triton',
    imports: ['triton'],
    distributions: ['triton', 'pytorch-triton'],
    status: 'adapted',
    replacement: 'triton-ascend',
    families: ['910B', '910C', '950'],
    note: text(
      'triton-ascend takes the place of triton under the same import name, on Atlas A2 and A3. Kernels need review: a grid has at most 65535 programs (unless TRITON_ALL_BLOCKS_PARALLEL=1 and they may run in any order), a block must fit the unified buffer (192 KB on A2), and atomic_add takes no 64-bit types.',
      'triton-ascend 以相同的导入名替代 triton，支持 Atlas A2、A3。内核需要检查：grid 上限 65535（除非各 program 可任意并行并设置 TRITON_ALL_BLOCKS_PARALLEL=1），每个分块须放得进 UB（A2 为 192 KB），atomic_add 不支持 64 位类型。',
    ),
    evidence: [
      ...tritonAscend('README.md, Hardware Support, Performance'),
      ...tritonAscend('docs/en/migration_guide/migrate_from_gpu.md:125'),
      ...tritonAscend('docs/en/migration_guide/architecture_difference.md:46'),
      ...tritonAscend('docs/zh/triton_api/Atomic_Ops/atomic_add.md'),
    ],
  },
  {
    id: 'liger-kernel',
    imports: ['liger_kernel'],
    distributions: ['liger-kernel', 'liger-kernel-nightly'],
    status: 'adapted',
    replacement: 'liger-kernel with torch_npu 2.9.0 and triton-ascend 3.2.2',
    families: ['910B', '910C', '950'],
    note: text(
      'Liger Kernel has an Ascend backend, which asks for torch 2.9.0, torch_npu 2.9.0, triton-ascend 3.2.2 and CANN 9.1.0.',
      'Liger Kernel 已有昇腾后端，要求 torch 2.9.0、torch_npu 2.9.0、triton-ascend 3.2.2 与 CANN 9.1.0。',
    ),
    evidence: [
      { source: 'linkedin/Liger-Kernel', version: 'ead96b618e5c', where: 'README.md, Dependencies, Ascend NPU' },
    ],
  },
  {
    id: 'grouped-gemm',
    imports: ['grouped_gemm', 'megablocks'],
    distributions: ['grouped-gemm', 'megablocks'],
    status: 'replace',
    replacement: 'torch_npu.npu_grouped_matmul',
    note: text(
      'Grouped matrix products are torch_npu.npu_grouped_matmul.',
      '分组矩阵乘请用 torch_npu.npu_grouped_matmul。',
    ),
    evidence: opPluginDocs('docs/en/custom_APIs/torch_npu/torch_npu-npu_grouped_matmul.md'),
  },
  {
    id: 'fla',
    imports: ['fla'],
    distributions: ['flash-linear-attention'],
    status: 'replace',
    replacement: 'torch_npu.npu_recurrent_gated_delta_rule',
    note: text(
      'Its kernels are Triton kernels for GPUs. The gated delta rule exists as torch_npu.npu_recurrent_gated_delta_rule.',
      '其算子是面向 GPU 的 Triton 内核。Gated Delta Rule 可用 torch_npu.npu_recurrent_gated_delta_rule。',
    ),
    evidence: opPluginDocs('docs/en/custom_APIs/torch_npu/torch_npu-npu_recurrent_gated_delta_rule.md'),
  },
  {
    id: 'onnxruntime-gpu',
    imports: [],
    distributions: ['onnxruntime-gpu'],
    status: 'replace',
    replacement: 'onnxruntime-cann',
    note: text(
      'The CUDA build of ONNX Runtime. Its Ascend build is onnxruntime-cann, with CANNExecutionProvider.',
      'ONNX Runtime 的 CUDA 版。昇腾请安装 onnxruntime-cann，并使用 CANNExecutionProvider。',
    ),
    evidence: onnxRuntimeDocs,
  },
  {
    id: 'cuda-extension',
    imports: extensionFunctions,
    distributions: [],
    status: 'replace',
    replacement: 'torch_npu.utils.cpp_extension.NpuExtension',
    note: text(
      'CUDA sources need nvcc. On Ascend write the operator in Ascend C (an aclnn operator), build its binding by torch_npu.utils.cpp_extension.NpuExtension, or write it in Triton for triton-ascend.',
      'CUDA 源码需要 nvcc。在昇腾上请用 Ascend C 编写算子（aclnn 算子），以 torch_npu.utils.cpp_extension.NpuExtension 编译绑定，或用 Triton 编写（triton-ascend）。',
    ),
    evidence: [
      ...torchNpu('torch_npu/utils/cpp_extension.py:12'),
      ...torchNpu('docs/zh/api/native_api, torch.utils.cpp_extension.load'),
    ],
  },
  {
    id: 'torchvision-ops',
    imports: withAdapter.map((name) => `torchvision.ops.${name}`),
    distributions: [],
    status: 'adapted',
    replacement: 'torchvision_npu',
    note: text(
      'Without the Torchvision Adapter (import torchvision_npu) it has no NPU kernel and runs on the CPU. The adapter exists for torchvision 0.16.0, 0.20.1, 0.21.0 and 0.22.1 (PyTorch 2.1.0, 2.5.1, 2.6.0 and 2.7.1).',
      '不装 Torchvision Adapter（import torchvision_npu）时没有 NPU 实现，会在 CPU 上执行。适配插件支持 torchvision 0.16.0、0.20.1、0.21.0、0.22.1（对应 PyTorch 2.1.0、2.5.1、2.6.0、2.7.1）。',
    ),
    evidence: [
      ...torchvisionNpu('README.md, table 4'),
      ...thirdParty,
      ...issue('opendatalab/MinerU', 1695, 'nms on the CPU'),
    ],
  },
  {
    id: 'torchvision-ops-without-kernel',
    imports: ['ps_roi_align', 'PSRoIAlign', 'ps_roi_pool', 'PSRoIPool'].map((name) => `torchvision.ops.${name}`),
    distributions: [],
    status: 'none',
    note: text(
      'The Torchvision Adapter lists ps_roi_align and ps_roi_pool as not supported: no NPU kernel exists.',
      'Torchvision Adapter 注明不支持 ps_roi_align 与 ps_roi_pool：没有 NPU 实现。',
    ),
    evidence: torchvisionNpu('README.md, table 4'),
  },
  {
    id: 'mmcv',
    imports: ['mmcv.ops'],
    distributions: ['mmcv', 'mmcv-full'],
    status: 'adapted',
    replacement: 'mmcv (built with NPU support)',
    note: text(
      'mmcv supports Ascend natively, where it is built from its main branch (or a tag from 2.2.0 on) with NPU support; the wheels of its package index have CUDA operators only.',
      'mmcv 原生支持昇腾，但须用主干（或 2.2.0 及以上 tag）源码按 NPU 方式编译；预编译包中只有 CUDA 算子。',
    ),
    evidence: thirdParty,
  },
  {
    id: 'mmcv-without-kernel',
    imports: mmcvWithoutKernel(),
    distributions: [],
    status: 'none',
    note: text(
      "The vendor's list of mmcv operators has no NPU kernel for it.",
      '厂商的 MMCV 算子支持列表中，该算子没有 NPU 实现。',
    ),
    evidence: thirdParty,
  },
  {
    id: 'deepspeed',
    imports: ['deepspeed'],
    distributions: ['deepspeed'],
    status: 'works',
    note: text(
      'DeepSpeed supports Ascend (Atlas A2) by itself; take its newest release.',
      'DeepSpeed 原生支持昇腾（Atlas A2），推荐使用最新版。',
    ),
    evidence: thirdParty,
  },
  ...(
    [
      ['transformers', 'Transformers'],
      ['accelerate', 'Accelerate'],
      ['trl', 'TRL'],
      ['mmengine', 'MMEngine'],
    ] as const
  ).map(
    ([name, title]): Library => ({
      id: name,
      imports: [name],
      distributions: [name],
      status: 'works',
      note: text(`${title} supports Ascend by itself.`, `${title} 原生支持昇腾 NPU。`),
      evidence: thirdParty,
    }),
  ),
];
