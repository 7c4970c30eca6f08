import { attentionOperators } from './attention-operators';
import { formOf } from './device';
import { feedForwardOperators } from './feed-forward-operators';
import { matmul } from './kernels';
import { activationElement, type Pass } from './pass';
import { headOperator } from './step';

/**
 * Milliseconds of drafting `tokens` tokens per sequence by multi-token prediction (MTP): each runs one more layer like the
 * last, the projection of two concatenated states (2h x h), and the head (deepseek-ai/DeepSeek-V3 README_WEIGHTS.md).
 */
export function predictionMs(decode: Pass, tokens: number): number {
  const last = decode.model.layers.at(-1);
  if (tokens === 0 || last === undefined) return 0;
  const pass: Pass = { ...decode, tokens: decode.sequences };
  const { hiddenSize } = pass.model;
  const size = (2 * hiddenSize * hiddenSize) / pass.plan.tensor;
  const projection = matmul(
    { name: 'eh_proj', count: 1, flops: 2 * pass.tokens * size, bytes: size * activationElement },
    pass.device,
    formOf(pass.device, 'prediction', false),
    pass.tokens,
  );
  const operators = [
    ...attentionOperators(pass, 1),
    ...feedForwardOperators(pass, 1, last.feedForward),
    projection,
    headOperator(pass),
  ];
  return (tokens * operators.reduce((sum, { count, timeUs }) => sum + count * timeUs, 0)) / 1000;
}
