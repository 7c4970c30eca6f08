import { choosePlan } from '../../estimate';
import type { CheckpointFacts, CheckpointRoute, Placement } from '../../model';
import type { Destination } from '../plan';

/** One request of a usual length: what a model needs at the least, before anybody says how it is to be served. */
const leastLoad = { prompt: 1024, output: 1024, concurrency: 1 };

/** The plan of the fewest devices for a model on a destination, as `portolan estimate` chooses it. */
export function placementOf(
  { model }: CheckpointFacts,
  { target, route }: Destination<CheckpointRoute>,
): Placement | undefined {
  const chosen = model && choosePlan({ model, target, route, ...leastLoad });
  if (chosen === undefined) return undefined;
  const { plan, memory, weights } = chosen;
  const { fit, weightsBytes, usableBytes, headroomBytes, kvBytesPerToken, maxContext } = memory;
  return { ...plan, fit, weights, weightsBytes, usableBytes, headroomBytes, kvBytesPerToken, maxContext };
}
