// Written by scripts/generate-rules.ts: rules that have a folder.
import type { Rule } from '../../core/model';
import { rule as llmActivationFunction } from './llm/activation-function';
import { rule as llmCheckpointSize } from './llm/checkpoint-size';
import { rule as llmContextLength } from './llm/context-length';
import { rule as llmDeviceMemory } from './llm/device-memory';
import { rule as llmExpertRouting } from './llm/expert-routing';
import { rule as llmKvCacheType } from './llm/kv-cache-type';
import { rule as llmMultiTokenPrediction } from './llm/multi-token-prediction';
import { rule as llmQuantizationDescription } from './llm/quantization-description';
import { rule as llmQuantizationSettings } from './llm/quantization-settings';
import { rule as llmQuantizedFloat16 } from './llm/quantized-float16';
import { rule as llmRopeScaling } from './llm/rope-scaling';
import { rule as llmSlidingWindow } from './llm/sliding-window';
import { rule as llmTensorParallel } from './llm/tensor-parallel';
import { rule as llmUnknownArchitecture } from './llm/unknown-architecture';
import { rule as llmUnsupportedArchitecture } from './llm/unsupported-architecture';
import { rule as llmUnsupportedDtype } from './llm/unsupported-dtype';
import { rule as llmUnsupportedQuantization } from './llm/unsupported-quantization';
import { rule as llmUnsupportedWeights } from './llm/unsupported-weights';
import { rule as portolanNvidiaBackend } from './portolan/nvidia-backend';
import { rule as portolanNvidiaKernels } from './portolan/nvidia-kernels';
import { rule as portolanSuppressionWithoutReason } from './portolan/suppression-without-reason';
import { rule as portolanThirdParty } from './portolan/third-party';
import { rule as portolanUnknownRule } from './portolan/unknown-rule';
import { rule as portolanUnusedSuppression } from './portolan/unused-suppression';
import { rule as torchAcceleratorApi } from './torch/accelerator-api';
import { rule as torchApex } from './torch/apex';
import { rule as torchAutocastDevice } from './torch/autocast-device';
import { rule as torchAvailabilityGuard } from './torch/availability-guard';
import { rule as torchBackendImport } from './torch/backend-import';
import { rule as torchBfloat16 } from './torch/bfloat16';
import { rule as torchChannelsLast } from './torch/channels-last';
import { rule as torchCompile } from './torch/compile';
import { rule as torchComplex } from './torch/complex';
import { rule as torchCpuFallback } from './torch/cpu-fallback';
import { rule as torchCudaAmp } from './torch/cuda-amp';
import { rule as torchCudaApi } from './torch/cuda-api';
import { rule as torchCudaBackends } from './torch/cuda-backends';
import { rule as torchCudaCall } from './torch/cuda-call';
import { rule as torchCudaDevice } from './torch/cuda-device';
import { rule as torchCudaExtension } from './torch/cuda-extension';
import { rule as torchCudaGraph } from './torch/cuda-graph';
import { rule as torchCudaLibrary } from './torch/cuda-library';
import { rule as torchCudaTensorType } from './torch/cuda-tensor-type';
import { rule as torchDeviceChoices } from './torch/device-choices';
import { rule as torchDeviceCompare } from './torch/device-compare';
import { rule as torchDeviceIds } from './torch/device-ids';
import { rule as torchDistributedBackend } from './torch/distributed-backend';
import { rule as torchDistributedCollective } from './torch/distributed-collective';
import { rule as torchDistributedCompare } from './torch/distributed-compare';
import { rule as torchDynamicShape } from './torch/dynamic-shape';
import { rule as torchEnvironmentVariable } from './torch/environment-variable';
import { rule as torchExecutionProvider } from './torch/execution-provider';
import { rule as torchFlashAttn } from './torch/flash-attn';
import { rule as torchFloat64 } from './torch/float64';
import { rule as torchFloat8 } from './torch/float8';
import { rule as torchFusablePattern } from './torch/fusable-pattern';
import { rule as torchFusedOptimizer } from './torch/fused-optimizer';
import { rule as torchHorovod } from './torch/horovod';
import { rule as torchHostSync } from './torch/host-sync';
import { rule as torchInt64 } from './torch/int64';
import { rule as torchIntegerDevice } from './torch/integer-device';
import { rule as torchJitScript } from './torch/jit-script';
import { rule as torchLightningTrainer } from './torch/lightning-trainer';
import { rule as torchMapLocation } from './torch/map-location';
import { rule as torchNvidiaTools } from './torch/nvidia-tools';
import { rule as torchOnnxExport } from './torch/onnx-export';
import { rule as torchOomText } from './torch/oom-text';
import { rule as torchPinMemory } from './torch/pin-memory';
import { rule as torchProgramShim } from './torch/program-shim';
import { rule as torchRequirements } from './torch/requirements';
import { rule as torchRestrictedOp } from './torch/restricted-op';
import { rule as torchTorchvisionOp } from './torch/torchvision-op';
import { rule as torchTrainingConfig } from './torch/training-config';
import { rule as torchTransformerEngine } from './torch/transformer-engine';
import { rule as torchTritonKernel } from './torch/triton-kernel';
import { rule as torchUnsupportedOp } from './torch/unsupported-op';
import { rule as torchVisibleDevices } from './torch/visible-devices';
import { rule as torchXformers } from './torch/xformers';

export const rules: readonly Rule[] = [
  llmActivationFunction,
  llmCheckpointSize,
  llmContextLength,
  llmDeviceMemory,
  llmExpertRouting,
  llmKvCacheType,
  llmMultiTokenPrediction,
  llmQuantizationDescription,
  llmQuantizationSettings,
  llmQuantizedFloat16,
  llmRopeScaling,
  llmSlidingWindow,
  llmTensorParallel,
  llmUnknownArchitecture,
  llmUnsupportedArchitecture,
  llmUnsupportedDtype,
  llmUnsupportedQuantization,
  llmUnsupportedWeights,
  portolanNvidiaBackend,
  portolanNvidiaKernels,
  portolanSuppressionWithoutReason,
  portolanThirdParty,
  portolanUnknownRule,
  portolanUnusedSuppression,
  torchAcceleratorApi,
  torchApex,
  torchAutocastDevice,
  torchAvailabilityGuard,
  torchBackendImport,
  torchBfloat16,
  torchChannelsLast,
  torchCompile,
  torchComplex,
  torchCpuFallback,
  torchCudaAmp,
  torchCudaApi,
  torchCudaBackends,
  torchCudaCall,
  torchCudaDevice,
  torchCudaExtension,
  torchCudaGraph,
  torchCudaLibrary,
  torchCudaTensorType,
  torchDeviceChoices,
  torchDeviceCompare,
  torchDeviceIds,
  torchDistributedBackend,
  torchDistributedCollective,
  torchDistributedCompare,
  torchDynamicShape,
  torchEnvironmentVariable,
  torchExecutionProvider,
  torchFlashAttn,
  torchFloat64,
  torchFloat8,
  torchFusablePattern,
  torchFusedOptimizer,
  torchHorovod,
  torchHostSync,
  torchInt64,
  torchIntegerDevice,
  torchJitScript,
  torchLightningTrainer,
  torchMapLocation,
  torchNvidiaTools,
  torchOnnxExport,
  torchOomText,
  torchPinMemory,
  torchProgramShim,
  torchRequirements,
  torchRestrictedOp,
  torchTorchvisionOp,
  torchTrainingConfig,
  torchTransformerEngine,
  torchTritonKernel,
  torchUnsupportedOp,
  torchVisibleDevices,
  torchXformers,
];
