import type { CheckpointRuleContext, RefusalSubject, Severity, TextSpan } from '../../../core/model';

/** Tells what the route's table refuses about some subjects, at the place that decides it. */
export function reportRefusals(
  { refusals, report }: Pick<CheckpointRuleContext, 'refusals' | 'report'>,
  subjects: readonly RefusalSubject[],
  span: TextSpan,
  severity?: Severity,
): void {
  for (const { subject, message, instead, evidence } of refusals) {
    if (!subjects.includes(subject)) continue;
    report({ message, advice: instead, evidence, verdict: 'unsupported', span, severity });
  }
}
