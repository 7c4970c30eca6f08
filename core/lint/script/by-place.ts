import type { Finding, Severity, TextSpan } from '../../model';
import { compareSeverity } from '../severity';

/** What one rule says of one place, on all targets. */
export interface PlaceFindings {
  readonly rule: string;
  readonly span: TextSpan | undefined;
  /** The worst of the targets'. */
  readonly severity: Severity;
  /** One for each target, in their order. */
  readonly findings: readonly Finding[];
}

/** Findings by place and rule, in their order. */
export function byPlace(findings: readonly Finding[]): PlaceFindings[] {
  const places = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.span?.start} ${finding.span?.end} ${finding.rule}`;
    const list = places.get(key);
    if (list === undefined) places.set(key, [finding]);
    else list.push(finding);
  }
  return [...places.values()].map((list) => ({
    rule: list[0]!.rule,
    span: list[0]!.span,
    severity: list.map(({ severity }) => severity).reduce((a, b) => (compareSeverity(a, b) >= 0 ? a : b)),
    findings: list,
  }));
}
