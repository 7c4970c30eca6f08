import { allRules } from '../../../rules/checks';
import type { CheckpointFacts, CheckpointRoute, CheckpointRule, Finding, Placement, Task } from '../../model';
import { chipOf } from '../../targets';
import { findingOf } from '../finding-of';
import type { Destination } from '../plan';
import type { Settings } from '../settings';
import { placementOf } from './placement';
import { checkpointRefusals, tensorRefusals } from './refusals';

const checkpointRules = allRules.filter((rule) => rule.input === 'checkpoint');

/** The findings of all rules that are on, about one configuration on one destination. */
export function runCheckpointRules(
  facts: CheckpointFacts,
  destination: Destination<CheckpointRoute>,
  levels: Settings['levels'],
  task: Task,
  rules: readonly CheckpointRule[] = checkpointRules,
): Finding[] {
  const findings: Finding[] = [];
  const { target, route } = destination;
  const refusals = checkpointRefusals(facts, destination);
  // Of a model that the route does not run at all nothing else is worth telling.
  const isRefused = refusals.some(({ subject }) => subject === 'architecture');
  let placement: { readonly found: Placement | undefined } | undefined;
  const context = {
    facts,
    target,
    chip: chipOf(target),
    route,
    refusals: isRefused ? refusals.filter(({ subject }) => subject === 'architecture') : refusals,
    tensorRefusals: tensorRefusals(isRefused ? undefined : facts.model, destination),
    placement: () => (placement ??= { found: isRefused ? undefined : placementOf(facts, destination) }).found,
  };
  for (const rule of rules) {
    const level = levels.get(rule.code) ?? 'default';
    if (task.isCancelled()) break;
    if (level === 'off') continue;
    rule.check({ ...context, report: (draft) => void findings.push(findingOf(rule, level, draft, destination)) });
  }
  return findings;
}
