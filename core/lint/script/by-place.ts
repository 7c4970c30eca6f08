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
  const places: Place[] = [];
  const byStart = new Map<number | undefined, Place[]>();
  for (const finding of findings) {
    const { rule, span, severity } = finding;
    const beginning = byStart.get(span?.start);
    const same = beginning?.find((place) => place.rule === rule && place.span?.end === span?.end);
    if (same !== undefined) {
      same.findings.push(finding);
      if (compareSeverity(severity, same.severity) > 0) same.severity = severity;
      continue;
    }
    const place: Place = { rule, span, severity, findings: [finding] };
    places.push(place);
    if (beginning === undefined) byStart.set(span?.start, [place]);
    else beginning.push(place);
  }
  return places;
}

interface Place extends PlaceFindings {
  severity: Severity;
  readonly findings: Finding[];
}
