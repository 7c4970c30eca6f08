import type { Severity, Verdict } from '../../../core/model';

/** How serious a verdict of the tables is, unless they say otherwise. */
export function severityOfVerdict(verdict: Verdict): Severity {
  switch (verdict) {
    case 'unsupported':
      return 'error';
    case 'silent':
      return 'silent';
    case 'host':
    case 'slow':
    case 'limited':
      return 'warning';
    default:
      return 'information';
  }
}
