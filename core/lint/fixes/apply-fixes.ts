import type { Finding, Fix, TextEdit } from '../../model';

/** A text after fixes, and which of them it has. */
export interface FixedText {
  readonly text: string;
  /** What was changed, none of it overlapping. */
  readonly edits: readonly TextEdit[];
  readonly applied: readonly Fix[];
  /** Those that would touch what another one changes; they can be applied to the result. */
  readonly skipped: readonly Fix[];
}

/**
 * Applies the first fix of one of `kinds` of each finding, in the order of the findings. An edit that several fixes share
 * (the same import) is made once; a fix that overlaps one already taken is left out as a whole.
 */
export function applyFixes(text: string, findings: readonly Finding[], kinds: ReadonlySet<Fix['kind']>): FixedText {
  const taken: TextEdit[] = [];
  const applied: Fix[] = [];
  const skipped: Fix[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ kind }) => kinds.has(kind));
    if (fix === undefined) continue;
    const own = fix.edits.filter((edit) => !taken.some((other) => isSame(edit, other)));
    // What another finding's fix does already, such as that of the same place on another target.
    if (own.length === 0) continue;
    if (own.some((edit) => taken.some((other) => overlap(edit, other)))) skipped.push(fix);
    else {
      taken.push(...own);
      applied.push(fix);
    }
  }
  return { text: applyEdits(text, taken), edits: taken, applied, skipped };
}

/** Applies edits that do not overlap. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of ordered) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.path === b.path && a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

/** Two insertions at one place overlap: which of them comes first would be chance. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  if (a.path !== b.path) return false;
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
