import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import { applyFixes, byPlace, type PlaceFindings } from '../../core/lint';
import { describeScript, fixScript, lintScript } from '../../core/lint/script';
import { type Fix, inLanguage, type Language, type TextEdit, uninterrupted } from '../../core/model';
import { pythonParser } from '../../core/pytorch';
import { messages } from '../messages';
import { pathOf } from '../settings/model-settings';
import { shortName } from '../to-protocol/diagnostic';
import type { ScriptAnalysis } from './script-analysis';
import { placeOfSpan } from './script-document';
import { differenceEdit, workspaceEdit } from './script-edits';
import { suppressionEdit } from './suppression-edit';
import { words } from './words';

/** The kind of the action that applies all safe fixes; editors run it on saving where they are told to. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.portolan`;

export interface ScriptActionOptions {
  readonly language: Language;
  readonly commandLinks: boolean;
  /** The kinds that the client asks for; all where it asks for none. */
  readonly only: readonly string[] | undefined;
}

/** For each place in `range`: its fixes, a suppression, its rule's page; and all safe fixes of the file. */
export function scriptActions(
  analysis: ScriptAnalysis,
  uri: string,
  range: Range,
  diagnostics: readonly Diagnostic[],
  options: ScriptActionOptions,
): CodeAction[] {
  const wants = (kind: string) =>
    // VS Code asks for everything at each move of the cursor, and shows no source action of what it is answered.
    options.only === undefined
      ? kind !== fixAllKind || !options.commandLinks
      : options.only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const places = wants(CodeActionKind.QuickFix) ? placesIn(analysis, uri, range) : [];
  const quickFixes = places.flatMap((place) => placeActions(place, analysis, diagnostics, options));
  const fixAll = wants(fixAllKind) ? fixAllAction(analysis, options.language) : undefined;
  return fixAll === undefined ? quickFixes : [...quickFixes, fixAll];
}

function placesIn({ document, report }: ScriptAnalysis, uri: string, range: Range): PlaceFindings[] {
  return byPlace(report.findings).filter(({ span }) => {
    const place = placeOfSpan(document, span);
    return place.uri === uri && !isBefore(place.range.end, range.start) && !isBefore(range.end, place.range.start);
  });
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function placeActions(
  place: PlaceFindings,
  analysis: ScriptAnalysis,
  diagnostics: readonly Diagnostic[],
  options: ScriptActionOptions,
): CodeAction[] {
  const { rule, span, findings } = place;
  const { document } = analysis;
  const { range } = placeOfSpan(document, span);
  const own = diagnostics.filter((one) => one.code === rule && JSON.stringify(one.range) === JSON.stringify(range));
  const say = (text: { readonly en: string; readonly zh: string }) => inLanguage(text, options.language);
  const fixes = distinctFixes(place).flatMap(({ fix, targets }): CodeAction[] => {
    const edit = workspaceEdit(document, fix.edits);
    if (edit === undefined) return [];
    const title = say(fix.title);
    const names = targets.map((id) => shortName(id, options.language)).join(options.language === 'zh-cn' ? '、' : ', ');
    const named = fix.kind === 'safe' || names === '' ? title : say(words.forTarget(title, names));
    return [
      {
        title: fix.kind === 'safe' ? named : say(words.toReview(named)),
        kind: CodeActionKind.QuickFix,
        diagnostics: own,
        ...(fix.kind === 'safe' ? { isPreferred: true } : {}),
        edit,
      },
    ];
  });
  const suppression = span && suppressionEdit(analysis.report.facts, span, rule, say(words.suppressionReason));
  const keepBack = suppression && workspaceEdit(document, [suppression]);
  const explain: CodeAction = {
    title: say(messages.explain(rule)),
    kind: CodeActionKind.QuickFix,
    diagnostics: own,
    command: { title: rule, command: 'portolan.explainRule', arguments: [rule] },
  };
  return [
    ...fixes,
    ...(options.commandLinks ? [explain] : []),
    ...(keepBack === undefined || findings[0]?.rule.startsWith('portolan/')
      ? []
      : [{ title: say(words.suppress(rule)), kind: CodeActionKind.QuickFix, diagnostics: own, edit: keepBack }]),
  ];
}

/** The fixes of a place, each once, with the targets that offer it. */
function distinctFixes({ findings }: PlaceFindings): { readonly fix: Fix; readonly targets: readonly string[] }[] {
  const found = new Map<string, { fix: Fix; targets: string[] }>();
  for (const { fixes, target } of findings) {
    for (const fix of fixes) {
      const key = JSON.stringify([fix.kind, fix.edits]);
      const same = found.get(key);
      const targets = target === undefined ? [] : [target];
      if (same === undefined) found.set(key, { fix, targets });
      else same.targets.push(...targets);
    }
  }
  return [...found.values()].sort((a, b) => Number(a.fix.kind === 'review') - Number(b.fix.kind === 'review'));
}

/** Safe fixes until none is left; of a notebook those of one round, since an edit stays in its cell. */
function fixAllAction(analysis: ScriptAnalysis, language: Language): CodeAction | undefined {
  const edit = workspaceEdit(analysis.document, safeEdits(analysis));
  if (edit?.changes === undefined || Object.keys(edit.changes).length === 0) return undefined;
  return { title: inLanguage(words.fixAll, language), kind: fixAllKind, edit };
}

/** Other editors ask with each list of actions: the text is fixed, and analysed for that, once. */
const fixed = new WeakMap<ScriptAnalysis, readonly TextEdit[]>();

function safeEdits(analysis: ScriptAnalysis): readonly TextEdit[] {
  let edits = fixed.get(analysis);
  if (edits === undefined) fixed.set(analysis, (edits = findSafeEdits(analysis)));
  return edits;
}

function findSafeEdits({ document, report, settings, index }: ScriptAnalysis): readonly TextEdit[] {
  const { kind, text, cells } = document;
  if (cells !== undefined) return applyFixes(text, report.findings, new Set(['safe'])).edits;
  if (!report.findings.some(({ fixes }) => fixes.some((fix) => fix.kind === 'safe'))) return [];
  const path = pathOf(document.uri);
  const fixed = fixScript(text, 'safe', (now) => {
    const { facts, problems } = describeScript({ path, kind, text: now }, pythonParser, index);
    return lintScript(facts, problems, settings.settings, uninterrupted, index);
  });
  return differenceEdit(text, fixed.text);
}
