import type { Fix, RequirementFact, ScriptFacts, TextSpan } from '../../../../core/model';
import { insertion, replacement } from '../../scripts/edits';

/** Takes the requirement out of the list: by a comment where it has lines of its own, else by cutting it out of its line. */
export function leaveOut(requirement: RequirementFact, facts: ScriptFacts): Fix {
  const { span } = requirement.statement;
  const edits = hasOwnLines(span, facts.text) ? commentOut(span, facts.text) : [cutOut(span, facts.text)];
  return {
    kind: 'review',
    title: { en: `Leave ${requirement.name} out`, zh: `去掉 ${requirement.name}` },
    edits,
  };
}

export function replaceBy(requirement: RequirementFact, name: string): Fix {
  return {
    kind: 'review',
    title: { en: `Require ${name} instead`, zh: `改为依赖 ${name}` },
    edits: [replacement(requirement.span, name)],
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
