import type { TextSpan } from '../../../core/model';

const operator = String.raw`(==|!=|\bis\b|\bis\s+not\b|\bin\b|\bnot\s+in\b)`;
const behind = new RegExp(`${operator}\\s*[([{]?\\s*$`);
const before = new RegExp(`^\\s*[)\\]}]?\\s*${operator}`);

/** Whether an expression is an operand of a comparison: what is compared is not used. */
export function isCompared({ start, end }: TextSpan, text: string): boolean {
  return behind.test(text.slice(Math.max(0, start - 24), start)) || before.test(text.slice(end, end + 24));
}

/** Whether a text is only looked for: compared, also among others (`in ("a", "b")`), or asked of a dictionary (`options.get("a")`). */
export function isLookedFor(span: TextSpan, text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  return isCompared(span, text) || /\bin\s*[([{][^()[\]{}]*$|\.get\($/.test(line);
}

/** Whether it stands among the types of `isinstance`. */
export function isTypeAsked({ start }: TextSpan, text: string): boolean {
  return /\b(isinstance|issubclass)\([^()\n]*,\s*\(?[^()\n]*$/.test(
    text.slice(text.lastIndexOf('\n', start - 1) + 1, start),
  );
}

/** Whether its truth is asked for: `if f:`, `assert f`, `f and g`. */
export function isAskedFor({ start, end }: TextSpan, text: string): boolean {
  if (/\b(if|elif|while|assert|not|and|or)\s+$/.test(text.slice(Math.max(0, start - 16), start))) return true;
  return /^\s+(and|or)\b/.test(text.slice(end, end + 8));
}
