// Written by scripts/generate-rules.ts: rules that have a folder.
import type { GraphRule } from '../../core/model';
import { rule as onnxBrokenCondition } from './onnx/broken-condition';
import { rule as onnxDataDependentShape } from './onnx/data-dependent-shape';
import { rule as onnxDeviceMemory } from './onnx/device-memory';
import { rule as onnxDuplicateNodeName } from './onnx/duplicate-node-name';
import { rule as onnxDynamicDimension } from './onnx/dynamic-dimension';
import { rule as onnxF32OnlyLowering } from './onnx/f32-only-lowering';
import { rule as onnxGraphInputType } from './onnx/graph-input-type';
import { rule as onnxGraphSplit } from './onnx/graph-split';
import { rule as onnxHostFallback } from './onnx/host-fallback';
import { rule as onnxHostMemory } from './onnx/host-memory';
import { rule as onnxInt64Narrowing } from './onnx/int64-narrowing';
import { rule as onnxIrVersion } from './onnx/ir-version';
import { rule as onnxSilentMiscompilation } from './onnx/silent-miscompilation';
import { rule as onnxSlowOperator } from './onnx/slow-operator';
import { rule as onnxUndecidedCondition } from './onnx/undecided-condition';
import { rule as onnxUnknownOperator } from './onnx/unknown-operator';
import { rule as onnxUnsupportedOperator } from './onnx/unsupported-operator';
import { rule as onnxUnsupportedOpset } from './onnx/unsupported-opset';
import { rule as onnxUnsupportedPrecision } from './onnx/unsupported-precision';
import { rule as onnxVendorTestFailure } from './onnx/vendor-test-failure';

export const rules: readonly GraphRule[] = [
  onnxBrokenCondition,
  onnxDataDependentShape,
  onnxDeviceMemory,
  onnxDuplicateNodeName,
  onnxDynamicDimension,
  onnxF32OnlyLowering,
  onnxGraphInputType,
  onnxGraphSplit,
  onnxHostFallback,
  onnxHostMemory,
  onnxInt64Narrowing,
  onnxIrVersion,
  onnxSilentMiscompilation,
  onnxSlowOperator,
  onnxUndecidedCondition,
  onnxUnknownOperator,
  onnxUnsupportedOperator,
  onnxUnsupportedOpset,
  onnxUnsupportedPrecision,
  onnxVendorTestFailure,
];
