import type { RuleTable } from '../../rules';
import { signatures } from '../../signature';

/**
 * Attention of linear cost and what comes with it, in models since Mamba2 and Qwen3-Next (docs/ContribOperators.md of
 * microsoft/onnxruntime at 004b79e, and the schemas of ONNX Runtime 1.32). These are newer than the table of schemas.
 */
export const linearAttention: RuleTable = signatures({
  GatedAdd: '[...] -> 0[...]',
  GatedRMSNorm: '[...] -> 0[...]',
  LinearAttentionGate: '[...] -> 0[...] 0[...]',
  EngramGate: '[...] -> 0[...] 0[...]',
  VarlenCausalConvWithState: '[...] _ _ _ [B,C,L] -> 0[...] 4[B,C,L]',
});
