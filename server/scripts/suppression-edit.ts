import type { ScriptFacts, TextEdit, TextSpan } from '../../core/model';

/**
 * Keeps a rule back at a place: in the comment that the line has for it already, behind the line, or on a line of its own
 * before it where the line goes on in the next (a backslash, a string of several lines).
 */
export function suppressionEdit(facts: ScriptFacts, { start }: TextSpan, rule: string, reason: string): TextEdit {
  const { text } = facts;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', start);
  const lineEnd = (next < 0 ? text.length : next) - (next > 0 && text[next - 1] === '\r' ? 1 : 0);
  const present = facts.suppressions.find(
    ({ span, scope, rules }) => scope === 'line' && rules.length > 0 && lineStart <= span.start && span.end <= lineEnd,
  );
  const last = present?.rules.at(-1);
  if (last !== undefined) return { span: { start: last.span.end, end: last.span.end }, newText: `, ${rule}` };
  const comment = `# portolan: ignore[${rule}] ${reason}`;
  const line = text.slice(lineStart, lineEnd);
  if (/\\$|"""|'''/.test(line)) {
    const indentation = /^[ \t]*/.exec(line)![0];
    return { span: { start: lineStart, end: lineStart }, newText: `${indentation}${comment}\n` };
  }
  const end = lineStart + line.trimEnd().length;
  return { span: { start: end, end: lineEnd }, newText: `  ${comment}` };
}
