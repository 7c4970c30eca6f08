import type { Finding } from '../../model';
import type { Destination } from '../plan';

/** What it takes to deal with a finding: an edit that cannot change anything, one that wants a reader, or a person. */
export type Effort = 'safe' | 'review' | 'manual';

export const efforts: readonly Effort[] = ['safe', 'review', 'manual'];

/** What is left to port of scripts for one target by one route: findings that are at least warnings. */
export interface Porting {
  readonly target: string;
  readonly route: NonNullable<Finding['route']>;
  readonly findings: number;
  readonly byEffort: Readonly<Record<Effort, number>>;
  /** The rules with the most findings first. */
  readonly rules: readonly PortingOfRule[];
}

export interface PortingOfRule {
  readonly rule: string;
  readonly findings: number;
  readonly byEffort: Readonly<Record<Effort, number>>;
}

export function effortOf({ fixes }: Pick<Finding, 'fixes'>): Effort {
  if (fixes.some(({ kind }) => kind === 'safe')) return 'safe';
  return fixes.length > 0 ? 'review' : 'manual';
}

/** Whether a finding is something to port; notes and hints are not. */
export function isToPort({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity !== 'information' && severity !== 'hint';
}

/** What is left for each destination, in their order; a destination without findings is done. */
export function portingOf(
  findings: Iterable<Finding>,
  destinations: readonly { readonly target: string; readonly route: Porting['route'] }[],
): Porting[] {
  const counts = new Map<string, Map<string, Record<Effort, number>>>();
  for (const finding of findings) {
    if (finding.target === undefined || finding.route === undefined || !isToPort(finding)) continue;
    const rules = entry(counts, `${finding.target} ${finding.route}`, () => new Map<string, Record<Effort, number>>());
    entry(rules, finding.rule, noEffort)[effortOf(finding)] += 1;
  }
  return destinations.map(({ target, route }) => {
    const rules = [...(counts.get(`${target} ${route}`) ?? [])].map(([rule, byEffort]) => ({
      rule,
      findings: total(byEffort),
      byEffort,
    }));
    const byEffort = noEffort();
    for (const rule of rules) for (const effort of efforts) byEffort[effort] += rule.byEffort[effort];
    rules.sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
    return { target, route, findings: total(byEffort), byEffort, rules };
  });
}

/** Destinations as plain names. */
export function destinationNames(destinations: readonly Destination<Porting['route']>[]) {
  return destinations.map(({ target, route }) => ({ target: target.id, route }));
}

function noEffort(): Record<Effort, number> {
  return { safe: 0, review: 0, manual: 0 };
}

function total(byEffort: Readonly<Record<Effort, number>>): number {
  return byEffort.safe + byEffort.review + byEffort.manual;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
