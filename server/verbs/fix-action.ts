import { type CodeAction, CodeActionKind, type Diagnostic, type Range, type TextEdit } from 'vscode-languageserver';
import { type Finding, inLanguage, type Language, type TextSpan } from '../../core/model';
import { isRecord } from '../client-profile';

export interface FixActionOptions {
  readonly uri: string;
  readonly language: Language;
  /** The range of a span of the document. */
  range(span: TextSpan): Range;
}

/** The fixes of the findings that some diagnostics stand for. A safe one is preferred: it is right on every target. */
export function fixActions(
  findings: readonly Finding[],
  diagnostics: readonly Diagnostic[],
  { uri, language, range }: FixActionOptions,
): CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const { data } = diagnostic;
    const rule = isRecord(data) ? data['rule'] : undefined;
    const own = findings.filter(
      (finding) => finding.rule === rule && finding.span !== undefined && isSame(range(finding.span), diagnostic.range),
    );
    const fixes = own.flatMap((finding) => finding.fixes);
    const first = fixes.filter((fix, index) => fixes.findIndex(({ title }) => title.en === fix.title.en) === index);
    return first
      .filter(({ edits }) => edits.every(({ path }) => path === undefined))
      .map(
        ({ title, kind, edits }): CodeAction => ({
          title: inLanguage(title, language),
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          ...(kind === 'safe' ? { isPreferred: true } : {}),
          edit: { changes: { [uri]: edits.map(({ span, newText }): TextEdit => ({ range: range(span), newText })) } },
        }),
      );
  });
}

function isSame(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
