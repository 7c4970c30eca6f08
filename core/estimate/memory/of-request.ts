import { deviceMemory } from '../../targets';
import type { Deployed } from '../deployed';
import type { EstimateRequest } from '../request';
import { servingTable } from '../serving-table';
import { memoryChanges } from '../what-if/changes';
import { fitMemory, type MemoryFit } from './fit';

/** Memory of the fullest device under a request. */
export function memoryOf(request: EstimateRequest, { changed, cache }: Deployed): MemoryFit {
  const { bytes, usableBytes } = deviceMemory(request.target);
  const { capacity, reserve } = memoryChanges(request.constants ?? {});
  const memoryBytes = capacity ?? bytes!.value;
  return fitMemory({
    model: request.model,
    plan: request.plan,
    device: {
      vendor: request.target.vendor,
      memoryBytes,
      usableBytes: reserve === undefined ? (capacity ?? usableBytes?.value) : memoryBytes - reserve,
    },
    weights: request.weights ?? changed,
    cache,
    context: request.prompt + request.output,
    concurrency: request.concurrency,
    chunk: Math.min(request.chunk ?? servingTable().chunkTokens.value, request.prompt),
    prediction: (request.draft?.tokens ?? 0) > 0,
    redundantExperts: request.redundantExperts,
  });
}
