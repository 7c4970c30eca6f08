import { efforts } from '../lint';
import type { Localized } from '../model';
import type { Efforts, KernelPorting, Progress, TargetPorting } from './report';
import { certainties } from './script-summary';
import {
  certaintyNotes,
  certaintyWords,
  effortWords,
  sentences,
  severityWords,
  statusWords,
  words,
  workWords,
} from './words';

export type Say = (text: Localized) => string;

/** `code` is set as it is written in a program; with a title, below that. */
export type Cell = string | number | { readonly code: string; readonly title?: string | undefined };

/** A table of the report, whatever it is drawn in. */
export interface PortingTable {
  readonly title: string;
  readonly note?: string | undefined;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly numbers: readonly number[];
  /** Of each row, for a bar behind its name. */
  readonly bars?: readonly Efforts[] | undefined;
  /** Rows that are not shown. */
  readonly rest?: string | undefined;
}

const mostFiles = 40;
const mostKernels = 60;

/** The tables of one target, in the order of what a reader decides first; none without rows. */
export function targetTables(porting: TargetPorting, say: Say): PortingTable[] {
  return [progressTable(porting.progress, say), rulesTable(porting, say), certaintyTable(porting, say)]
    .concat(kernelsTable(porting.kernels, say))
    .concat(librariesTable(porting, say), filesTable(porting, say))
    .filter((table): table is PortingTable => table !== undefined && table.rows.length > 0);
}

/** Nothing where there is none: what is left stands out. */
function effortCells(byEffort: Efforts): Cell[] {
  return efforts.map((effort) => (byEffort[effort] === 0 ? '' : byEffort[effort]));
}

function effortHeads(say: Say): string[] {
  return efforts.map((effort) => say(effortWords[effort]));
}

function progressTable(progress: Progress | undefined, say: Say): PortingTable | undefined {
  if (progress === undefined) return undefined;
  const signed = (value: number) => (value > 0 ? `+${value}` : String(value));
  return {
    title: say(words.progress),
    note: say(sentences.since(progress.date, progress.before)),
    head: [say(words.rule), say(words.before), say(words.now), say(words.change)],
    rows: progress.rules.map(({ rule, before, now }) => [{ code: rule }, before, now, signed(now - before)]),
    numbers: [1, 2, 3],
  };
}

function rulesTable({ rules }: TargetPorting, say: Say): PortingTable {
  return {
    title: say(words.rules),
    note: say(words.rulesNote),
    head: [
      say(words.rule),
      say(words.findings),
      ...effortHeads(say),
      say(words.unproven),
      say(words.filesColumn),
      say(words.severity),
    ],
    rows: rules.map(({ rule, title, findings, byEffort, byCertainty, files, severity }) => [
      { code: rule, title: say(title) },
      findings,
      ...effortCells(byEffort),
      findings === byCertainty.proven ? '' : findings - byCertainty.proven,
      files,
      say(severityWords[severity]),
    ]),
    numbers: [1, 2, 3, 4, 5, 6],
    bars: rules.map(({ byEffort }) => byEffort),
  };
}

/** Nothing where all is proven. */
function certaintyTable({ findings, byCertainty }: TargetPorting, say: Say): PortingTable | undefined {
  if (byCertainty.proven === findings) return undefined;
  return {
    title: say(words.certainties),
    head: [say(words.certainty), say(words.findings), say(words.meaning)],
    rows: certainties
      .filter((certainty) => byCertainty[certainty] > 0)
      .map((certainty) => [say(certaintyWords[certainty]), byCertainty[certainty], say(certaintyNotes[certainty])]),
    numbers: [1],
  };
}

function kernelsTable(kernels: readonly KernelPorting[], say: Say): PortingTable {
  return {
    title: say(words.kernels),
    note: say(words.kernelsNote),
    head: [
      say(words.kernel),
      say(words.file),
      say(words.language),
      say(words.lines),
      say(words.launches),
      say(words.work),
    ],
    rows: kernels
      .slice(0, mostKernels)
      .map(({ name, path, line, language, lines, launches, work }) => [
        { code: name },
        { code: `${path}:${line}` },
        language === 'cuda' ? 'CUDA' : 'Triton',
        lines,
        launches,
        say(workWords[work]),
      ]),
    numbers: [3, 4],
    rest: rest(kernels.length - mostKernels, say),
  };
}

function librariesTable({ libraries }: TargetPorting, say: Say): PortingTable {
  return {
    title: say(words.libraries),
    note: say(words.librariesNote),
    head: [say(words.library), say(words.imports), say(words.requirements), say(words.standing), say(words.instead)],
    rows: libraries.map(({ name, imports, requirements, status, note }) => [
      { code: name },
      imports,
      requirements,
      say(statusWords[status]),
      say(note),
    ]),
    numbers: [1, 2],
  };
}

function filesTable({ files }: TargetPorting, say: Say): PortingTable {
  return {
    title: say(words.files),
    head: [say(words.file), say(words.lines), say(words.findings), ...effortHeads(say)],
    rows: files
      .slice(0, mostFiles)
      .map(({ path, lines, findings, byEffort }) => [{ code: path }, lines, findings, ...effortCells(byEffort)]),
    numbers: [1, 2, 3, 4, 5],
    bars: files.slice(0, mostFiles).map(({ byEffort }) => byEffort),
    rest: rest(files.length - mostFiles, say),
  };
}

function rest(count: number, say: Say): string | undefined {
  return count > 0 ? say(sentences.more(count)) : undefined;
}

/** All targets in one table. */
export function comparisonTable(
  targets: readonly TargetPorting[],
  files: number,
  nameOf: (target: string) => string,
  say: Say,
): PortingTable {
  return {
    title: say(words.comparison),
    head: [
      say(words.target),
      say(words.left),
      ...effortHeads(say),
      say(words.kernelsColumn),
      say(words.librariesColumn),
      say(words.ready),
    ],
    rows: targets.map(({ target, findings, byEffort, kernels, libraries, readyFiles }) => [
      nameOf(target),
      findings,
      ...effortCells(byEffort),
      kernels.length,
      libraries.length,
      `${readyFiles} / ${files}`,
    ]),
    numbers: [1, 2, 3, 4, 5, 6, 7],
    bars: targets.map(({ byEffort }) => byEffort),
  };
}
