import type { Graph, Integer, Tensor } from '../../model';
import { add, bytesOfElements } from '../cost';
import { size } from '../cost/costed-operator';
import { weightsOf } from './constants';

/** Bytes of all weights of some graphs, wherever they lie: inline, or in another file. */
export function weightBytes(graphs: Iterable<Graph>): Integer {
  let total: Integer = 0;
  for (const graph of graphs) for (const tensor of weightsOf(graph)) total = add(total, tensorBytes(tensor));
  return total;
}

/** By type and dimensions, so that weights that are elided or elsewhere count; strings by what they take in the file. */
function tensorBytes({ elementType, dims, payloadBytes }: Tensor): Integer {
  const count = size(dims);
  const bytes = count === undefined ? undefined : bytesOfElements(elementType, count);
  return bytes ?? payloadBytes;
}
