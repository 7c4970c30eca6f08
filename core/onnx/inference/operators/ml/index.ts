import type { RuleTable } from '../../rules';

/** Operators of `ai.onnx.ml`: classical machine learning. A file for each family. Source: docs/Operators-ml.md of onnx/onnx. */
export const mlOperators: RuleTable = [];
