import { byPlace, isToPort } from '../../../core/lint';
import { displayName, type Fix, type Localized } from '../../../core/model';
import type { ReportedScript } from '../../report';
import { cellExcerpt, excerpt } from '../excerpt';
import { cellName } from '../places';
import { placeReport, type ScriptPlaceReport, type Telling } from '../script-places';
import type { Layout } from './layout';
import { problemLines } from './problems';

/** Places of scripts that are shown at length before `--all` is needed, in one report and in one file of it. */
const shownInReport = 60;
const shownInFile = 20;

const fixLabels: Readonly<Record<Fix['kind'], Localized>> = {
  safe: { en: 'safe fix: ', zh: '安全修复：' },
  review: { en: 'fix to review: ', zh: '需复核的修复：' },
};

/** What was written of scripts so far: a report is cut, and says the same at length but once. */
export class ScriptTellings {
  shown = 0;
  /** Places that were left out, and in how many files. */
  hidden = 0;
  hiddenFiles = 0;
  /** Notes and hints that were left out: what a port can do without. */
  notes = 0;
  readonly said = new Set<string>();
}

/** A script with findings or problems, place by place; nothing for a clean one. */
export function scriptLines(file: ReportedScript, told: ScriptTellings, layout: Layout): string[] {
  const all = byPlace(file.findings);
  const places = layout.options.all ? all : all.filter(isToPort);
  told.notes += all.length - places.length;
  if (places.length === 0 && file.problems.length === 0) return [];
  const most = layout.options.all ? places.length : Math.min(shownInFile, shownInReport - told.shown);
  const shown = places.slice(0, Math.max(0, most)).map(placeReport);
  const hidden = places.length - shown.length;
  told.shown += shown.length;
  if (shown.length === 0 && file.problems.length === 0) {
    told.hidden += hidden;
    told.hiddenFiles += 1;
    return [];
  }
  const { bold, underline, dim } = layout.colours;
  const ignored = layout.say({ en: `${file.ignored} findings ignored`, zh: `已忽略 ${file.ignored} 个问题` });
  return [
    `${bold(underline(displayName(file.path)))}${file.ignored > 0 ? `  ${dim(ignored)}` : ''}`,
    ...(file.problems.length > 0 ? ['', ...problemLines(file, layout)] : []),
    ...shown.flatMap((place) => ['', ...placeLines(place, file, told, layout)]),
    ...layout.rest(hidden, { en: 'more places of this file', zh: '处未列出' }),
  ];
}

/** What is left out at the end of the report. */
export function hiddenLines({ hidden, hiddenFiles, notes }: ScriptTellings, layout: Layout): string[] {
  const places = {
    en: `more places in ${hiddenFiles} file${hiddenFiles === 1 ? '' : 's'}`,
    zh: `处未列出，涉及 ${hiddenFiles} 个文件`,
  };
  const mild = { en: notes === 1 ? 'note or hint' : 'notes and hints', zh: '条提示和建议未列出' };
  return [...layout.rest(hidden, places), ...layout.rest(notes, mild)];
}

function placeLines(place: ScriptPlaceReport, file: ReportedScript, told: ScriptTellings, layout: Layout): string[] {
  const { colours, options } = layout;
  const title = options.ruleOf(place.rule)?.title;
  const head = [layout.severity(place.severity), colours.bold(place.rule), title && layout.say(title)];
  return [
    ...layout.hanging('  ', head.filter(Boolean).join('  ')),
    ...excerptLines(place, file, layout),
    ...place.tellings.flatMap((telling) => tellingLines(telling, told, layout)),
  ];
}

function excerptLines({ span, cell, severity }: ScriptPlaceReport, file: ReportedScript, layout: Layout): string[] {
  const { lines, text } = file;
  if (span === undefined || lines === undefined || text === undefined) return [];
  const { line, column } = lines(span.start);
  const { colours, options } = layout;
  const columns = Math.max(40, options.columns - 14);
  const shown = cell === undefined ? excerpt(text, span, lines, columns) : cellExcerpt(cell, columns);
  const numberWidth = String(cell?.line ?? line).length;
  const inCell = cell === undefined ? '' : ` · ${layout.say(cellName(cell))}`;
  const gutter = (number: string) => colours.dim(`    ${number.padStart(numberWidth)} │ `);
  return [
    colours.dim(`    ${displayName(file.path)}:${line}:${column}${inCell}`),
    ...shown.lines.map((one) => `${gutter(String(one.number))}${one.text}`.trimEnd()),
    `${gutter('')}${' '.repeat(shown.indent)}${layout.inColourOf(severity, '^'.repeat(shown.width))}`,
  ];
}

/** The text in full where it is new in this report; else the targets that it holds for, and the fixes. */
function tellingLines(telling: Telling, told: ScriptTellings, layout: Layout): string[] {
  const { message, advice, targets, fixes } = telling;
  const { colours } = layout;
  const text = layout.say(message);
  const key = `${text}\n${advice?.en ?? ''}`;
  if (told.said.has(key)) {
    const parts = [targets.join(', '), ...fixes.map((fix) => `✎ ${layout.say(fix.title)}`)].filter(
      (part) => part !== '',
    );
    return parts.length === 0 ? [] : layout.hanging('    • ', parts.join('  '), colours.dim);
  }
  told.said.add(key);
  const lines = layout.hanging('    • ', text);
  if (advice !== undefined) lines.push(...layout.hanging('      → ', layout.say(advice), colours.cyan));
  for (const { kind, title } of fixes) {
    lines.push(...layout.hanging(`      ✎ ${layout.say(fixLabels[kind])}`, layout.say(title), colours.green));
  }
  const source = sourceText(telling, layout);
  return source === '' ? lines : [...lines, ...layout.hanging('      ', source, colours.dim)];
}

/** `on ascend-910b2 (torch-npu) · see Ascend/pytorch …` */
function sourceText({ targets, evidence }: Telling, layout: Layout): string {
  const [first] = evidence;
  const more = evidence.length > 1 ? ` (+${evidence.length - 1})` : '';
  return [
    ...(targets.length === 0 ? [] : [`${layout.say({ en: 'on', zh: '目标' })} ${targets.join(', ')}`]),
    ...(first === undefined
      ? []
      : [`${layout.say({ en: 'see', zh: '依据' })} ${first.source} ${first.version}, ${first.where}${more}`]),
  ].join(' · ');
}
