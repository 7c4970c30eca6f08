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
  const taken = new TakenEdits();
  const applied: Fix[] = [];
  const skipped: Fix[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ kind }) => kinds.has(kind));
    if (fix === undefined) continue;
    const own = fix.edits.filter((edit) => !taken.has(edit));
    // What another finding's fix does already, such as that of the same place on another target.
    if (own.length === 0) continue;
    if (own.some((edit) => taken.touches(edit))) skipped.push(fix);
    else {
      for (const edit of own) taken.add(edit);
      applied.push(fix);
    }
  }
  return { text: applyEdits(text, taken.edits), edits: taken.edits, applied, skipped };
}

/** Edits that do not overlap, in the order of the text: whether one more would is seen at its neighbours. */
class TakenEdits {
  readonly edits: TextEdit[] = [];

  has(edit: TextEdit): boolean {
    const { start, end } = edit.span;
    for (let index = this.#from(start); this.edits[index]?.span.start === start; index += 1) {
      const same = this.edits[index]!;
      if (same.span.end === end && same.newText === edit.newText && same.path === edit.path) return true;
    }
    return false;
  }

  /** Two insertions at one place touch: which of them comes first would be chance. */
  touches({ span: { start, end } }: TextEdit): boolean {
    const index = this.#from(start);
    const next = this.edits[index]?.span;
    const previous = this.edits[index - 1]?.span;
    if (next !== undefined && (next.start === start || next.start < end)) return true;
    return previous !== undefined && start < previous.end;
  }

  add(edit: TextEdit): void {
    this.edits.splice(this.#from(edit.span.start), 0, edit);
  }

  /** The first edit that does not begin before `start`. */
  #from(start: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.edits[middle]!.span.start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
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
