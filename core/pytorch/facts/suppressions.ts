import type { SuppressionFact } from '../../model';

const form = /portolan:\s*ignore(?<file>-file)?(?:\[(?<rules>[^\]]*)\])?(?<reason>.*)$/d;

/** What a comment suppresses; undefined where it is an ordinary one. */
export function suppressionOf(text: string, start: number, end: number): SuppressionFact | undefined {
  const match = form.exec(text.slice(start, end));
  if (!match) return undefined;
  const rulesAt = match.indices!.groups!['rules']?.[0];
  const rules =
    rulesAt === undefined
      ? []
      : [...match.groups!['rules']!.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
          code,
          span: { start: start + rulesAt + index, end: start + rulesAt + index + code.length },
        }));
  const scope = match.groups!['file'] === undefined ? 'line' : 'file';
  return {
    span: { start, end },
    scope,
    rules,
    reason: match.groups!['reason']!.trim(),
    target: scope === 'file' ? { start: 0, end: text.length } : targetLine(text, start),
  };
}

/** The line that a comment stands behind; where it stands alone, the next line. */
function targetLine(text: string, comment: number): { start: number; end: number } {
  let start = text.lastIndexOf('\n', comment - 1) + 1;
  if (text.slice(start, comment).trim() === '') {
    const next = text.indexOf('\n', comment);
    start = next < 0 ? text.length : next + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}
