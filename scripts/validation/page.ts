import type { Localized } from '../../core/model';
import type { Ablation } from './ablation';
import { classes, classNamed, type RowClass } from './classes';
import { engineKey, heldOut, leftOutWith, type Split } from './folds';
import { grouped } from './grouped';
import { type Measurement, ratio, rooflineRatio, type Statistics, statistics } from './measurement';
import { words } from './words';

const percent = (value: number) => (Number.isNaN(value) ? '–' : `${(value * 100).toFixed(1)} %`);
const factor = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(2));

export function ratiosOf(rows: readonly Measurement[]): number[] {
  return rows.flatMap((row) => ratio(row) ?? []);
}

/** docs/validation.md in one language. */
export function validationPage(
  rows: readonly Measurement[],
  terms: readonly Ablation[],
  language: 'en' | 'zh',
): string {
  const say = ({ en, zh }: Localized) => (language === 'en' ? en : zh);
  const reported = rows.filter(({ inTable }) => !inTable);
  return [
    `# ${say(words.title)}`,
    '',
    say(words.about),
    '',
    say(words.splits),
    '',
    `## ${say(words.heldOut)}`,
    '',
    ...classTable(reported, say),
    '',
    `## ${say(words.byFold)}`,
    '',
    ...foldTable(reported, say),
    '',
    `## ${say(words.inTable)}`,
    '',
    ...plainTable(
      rows.filter(({ inTable }) => inTable),
      say,
    ),
    '',
    `## ${say(words.terms)}`,
    '',
    say(words.termsAbout),
    '',
    ...ablationTable(terms, say),
    '',
    `## ${say(words.single)}`,
    '',
    ...singleTable(rows, say),
    '',
  ].join('\n');
}

type Say = (text: Localized) => string;

function tableOf(head: readonly string[], lines: readonly (readonly (string | number)[])[]): string[] {
  return [
    `| ${head.join(' | ')} |`,
    `|---|${'---:|'.repeat(head.length - 1)}`,
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
  ];
}

/** Classes under both splits: a bar is met where both meet it. */
function classTable(rows: readonly Measurement[], say: Say): string[] {
  const splits: readonly Split[] = ['hardware', 'model'];
  const head = [
    say(words.class),
    'n',
    ...splits.flatMap((split) => [say(words.splitError[split]), 'P90', say(words.bias)]),
    say(words.roofline),
    say(words.bar),
    say(words.met),
  ];
  const lines = classes.flatMap((one) => {
    const own = rows.filter((row) => row.class === one.id);
    if (own.length === 0) return [];
    const under = splits.map((split) => statistics(ratiosOf(own.map((row) => heldOut(row, split)))));
    const plain = statistics(own.flatMap((row) => rooflineRatio(row) ?? []));
    const met = one.bar === undefined ? '–' : under.every((s) => meets(s, one)) ? say(words.yes) : say(words.no);
    return [
      [
        say(one.name),
        own.length,
        ...under.flatMap((s) => [percent(s.median), percent(s.p90), factor(s.bias)]),
        percent(plain.median),
        one.bar === undefined ? '–' : `≤ ${percent(one.bar)}`,
        met,
      ],
    ];
  });
  return tableOf(head, lines);
}

function meets({ median, bias }: Statistics, { bar = Number.NaN }: RowClass): boolean {
  return median <= bar && bias >= 0.9 && bias <= 1.1;
}

/** Each fold's own rows: where the error comes from. */
function foldTable(rows: readonly Measurement[], say: Say): string[] {
  const head = [say(words.leftOut), say(words.engine), 'n', say(words.error), 'P90', say(words.bias)];
  const lines = (['hardware', 'model'] as const).flatMap((split) => {
    const groups = grouped(
      rows.filter(({ calibrates }) => calibrates),
      (row) => `${leftOutWith(row, split)} | ${engineKey(row)}`,
    );
    return [...groups.entries()].sort().map(([name, own]) => {
      const s = statistics(ratiosOf(own.map((row) => heldOut(row, split))));
      return [...name.split(' | '), s.count, percent(s.median), percent(s.p90), factor(s.bias)];
    });
  });
  return tableOf(head, lines);
}

function plainTable(rows: readonly Measurement[], say: Say): string[] {
  const head = [say(words.class), 'n', say(words.error), 'P90', say(words.bias)];
  const lines = classes.flatMap((one) => {
    const s = statistics(ratiosOf(rows.filter((row) => row.class === one.id)));
    return s.count === 0 ? [] : [[say(one.name), s.count, percent(s.median), percent(s.p90), factor(s.bias)]];
  });
  return tableOf(head, lines);
}

function ablationTable(terms: readonly Ablation[], say: Say): string[] {
  const head = [
    say(words.removed),
    say(words.rows),
    ...[words.with, words.without].flatMap((one) => [
      `${say(one)}: ${say(words.meanError)}`,
      say(words.error),
      say(words.bias),
    ]),
  ];
  return tableOf(
    head,
    terms.map((term) => [
      say(term.name),
      term.rows,
      ...[term.with, term.without].flatMap((s) => [percent(s.meanLog), percent(s.median), factor(s.bias)]),
    ]),
  );
}

function singleTable(rows: readonly Measurement[], say: Say): string[] {
  return tableOf(
    [say(words.result), say(words.class), say(words.ratio)],
    rows
      .filter(({ calibrates }) => !calibrates)
      .map((row) => [row.id, say(classNamed(row.class).name), factor(ratio(row) ?? Number.NaN)]),
  );
}
