import type { ApiLimit, LimitCondition } from '../../../../../core/model';
import { limitsOf950 } from './ascend-950';
import { attentionLimits } from './attention';
import { compilationLimits } from './compilation';
import { distributedLimits } from './distributed';
import { doubleLimits } from './double-precision';
import { layerLimits } from './layers';
import { lossLimits } from './losses';
import { poolingLimits } from './pooling';
import { rankLimits } from './ranks';
import { runtimeLimits } from './runtime';
import { tensorLimits } from './tensors';
import { typeLimits } from './types';

/** Conditions on a call that can be checked, of those that the vendor's tables state in words. */
export const npuLimits: readonly ApiLimit[] = withProof([
  ...attentionLimits,
  ...layerLimits,
  ...poolingLimits,
  ...lossLimits,
  ...tensorLimits,
  ...rankLimits,
  ...typeLimits,
  ...doubleLimits,
  ...limitsOf950,
  ...distributedLimits,
  ...compilationLimits,
  ...runtimeLimits,
]);

/** The tables list other types than kernels take: of a type that is only assumed, nothing is told. */
function withProof(limits: readonly ApiLimit[]): ApiLimit[] {
  return limits.map((limit) => (asksForType(limit.when) ? { ...limit, needsProof: true } : limit));
}

function asksForType(when: LimitCondition): boolean {
  if ('all' in when) return when.all.some(asksForType);
  if ('any' in when) return when.any.some(asksForType);
  return 'argument' in when && (when.dtype !== undefined || when.dtypeNot !== undefined);
}

const ids = new Map<string, Set<string>>();
for (const { id, apis } of npuLimits) for (const api of apis) ids.set(api, (ids.get(api) ?? new Set()).add(id));

/** The ids of an API's limits. */
export function limitsOf(api: string): ReadonlySet<string> {
  return ids.get(api) ?? new Set();
}
