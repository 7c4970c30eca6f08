import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { byPlace, type PlaceFindings } from '../../core/lint';
import { type Finding, inLanguage, type Language, type Problem } from '../../core/model';
import { messages } from '../messages';
import { rulePage } from '../model-uri';
import { type DiagnosticData, shortName, withTargetName } from '../to-protocol/diagnostic';
import { toSeverity } from '../to-protocol/severity';
import type { ScriptAnalysis } from './script-analysis';
import { placeOfSpan, type ScriptDocument } from './script-document';

/** More than this in one file helps nobody, and editors grow slow. */
const mostDiagnostics = 1000;

export interface ScriptDiagnosticOptions {
  readonly language: Language;
  readonly linksRules: boolean;
}

/** The findings and problems of a script, by the document that they stand in: the file, or a cell of the notebook. */
export function scriptDiagnostics(
  { document, report }: ScriptAnalysis,
  options: ScriptDiagnosticOptions,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const places = byPlace(report.findings);
  const byDocument = new Map<string, Diagnostic[]>(document.parts.map((part) => [part.document.uri, []]));
  const add = (uri: string, diagnostic: Diagnostic) => byDocument.get(uri)?.push(diagnostic);
  for (const problem of report.problems) {
    const { uri, range } = placeOfSpan(document, problem.span);
    add(uri, fromProblem(problem, range, options));
  }
  for (const place of places.slice(0, mostDiagnostics)) {
    const { uri, range } = placeOfSpan(document, place.span);
    add(uri, fromPlace(place, range, options));
  }
  const hidden = places.length - mostDiagnostics;
  if (hidden > 0) add(placeOfSpan(document, undefined).uri, tooMany(hidden, document, options));
  return byDocument;
}

function fromPlace(place: PlaceFindings, range: Diagnostic['range'], options: ScriptDiagnosticOptions): Diagnostic {
  const { rule, severity, findings } = place;
  const targets = findings.flatMap(({ target }) => target ?? []);
  const data: DiagnosticData = { rule, targets };
  return {
    range,
    severity: toSeverity(severity),
    source: 'portolan',
    code: rule,
    ...(options.linksRules ? { codeDescription: { href: rulePage(rule) } } : {}),
    message: messageOf(findings, options.language),
    data,
  };
}

/** What is said for each target; what is the same for several is said once. */
function messageOf(findings: readonly Finding[], language: Language): string {
  const targetsByText = new Map<string, string[]>();
  for (const { message, advice, target } of findings) {
    const text = withTargetName(
      [message, ...(advice === undefined ? [] : [advice])].map((one) => inLanguage(one, language)).join('\n'),
      target,
      language,
    );
    const targets = targetsByText.get(text);
    const names = target === undefined ? [] : [shortName(target, language)];
    if (targets === undefined) targetsByText.set(text, names);
    else targets.push(...names);
  }
  return [...targetsByText]
    .map(([text, names]) => (names.length === 0 ? text : `[${[...new Set(names)].join(', ')}] ${text}`))
    .join('\n');
}

function fromProblem(problem: Problem, range: Diagnostic['range'], { language }: ScriptDiagnosticOptions): Diagnostic {
  return {
    range,
    severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'portolan',
    code: problem.code,
    message: inLanguage(problem.message, language),
  };
}

function tooMany(count: number, document: ScriptDocument, { language }: ScriptDiagnosticOptions): Diagnostic {
  return {
    range: placeOfSpan(document, undefined).range,
    severity: DiagnosticSeverity.Information,
    source: 'portolan',
    message: inLanguage(messages.moreFindings(count), language),
  };
}
