import type { Finding, Severity } from '../model';

/** A finding, and those that say the same of other operators of the model. */
export interface ToldOnce {
  readonly finding: Finding;
  readonly alsoAt: readonly Finding[];
}

/** What is to be known, and not to be mended operator by operator. */
const notes: ReadonlySet<Severity> = new Set(['information', 'hint']);

/**
 * Findings in their order, for a list in which each has a place of its own: a note that holds for many operators stands
 * there once, at the first of them.
 */
export function toldOnce(findings: readonly Finding[]): ToldOnce[] {
  const told: { finding: Finding; alsoAt: Finding[] }[] = [];
  const first = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = notes.has(finding.severity) && finding.place !== undefined ? sameNote(finding) : undefined;
    const before = key === undefined ? undefined : first.get(key);
    if (before !== undefined) {
      before.push(finding);
      continue;
    }
    const alsoAt: Finding[] = [];
    told.push({ finding, alsoAt });
    if (key !== undefined) first.set(key, alsoAt);
  }
  return told;
}

function sameNote({ rule, severity, target, route, message, advice }: Finding): string {
  return [rule, severity, target, route, message.en, advice?.en].join('\n');
}
