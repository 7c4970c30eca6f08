import type { Evidence, Localized } from '../../../core/model';

export function text(en: string, zh: string): Localized {
  return { en, zh };
}

const of =
  (source: string, version: string) =>
  (where: string): readonly Evidence[] => [{ source, version, where }];

/** PyTorch's own sources, by release: `pytorch('v2.8.0', 'torch/cuda/__init__.py')`. */
export const pytorch = (version: string, where: string) => of('pytorch/pytorch', version)(where);
export const tutorials = of('pytorch/tutorials', '2024-10-10');
export const torchNpu = of('Ascend/pytorch', '9e73e708ab93');
/** `torch_npu.npu.__all__`, read at a later state. */
export const torchNpuNames = of('Ascend/pytorch', '0037c399ba3c')('torch_npu/npu/__init__.py, __all__');
export const opPlugin = of('Ascend/op-plugin', '517f2e7d0f20');
export const opPluginDocs = of('Ascend/op-plugin', '09024aa99e23');
/** The libraries of the kernels that op-plugin calls, each of which checks types and sizes itself. */
export const opsMath = of('hicann/ops-math', 'c41933244c31');
export const opsNn = of('hicann/ops-nn', 'e5c3fa9327ea');
export const msfmktransplt = of('xiaobingling93-pixel/Ascend-mstt', '99c2e0f990a1');
export const ascendDocs = of('xiaobingling93-pixel/Ascend-docs', '6018c899e777');
export const thirdParty = ascendDocs(
  'FrameworkPTAdapter/26.0.0/zh/supported_suites_and_third_party_libraries/supported_suites_and_third_party_libraries.md',
);
export const vllmAscend = of('vllm-project/vllm-ascend', '182b75ea');
export const torchTpu = of('sophgo/torch-tpu', 'fe9b478bf1d6');
export const vllmTpu = of('sophgo/vllm-tpu', '9b474f248062');
export const tritonAscend = of('triton-lang/triton-ascend', 'a84b1eb52b62');
export const mindSpeed = of('Ascend/MindSpeed', '028de58ca629');
export const torchvisionNpu = of('Ascend/vision', '0080687badd3');
/** Kept with ONNX Runtime's documentation; the releases with a CANN build are 1.20.0 to 1.22.1. */
export const onnxRuntimeDocs = of(
  'onnxruntime.ai',
  '1.22.1',
)('docs/execution-providers/community-maintained/CANN-ExecutionProvider.html');
export const issue = (repository: string, number: number, where: string): readonly Evidence[] => [
  { source: repository, version: `issue ${number}`, where },
];
