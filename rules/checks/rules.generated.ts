// Written by scripts/generate-rules.ts: every rule that has a folder.
import type { Rule } from '../../core/model';
import { rule as rule0 } from './onnx/broken-condition';
import { rule as rule1 } from './onnx/data-dependent-shape';
import { rule as rule2 } from './onnx/device-memory';
import { rule as rule3 } from './onnx/duplicate-node-name';
import { rule as rule4 } from './onnx/dynamic-dimension';
import { rule as rule5 } from './onnx/f32-only-lowering';
import { rule as rule6 } from './onnx/graph-input-type';
import { rule as rule7 } from './onnx/graph-split';
import { rule as rule8 } from './onnx/host-fallback';
import { rule as rule9 } from './onnx/host-memory';
import { rule as rule10 } from './onnx/int64-narrowing';
import { rule as rule11 } from './onnx/ir-version';
import { rule as rule12 } from './onnx/silent-miscompilation';
import { rule as rule13 } from './onnx/slow-operator';
import { rule as rule14 } from './onnx/undecided-condition';
import { rule as rule15 } from './onnx/unknown-operator';
import { rule as rule16 } from './onnx/unsupported-operator';
import { rule as rule17 } from './onnx/unsupported-opset';
import { rule as rule18 } from './onnx/unsupported-precision';
import { rule as rule19 } from './onnx/vendor-test-failure';

export const rules: readonly Rule[] = [rule0, rule1, rule2, rule3, rule4, rule5, rule6, rule7, rule8, rule9, rule10, rule11, rule12, rule13, rule14, rule15, rule16, rule17, rule18, rule19];
