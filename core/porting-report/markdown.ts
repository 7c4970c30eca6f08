import { inLanguage, type Language } from '../model';
import { findTarget } from '../targets';
import { nextSteps } from './next-steps';
import type { PortingReport, TargetPorting } from './report';
import { type Cell, comparisonTable, type PortingTable, type Say, targetTables } from './tables';
import { effortWords, sentences, words } from './words';

/** The report for an issue or a wiki. */
export function portingMarkdown(report: PortingReport, version: string, language: Language): string {
  const say: Say = (text) => inLanguage(text, language);
  const { name, date, files, targets } = report;
  const size = say(sentences.size(String(files.read), String(files.lines), files.cudaSources));
  const head = [`# ${escaped(say(sentences.title(name)))}`, '', `${size} · ${date}`, ''];
  const nameOf = (target: string) => {
    const shim = targets.find((one) => one.target === target)?.shim;
    const name = say(findTarget(target)?.name ?? { en: target, zh: target });
    return shim === undefined ? name : say(sentences.withShim(name, shim));
  };
  const comparison = targets.length > 1 ? drawn(comparisonTable(targets, files.read, nameOf, say), 2) : [];
  return [
    ...head,
    ...comparison,
    ...targets.flatMap((porting) => ofTarget(porting, report, nameOf(porting.target), say)),
    `---\n\n${escaped(say(sentences.footer(version)))}`,
    '',
  ].join('\n');
}

/** Parts of a folder may pin releases of their own; more of them than this are for the JSON. */
const mostReleases = 3;

function ofTarget(porting: TargetPorting, { operands, files }: PortingReport, target: string, say: Say): string[] {
  const { findings, byEffort, notes, readyFiles, ported, torch } = porting;
  const efforts = (['safe', 'review', 'manual'] as const)
    .filter((effort) => byEffort[effort] > 0)
    .map((effort) => `${say(effortWords[effort])} ${byEffort[effort]}`);
  const left = findings === 0 ? say(words.nothing) : `**${findings}** ${say(words.left)} (${efforts.join(' · ')})`;
  const steps = nextSteps(porting, operands).map(
    ({ text, command }, index) => `${index + 1}. ${escaped(say(text))}${command ? `\n   \`${command}\`` : ''}`,
  );
  return [
    `## ${escaped(target)}`,
    '',
    `${left}; ${say(words.ready)}: ${readyFiles} / ${files.read}${notes > 0 ? `; ${say(sentences.notes(notes))}` : ''}`,
    '',
    ...torch.slice(0, mostReleases).flatMap((one) => [escaped(say(sentences.torch(one))), '']),
    ...(steps.length > 0 ? [`### ${say(words.begin)}`, '', ...steps, ''] : []),
    ...targetTables(porting, say).flatMap((table) => drawn(table, 3)),
    ...(ported.files > 0
      ? [
          `### ${say(words.ported)}`,
          '',
          say(sentences.portedIn(ported.regions, ported.files)),
          '',
          ...ported.paths.map((path) => `- ${code(path)}`),
          '',
        ]
      : []),
  ];
}

function drawn({ title, note, head, rows, numbers, rest }: PortingTable, level: number): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `${'#'.repeat(level)} ${title}`,
    '',
    ...(note === undefined ? [] : [note, '']),
    line(head),
    line(head.map((_, column) => (numbers.includes(column) ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(cell))),
    '',
    ...(rest === undefined ? [] : [rest, '']),
  ];
}

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return value.title === undefined ? code(value.code) : `${escaped(value.title)} ${code(value.code)}`;
}

/** In a table, a `|` ends a cell even within code. */
function code(text: string): string {
  const safe = text.replaceAll(/[\r\n]+/g, ' ').replaceAll('|', '\\|');
  return safe.includes('`') ? `\`\` ${safe} \`\`` : `\`${safe}\``;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#]/g, '\\$&').replaceAll(/[\r\n]+/g, ' ');
}
