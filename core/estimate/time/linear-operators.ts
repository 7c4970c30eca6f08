import type { Weight } from '../../llm';
import { formOf } from './device';
import { matmul } from './kernels';
import type { TimedOperator } from './operator';
import { activationElement, type Pass } from './pass';

/** A linear layer of which the device holds 1 / `shards`. */
export function linearOperator(
  pass: Pass,
  count: number,
  weight: Weight,
  shards: number,
  name = weight.name,
): TimedOperator {
  const { tokens, device } = pass;
  const size = (weight.rows * weight.columns * weight.count) / shards;
  const activations = tokens * (weight.rows / shards + weight.columns) * activationElement;
  return matmul(
    {
      name,
      count,
      flops: 2 * tokens * size,
      bytes: pass.bytesOf(weight) / shards + activations,
      columns: shards === 1 ? weight.columns : weight.columns / inputShards(weight, shards),
    },
    device,
    formOf(device, weight.part, weight.quantized),
    tokens,
  );
}

/** Output projections are cut along their input, all others along their output. */
function inputShards({ name }: Weight, shards: number): number {
  return name === 'o_proj' || name === 'down_proj' ? shards : 1;
}

/** Several linear layers of one input, which serving engines merge into one kernel. */
export function mergedOperator(pass: Pass, count: number, name: string, weights: readonly Weight[], shards: number) {
  const [first] = weights;
  let rows = 0;
  let bytes = 0;
  for (const weight of weights) {
    rows += weight.rows;
    bytes += pass.bytesOf(weight) / shards;
  }
  const columns = first?.columns ?? 0;
  const activations = pass.tokens * (rows / shards + columns) * activationElement;
  return matmul(
    { name, count, flops: (2 * pass.tokens * rows * columns) / shards, bytes: bytes + activations, columns },
    pass.device,
    formOf(pass.device, first?.part ?? '', first?.quantized ?? false),
    pass.tokens,
  );
}
