import type { RuleTable } from '../../rules';

/**
 * Operators of `com.microsoft`: what ONNX Runtime adds to ONNX, mostly made by its graph optimizer and its quantizer. A
 * file for each family. A rule says what ONNX Runtime's schema and documentation
 * (docs/ContribOperators.md of microsoft/onnxruntime) say of the outputs; what they leave open stays unknown.
 */
export const microsoftOperators: RuleTable = [];
