import type { RuleTable } from '../../rules';

/** Operators of `ai.onnx.preview.training`: gradients and the optimizers that use them. Source: docs/Operators.md of onnx/onnx. */
export const trainingOperators: RuleTable = [];
