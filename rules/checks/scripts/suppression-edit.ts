import type { SuppressionFact, TextEdit, TextSpan } from '../../../core/model';

/**
 * Takes a suppression out of its comment: the whole line where nothing else is on it, the comment with the blanks before
 * it, or its own part of a comment that says other things too (`# noqa: E501  # portolan: ignore`).
 */
export function removeSuppression(text: string, { span }: SuppressionFact): TextEdit {
  const comment = text.slice(span.start, span.end);
  const mark = comment.indexOf('portolan:');
  const own = span.start + Math.max(0, comment.lastIndexOf('#', mark));
  const lineStart = text.lastIndexOf('\n', own - 1) + 1;
  const before = text.slice(lineStart, own);
  if (before.trim() === '') return { span: { start: lineStart, end: nextLine(text, span.end) }, newText: '' };
  return { span: { start: own - (before.length - before.trimEnd().length), end: span.end }, newText: '' };
}

/** Takes one rule out of the list of a suppression that names several. */
export function removeRule({ rules }: SuppressionFact, rule: SuppressionFact['rules'][number]): TextEdit {
  const index = rules.indexOf(rule);
  const next = rules[index + 1];
  const previous = rules[index - 1];
  const span: TextSpan =
    next === undefined
      ? { start: previous?.span.end ?? rule.span.start, end: rule.span.end }
      : { start: rule.span.start, end: next.span.start };
  return { span, newText: '' };
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
