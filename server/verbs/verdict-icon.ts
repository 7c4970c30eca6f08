import type { Verdict } from '../../core/model';

/** A sign for a verdict, in characters that every font and every editor has. */
export function verdictIcon(verdict: Verdict): string {
  switch (verdict) {
    case 'native':
    case 'converted':
      return '✓';
    case 'limited':
    case 'unknown':
      return '?';
    case 'slow':
    case 'host':
      return '△';
    case 'silent':
      return '‼';
    case 'unsupported':
      return '✗';
  }
}
