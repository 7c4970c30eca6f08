import type { Localized, RequirementFact, ScriptFacts } from '../../../../core/model';
import { broughtBy } from './locked';

/** Entries of one list for one package that are told alike: wheels by release and Python, in extras for each CUDA. */
export interface SameEntries {
  readonly all: readonly [RequirementFact, ...RequirementFact[]];
}

/** In the order of the text, each with the first of its kind. A command that installs is a place of its own. */
export function sameEntries(requirements: readonly RequirementFact[], { kind }: ScriptFacts): SameEntries[] {
  if (kind !== 'requirements' && kind !== 'python') return requirements.map((one) => ({ all: [one] }));
  const found = new Map<string, [RequirementFact, ...RequirementFact[]]>();
  for (const requirement of requirements) {
    const key = `${requirement.name} ${requirement.guarded}${broughtBy(requirement).en}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, [requirement]);
    else same.push(requirement);
  }
  return [...found.values()].map((all) => ({ all }));
}

/** How many there are, as a sentence of its own. */
export function counted({ all }: SameEntries): Localized {
  if (all.length === 1) return { en: '', zh: '' };
  const groups = new Set(all.flatMap(({ group }) => (group === undefined ? [] : [group]))).size;
  return {
    en: ` ${all.length} entries of this list ask for it${groups > 1 ? `, in ${groups} groups` : ''}.`,
    zh: `该清单中有 ${all.length} 个条目要求它${groups > 1 ? `，分属 ${groups} 个分组` : ''}。`,
  };
}
