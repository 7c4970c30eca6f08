import type { Finding, Severity } from '../model';
import type { Say } from './tables';

/** Findings that change what the figures are worth: notes do not. */
const weighty: readonly Severity[] = ['silent', 'error', 'warning'];

/** What the rules say of the configuration on a target, the worst first: `message advice (rule)`. */
export function noticesOf(findings: readonly Finding[], withTarget: boolean, say: Say): string[] {
  const told = findings
    .filter(({ severity }) => weighty.includes(severity))
    .sort((a, b) => weighty.indexOf(a.severity) - weighty.indexOf(b.severity));
  return told.map(({ message, advice, rule, target }) => {
    const where = withTarget && target !== undefined ? `${target}: ` : '';
    return `${where}${say(message)}${advice === undefined ? '' : ` → ${say(advice)}`} (${rule})`;
  });
}
