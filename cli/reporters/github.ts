import { byWorstFirst, type GroupedPlace, groupByRule } from '../../core/lint';
import { inLanguage, type Localized, type Severity, type TextSpan } from '../../core/model';
import type { ReportedFile } from '../report';
import { harmless } from '../terminal/harmless';
import { placeOf } from './places';
import type { Reporter } from './reporter';
import { placesOfScript, type ScriptPlaceReport } from './script-places';
import { severityWords } from './words';

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  silent: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly region: Region | undefined;
}

interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Workflow commands that GitHub Actions shows as annotations. A step shows ten of a kind at most, so that the worst come
 * first and findings that say the same are one.
 */
export const githubReporter: Reporter = function* (report, { language }) {
  const say = (text: Localized) => harmless(inLanguage(text, language));
  const annotations = report.files.flatMap((file) =>
    annotationsOf(file, say).map((annotation) => ({ ...annotation, path: file.path })),
  );
  for (const { severity, path, region, title, message } of annotations.sort(byWorstFirst)) {
    const properties = [`file=${escapeProperty(path)}`, ...regionProperties(region), `title=${escapeProperty(title)}`];
    yield `::${commands[severity]} ${properties.join(',')}::${escapeData(message)}\n`;
  }
};

/** Columns only where the region is one line: GitHub refuses others. */
function regionProperties(region: Region | undefined): string[] {
  if (region === undefined) return [];
  const { line, column, endLine, endColumn } = region;
  return endLine === line
    ? [`line=${line}`, `col=${column}`, `endColumn=${endColumn}`]
    : [`line=${line}`, `endLine=${endLine}`];
}

function annotationsOf(file: ReportedFile, say: (text: Localized) => string): Annotation[] {
  const regionOf = (span: TextSpan | undefined): Region | undefined => {
    if (span === undefined || file.lines === undefined) return undefined;
    const start = file.lines(span.start);
    const end = file.lines(span.end);
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
  const problems = file.problems.map((problem) => {
    const place = placeOf(problem, file.lines);
    return {
      severity: problem.severity,
      title: problem.code,
      message: [say(problem.message), place && say(place)].filter(Boolean).join('\n'),
      region: regionOf(problem.span),
    };
  });
  if (file.kind === 'script') return [...problems, ...placesOfScript(file.findings).map(scriptAnnotation)];
  const findings = groupByRule(file).flatMap(({ rule, groups }) =>
    groups.map(({ severity, message, advice, targets, places }) => ({
      severity,
      title: `${say(severityWords[severity])}: ${rule}${targets.length === 0 ? '' : ` · ${targets.join(', ')}`}`,
      message: [say(message), advice && `→ ${say(advice)}`, placesText(places, file, say)].filter(Boolean).join('\n'),
      region: regionOf(places[0]?.span),
    })),
  );
  return [...problems, ...findings];

  /** A place of a script is an annotation of its own, on its line. */
  function scriptAnnotation({ rule, severity, span, tellings }: ScriptPlaceReport): Annotation {
    const texts = tellings.map(({ message, advice, targets }) =>
      [say(message), advice && `→ ${say(advice)}`, targets.length > 0 && `(${targets.join(', ')})`]
        .filter(Boolean)
        .join('\n'),
    );
    const title = `${say(severityWords[severity])}: ${rule}`;
    return { severity, title, message: texts.join('\n\n'), region: regionOf(span) };
  }
}

function placesText(
  places: readonly GroupedPlace[],
  { lines }: ReportedFile,
  say: (text: Localized) => string,
): string {
  const named = places.slice(0, 5).map((place) => say(placeOf(place, lines)!));
  const rest = places.length - named.length;
  return [...named, ...(rest > 0 ? [say({ en: `and ${rest} more`, zh: `另有 ${rest} 处` })] : [])].join('\n');
}

/** As GitHub's own toolkit escapes data and properties of workflow commands (actions/toolkit, packages/core/src/command.ts). */
function escapeData(text: string): string {
  return text.toWellFormed().replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
