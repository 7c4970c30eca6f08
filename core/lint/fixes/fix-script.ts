import type { Finding, Fix, Localized, Problem } from '../../model';
import { applyFixes } from './apply-fixes';

/** Which fixes are applied: the safe ones, or with them those that are specific to a target and want a reader. */
export type FixLevel = 'safe' | 'review';

/** What is to be looked at of one state of a file. */
export interface FixableReport {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

export interface FixedScript<Report> {
  readonly text: string;
  /** Of the text as it is now. */
  readonly report: Report;
  /** In the order in which they were applied. */
  readonly applied: readonly Fix[];
  /** Why fixes were given up, where they were; the text is then the last one that stood. */
  readonly refused: Localized | undefined;
}

/** A fix may make room for another, so that a text is linted again after each round; none needs as many. */
const mostRounds = 12;

/**
 * Applies fixes until none is left. A round whose result is no longer valid, where its beginning was, is taken back: no
 * fix may break a file. Fixes that would also change other files are left alone.
 *
 * @param lint what is found in a text of the file
 */
export function fixScript<Report extends FixableReport>(
  text: string,
  level: FixLevel,
  lint: (text: string) => Report,
): FixedScript<Report> {
  const kinds: ReadonlySet<Fix['kind']> = new Set(level === 'review' ? ['review', 'safe'] : ['safe']);
  const applied: Fix[] = [];
  const seen = new Set([text]);
  let state = { text, report: lint(text) };
  for (let round = 0; round < mostRounds; round += 1) {
    const fixed = applyFixes(state.text, withinFile(state.report.findings, state.text), kinds);
    if (fixed.applied.length === 0 || fixed.text === state.text) return { ...state, applied, refused: undefined };
    if (seen.has(fixed.text)) return { ...state, applied, refused: inACircle };
    const report = lint(fixed.text);
    if (syntaxErrors(report) > syntaxErrors(state.report)) return { ...state, applied, refused: breaksTheFile };
    seen.add(fixed.text);
    applied.push(...fixed.applied);
    state = { text: fixed.text, report };
  }
  return { ...state, applied, refused: inACircle };
}

/** Fixes of this file alone, their line breaks those of the text. */
function withinFile(findings: readonly Finding[], text: string): Finding[] {
  const isCrLf = text.includes('\r\n');
  return findings.flatMap((finding) => {
    const fixes = finding.fixes.filter(({ edits }) => edits.every(({ path }) => path === undefined));
    return fixes.length === 0 ? [] : [{ ...finding, fixes: isCrLf ? fixes.map(withCrLf) : fixes }];
  });
}

function withCrLf(fix: Fix): Fix {
  const edits = fix.edits.map((edit) => ({ ...edit, newText: edit.newText.replaceAll(/\r?\n/g, '\r\n') }));
  return { ...fix, edits };
}

function syntaxErrors({ problems }: FixableReport): number {
  return problems.filter(({ code }) => code.endsWith('/syntax')).length;
}

const breaksTheFile: Localized = {
  en: 'Its fixes would leave it no valid Python; they were not applied. Please report this with the file.',
  zh: '应用修复后文件将不再是合法的 Python，因此未应用。请连同该文件一并反馈。',
};

const inACircle: Localized = {
  en: 'Its fixes undo each other; those of the last round were not applied. Please report this with the file.',
  zh: '其中的修复相互抵消，最后一轮未应用。请连同该文件一并反馈。',
};
