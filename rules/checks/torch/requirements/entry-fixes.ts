import type { Fix, RequirementFact, ScriptFacts, TextEdit, TextSpan } from '../../../../core/model';
import { insertion, replacement } from '../../scripts/edits';

/** Takes the entries out of the list: by a comment where one has lines of its own, else by cutting it out of its line. */
export function leaveOut(entries: readonly RequirementFact[], { text }: ScriptFacts): Fix {
  const edits: TextEdit[] = [];
  for (const { statement } of entries) {
    const { span } = statement;
    const own = hasOwnLines(span, text) ? commentOut(span, text) : [cutOut(span, text)];
    // Neighbours on a line share a comma: the second is left for the next time.
    if (own.every((edit) => edit.span.start >= (edits.at(-1)?.span.end ?? 0))) edits.push(...own);
  }
  const [{ name }] = entries as [RequirementFact];
  return { kind: 'review', title: { en: `Leave ${name} out`, zh: `去掉 ${name}` }, edits };
}

export function replaceBy(entries: readonly RequirementFact[], name: string): Fix {
  return {
    kind: 'review',
    title: { en: `Require ${name} instead`, zh: `改为依赖 ${name}` },
    edits: entries.map(({ span }) => replacement(span, name)),
  };
}

/** Nothing else on its lines: white space and a list's `-` before it, a comma and a comment behind it. */
function hasOwnLines({ start, end }: TextSpan, text: string): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const after = /^[^\r\n]*/.exec(text.slice(end))![0];
  return /^\s*(-\s*)?$/.test(before) && /^\s*,?\s*(#.*)?$/.test(after);
}

function commentOut({ start, end }: TextSpan, text: string) {
  const edits = [];
  let line = text.lastIndexOf('\n', start - 1) + 1;
  while (line <= end) {
    const indentation = /^[ \t]*/.exec(text.slice(line))![0].length;
    edits.push(insertion(line + indentation, '# '));
    const next = text.indexOf('\n', line);
    if (next < 0) break;
    line = next + 1;
  }
  return edits;
}

/** With the comma before it; with the one behind it where it is the first. */
function cutOut({ start, end }: TextSpan, text: string) {
  const before = /,\s*$/.exec(text.slice(0, start))?.[0].length;
  if (before !== undefined) return replacement({ start: start - before, end }, '');
  const behind = /^\s*,[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  return replacement({ start, end: end + behind }, '');
}
