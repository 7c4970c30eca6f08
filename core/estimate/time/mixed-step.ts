import { layerCount } from '../../llm';
import { attentionOperators } from './attention-operators';
import type { TimedOperator } from './operator';
import type { Pass } from './pass';
import { passOperators } from './step';

/**
 * Milliseconds by which the prefill of one prompt lengthens the steps that it shares with decoding sequences (chunked
 * prefill); `operators` are those of the step without it. Weights are read and kernels launched for both at once, so it is less than a prefill by itself; attention over
 * the prompt comes on top. Where graphs cover decoding alone, such a step is no shorter than the host's launches.
 */
export function addedMs(decode: Pass, operators: readonly TimedOperator[], prompt: number, chunk: number): number {
  const chunks = Math.max(1, Math.ceil(prompt / chunk));
  const tokens = prompt / chunks;
  const alone = sum(operators, false);
  const decoding = sum(operators, true);
  const mixed = sum(passOperators({ ...decode, tokens: decode.tokens + tokens }), false);
  const { graphsDecodeOnly, eagerUsPerLayer = 0 } = decode.device.constants;
  const host = graphsDecodeOnly === 1 ? eagerUsPerLayer * layerCount(decode.model) : 0;
  let total = 0;
  for (let index = 1; index <= Math.min(chunks, 64); index++) {
    // What stands before the chunk is seen whole, the chunk itself by half.
    const context = chunks === 1 ? tokens : (2 * index - 1) * tokens;
    const attention = attentionOf({ ...decode, prefill: true, tokens, sequences: 1, context });
    total += Math.max(mixed + decoding + attention, host) - alone - decoding;
  }
  return (chunks > 64 ? (total * chunks) / 64 : total) / 1000;
}

function attentionOf(pass: Pass): number {
  return sum(attentionOperators(pass, layerCount(pass.model)), true);
}

/** Time of the operators that look at the context, or of all others. */
function sum(operators: readonly TimedOperator[], attention: boolean): number {
  let total = 0;
  for (const { kind, count, timeUs } of operators) if ((kind === 'attention') === attention) total += count * timeUs;
  return total;
}
