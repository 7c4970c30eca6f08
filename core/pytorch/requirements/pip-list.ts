import type { RequirementFact } from '../../model';
import { pipRequirement } from './requirement';

// A line and what continues it behind a backslash.
const logicalLine = /(?:[^\n\\]|\\(?:\r?\n|.))+/g;
const editable = /^(?:-e|--editable)[ \t=]+/;

/** The packages that a requirements.txt asks for. Options (`-r other.txt`) and paths are passed over. */
export function readPipList(text: string): RequirementFact[] {
  return [...text.matchAll(logicalLine)].flatMap(({ 0: line, index }) => {
    const indentation = line.length - line.trimStart().length;
    const said = line.slice(indentation).trimEnd();
    if (said === '' || said.startsWith('#')) return [];
    const option = editable.exec(said)?.[0].length ?? 0;
    const start = index + indentation;
    const end = start + said.length;
    const found = pipRequirement(text, {
      text: { start: start + option, end },
      whole: { start, end },
      optional: false,
    });
    return found ?? [];
  });
}
