import type { Problem, ScriptFacts } from '../model';

/** A line that a person writes is shorter; a command of thousands of words is a list or an attack. */
const longest = 10_000;

/**
 * The facts of a text whose lines are read to their {@link longest} character: what is said of a word looks at its line, so
 * that a line of a megabyte would take its length squared. `read` gets the text with blanks in the place of what is left out.
 */
export function readLines(
  text: string,
  read: (text: string) => ScriptFacts,
): { readonly facts: ScriptFacts; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const shortened = text.replace(tooLong, (line, offset: number) => {
    problems.push(leftOut(offset + longest, offset + line.length));
    return line.slice(0, longest).padEnd(line.length);
  });
  return { facts: { ...read(shortened), text }, problems };
}

const tooLong = new RegExp(`^[^\\n]{${longest + 1},}`, 'gm');

function leftOut(start: number, end: number): Problem {
  return {
    code: 'script/line-length',
    severity: 'warning',
    message: {
      en: `The line is longer than ${longest.toLocaleString('en')} characters; the rest of it is not analysed`,
      zh: `该行超过 ${longest.toLocaleString('en')} 个字符，其余部分未作分析`,
    },
    span: { start, end },
  };
}
