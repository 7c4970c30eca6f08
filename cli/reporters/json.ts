import type { Coverage } from '../../core/lint';
import { type Finding, inLanguage, type Language, type Problem, type TextSpan } from '../../core/model';
import { jsonText } from '../json-text';
import { countBySeverity, type Outline, type Report, type ReportedFile, totalCoverage, totalPorting } from '../report';
import { fingerprintOf, problemFingerprintOf } from './fingerprint';
import type { Lines } from './lines';
import type { Reporter } from './reporter';

declare const PORTOLAN_VERSION: string;

/** Version of the form, not of the program: it changes when a reader of the old form would go wrong. */
const version = 1;

/** The report for programs, as rules/schema/lint-output.schema.json says. In parts: a long report fits no string. */
export const jsonReporter: Reporter = function* (report, { language }) {
  const head = {
    version,
    tool: { name: 'portolan', version: PORTOLAN_VERSION },
    targets: report.targets,
    summary: summary(report),
  };
  yield `${jsonText(head, 2).slice(0, -2)},\n  "files": [`;
  for (const [index, file] of report.files.entries()) {
    yield index === 0 ? '\n' : ',\n';
    yield* fileParts(file, language);
  }
  yield `${report.files.length === 0 ? '' : '\n  '}]\n}\n`;
};

function summary(report: Report) {
  const { files } = report;
  const counts = countBySeverity(files);
  return {
    files: files.length,
    findings: files.reduce((count, { findings }) => count + findings.length, 0),
    problems: files.reduce((count, { problems }) => count + problems.length, 0),
    ignored: files.reduce((count, { ignored }) => count + ignored, 0),
    known: report.known && { findings: report.known.findings, gone: report.known.gone },
    severities: {
      error: counts.get('error') ?? 0,
      silent: counts.get('silent') ?? 0,
      warning: counts.get('warning') ?? 0,
      information: counts.get('information') ?? 0,
      hint: counts.get('hint') ?? 0,
    },
    coverage: totalCoverage(files).map(coverageJson),
    porting: totalPorting(report),
  };
}

function* fileParts(file: ReportedFile, language: Language): Generator<string> {
  const head = {
    path: file.path,
    kind: file.kind,
    ...headOf(file),
  };
  yield `${jsonText(head, 2).slice(0, -2).replace(/^/gm, '    ')},\n      "findings": [`;
  yield* list(file.findings, (finding) => findingJson(finding, file, language));
  yield '],\n      "problems": [';
  yield* list(file.problems, (problem) => problemJson(problem, file, language));
  yield ']\n    }';
}

/** What is said of a file by its kind. */
function headOf(file: ReportedFile) {
  switch (file.kind) {
    case 'graph':
      return { model: file.outline && modelJson(file.outline), coverage: file.coverage.map(coverageJson) };
    case 'script':
      return { language: file.language };
    case 'checkpoint':
      return { checkpoint: file.outline };
  }
}

/** The elements of a list, a line each. */
function* list<T>(items: readonly T[], json: (item: T) => unknown): Generator<string> {
  for (const [index, item] of items.entries()) yield `${index === 0 ? '' : ','}\n        ${jsonText(json(item))}`;
  if (items.length > 0) yield '\n      ';
}

function coverageJson({ target, route, operators, macs, operatorsWithoutMacs, verdicts }: Coverage) {
  return { target, route, operators, macs, operatorsWithoutMacs, verdicts };
}

function findingJson(finding: Finding, file: ReportedFile, language: Language) {
  const { lines } = file;
  return {
    rule: finding.rule,
    severity: finding.severity,
    verdict: finding.verdict,
    target: finding.target,
    route: finding.route,
    message: inLanguage(finding.message, language),
    advice: finding.advice && inLanguage(finding.advice, language),
    range: rangeOf(finding.span, lines),
    cell: cellOf(finding),
    place: finding.place,
    value: finding.value,
    fingerprint: fingerprintOf(finding, file),
    evidence: finding.evidence,
    fixes: finding.fixes.map(({ title, kind, edits }) => ({
      title: inLanguage(title, language),
      kind,
      edits: edits.map(({ path, span, newText }) => ({ path, range: rangeOf(span, lines), newText })),
    })),
  };
}

function problemJson(problem: Problem, file: ReportedFile, language: Language) {
  const { lines } = file;
  return {
    code: problem.code,
    severity: problem.severity,
    message: inLanguage(problem.message, language),
    byteOffset: problem.byteOffset ?? (problem.span ? undefined : problem.place?.byteOffset),
    range: rangeOf(problem.span, lines),
    cell: cellOf(problem),
    place: problem.place,
    fingerprint: problemFingerprintOf(problem, file),
  };
}

function cellOf({ cell }: Finding | Problem) {
  return cell && { number: cell.number, line: cell.line, column: cell.column };
}

function rangeOf(span: TextSpan | undefined, lines: Lines | undefined) {
  return span && lines ? { start: lines(span.start), end: lines(span.end) } : undefined;
}

function modelJson({ opset, operators, weightBytes, macs }: Outline): object {
  return { opset, operators, weightBytes, macs };
}
