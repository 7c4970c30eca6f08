import type { Problem } from '../../../core/model';
import type { ReportedFile } from '../../report';
import { placeOf } from '../places';
import type { Layout } from './layout';

/** Of each kind, and of all kinds together, before `--all` is needed. */
const shownOfKind = 3;
const shownProblems = 12;

/** What is wrong with a file itself, whatever the target. */
export function problemLines(file: ReportedFile, layout: Layout): string[] {
  const shown = layout.options.all ? file.problems : file.problems.filter(fewOfEachKind()).slice(0, shownProblems);
  const title = layout.say({ en: 'What is wrong with the file itself', zh: '文件本身的问题' });
  return [
    `  ${layout.colours.bold(title)}`,
    ...shown.flatMap((problem) => oneProblem(problem, file, layout)),
    ...layout.rest(file.problems.length - shown.length, { en: 'more problems', zh: '个问题未列出' }),
  ];
}

function fewOfEachKind(): (problem: Problem) => boolean {
  const seen = new Map<string, number>();
  return ({ code }) => {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    return count <= shownOfKind;
  };
}

function oneProblem(problem: Problem, { lines }: ReportedFile, layout: Layout): string[] {
  const place = placeOf(problem, lines);
  const where = place === undefined ? '' : ` · ${layout.say(place)}`;
  const tail = layout.colours.dim(` [${problem.code}${where}]`);
  return layout.hanging(`    ${layout.severity(problem.severity)}  `, `${layout.say(problem.message)}${tail}`);
}
