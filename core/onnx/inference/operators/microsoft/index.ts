import type { RuleTable } from '../../rules/operator-rules';
import { microsoftAttention } from './attention';
import { cachedAttention } from './cached-attention';
import { microsoftConvolution } from './convolution';
import { microsoftElementwise } from './elementwise';
import { generation } from './generation';
import { microsoftIndexing } from './indexing';
import { linearAttention } from './linear-attention';
import { microsoftMatrixProducts } from './matrix-products';
import { microsoftNormalization } from './normalization';
import { microsoftQuantization } from './quantization';
import { microsoftRecurrent } from './recurrent';
import { microsoftTraining } from './training';

/**
 * Operators of `com.microsoft`: what ONNX Runtime adds to ONNX, mostly made by its graph optimizer and its quantizer. A
 * file for each family. A rule says what ONNX Runtime's schema and documentation
 * (docs/ContribOperators.md of microsoft/onnxruntime) say of the outputs; what they leave open stays unknown.
 */
export const microsoftOperators: RuleTable = [
  ...cachedAttention,
  ...generation,
  ...linearAttention,
  ...microsoftAttention,
  ...microsoftConvolution,
  ...microsoftElementwise,
  ...microsoftIndexing,
  ...microsoftMatrixProducts,
  ...microsoftNormalization,
  ...microsoftQuantization,
  ...microsoftRecurrent,
  ...microsoftTraining,
];
