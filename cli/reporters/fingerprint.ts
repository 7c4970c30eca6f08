import { displayName, type Finding, type Problem, type Severity } from '../../core/model';
import type { ReportedCheckpoint, ReportedFile, ReportedScript } from '../report';

const isNote: ReadonlySet<Severity> = new Set(['information', 'hint']);

/**
 * What makes it the same finding after the file has changed: neither offsets nor the wording. Of a script or a
 * configuration the text of its line; of a note on many operators their type. Findings may have equal ones.
 */
export function fingerprintOf(finding: Finding, file: ReportedFile): string {
  const { rule, severity, target, route, place, value } = finding;
  const one = [place?.graph ?? value?.graph, place?.node || place?.index, place?.op, value?.name];
  const node = isNote.has(severity) && place !== undefined ? [undefined, undefined, place.op, undefined] : one;
  return joined([rule, target, route, ...(file.kind === 'graph' ? node : [lineOf(finding, file)])]);
}

/** The same of what is wrong with the file itself. */
export function problemFingerprintOf(problem: Problem, file: ReportedFile): string {
  const { code, place } = problem;
  const where =
    file.kind === 'graph' ? [place?.graph, place?.node || place?.index, place?.op] : [lineOf(problem, file)];
  return joined([code, ...where]);
}

function joined(parts: readonly (string | number | undefined)[]): string {
  return parts.map((part) => displayName(String(part ?? ''))).join('|');
}

function lineOf({ span }: Finding | Problem, { text = '' }: ReportedScript | ReportedCheckpoint): string | undefined {
  if (span === undefined) return undefined;
  const end = text.indexOf('\n', span.start);
  return text.slice(text.lastIndexOf('\n', span.start - 1) + 1, end < 0 ? text.length : end).trim();
}
