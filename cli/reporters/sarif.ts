import type { ArtifactLocation, Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { type ToldOnce, toldOnce } from '../../core/lint';
import {
  displayName,
  type Finding,
  inLanguage,
  type Language,
  type Localized,
  operatorType,
  type Problem,
  pageIn,
  type Severity,
  type TextSpan,
} from '../../core/model';
import { jsonText } from '../json-text';
import type { Report, ReportedFile } from '../report';
import { fingerprintOf } from './fingerprint';
import type { Lines } from './lines';
import { nameAndType, operatorName } from './places';
import type { Reporter, ReporterOptions } from './reporter';

declare const PORTOLAN_VERSION: string;

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  silent: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS), for code scanning. In parts: a long report fits no string. */
export const sarifReporter: Reporter = function* (report, options) {
  const rules = new Rules(report, options);
  const head = jsonText(sarifLog(report, rules, options.language), 2);
  // The results are the last property of the only run.
  const end = head.lastIndexOf('[]');
  yield head.slice(0, end + 1);
  let first = true;
  for (const file of report.files) {
    for (const result of results(file, rules, options.language)) {
      yield `${first ? '' : ','}\n        ${jsonText(result)}`;
      first = false;
    }
  }
  yield `${first ? '' : '\n      '}${head.slice(end + 1)}\n`;
};

/** The log without its results. */
function sarifLog({ targets }: Report, rules: Rules, language: Language): Log {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'portolan',
            semanticVersion: PORTOLAN_VERSION,
            language: language === 'zh-cn' ? 'zh-CN' : 'en-US',
            rules: rules.list,
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The folder in which portolan was run.' } } },
        invocations: [{ executionSuccessful: true }],
        properties: { targets: [...targets] },
        results: [],
      },
    ],
  };
}

function* results(file: ReportedFile, rules: Rules, language: Language): Generator<Result> {
  for (const problem of file.problems) yield problemResult(problem, file, rules, language);
  const prints = new Map<string, number>();
  for (const told of toldOnce(file.findings)) {
    const print = fingerprintOf(told.finding, file);
    const occurrence = (prints.get(print) ?? 0) + 1;
    prints.set(print, occurrence);
    const fingerprints = occurrence === 1 ? print : `${print}|${occurrence}`;
    yield findingResult(told, fingerprints, file, rules, language);
  }
}

/** The rules that occur, each once, in the order in which they first do. */
class Rules {
  readonly list: ReportingDescriptor[] = [];
  readonly #indices = new Map<string, number>();

  constructor(
    { files }: Report,
    private readonly options: ReporterOptions,
  ) {
    for (const { problems, findings } of files) {
      for (const { code, severity } of problems) this.#add(code, levels[severity]);
      for (const { rule, severity } of findings) this.#add(rule, levels[severity]);
    }
  }

  indexOf(code: string): number {
    return this.#indices.get(code)!;
  }

  #add(code: string, level: Result.level): void {
    if (this.#indices.has(code)) return;
    this.#indices.set(code, this.list.length);
    this.list.push(this.#descriptor(code, level));
  }

  #descriptor(code: string, level: Result.level): ReportingDescriptor {
    const { language } = this.options;
    const rule = this.options.ruleOf(code);
    const base = {
      id: code,
      name: pascalCase(code),
      defaultConfiguration: { level: level as 'error' | 'warning' | 'note' },
    };
    if (rule === undefined) return base;
    const page = pageIn(rule.documentation, language);
    const title = inLanguage(rule.title, language);
    return {
      ...base,
      shortDescription: { text: title },
      fullDescription: { text: title },
      help: { text: page, markdown: page },
    };
  }
}

function findingResult(
  { finding, alsoAt }: ToldOnce,
  fingerprint: string,
  file: ReportedFile,
  rules: Rules,
  language: Language,
): Result {
  const level = levels[finding.severity];
  const { target, route, verdict, severity, evidence } = finding;
  const fixes = fixesOf(finding, file, language);
  return {
    ruleId: finding.rule,
    ruleIndex: rules.indexOf(finding.rule),
    level,
    message: { text: sentences([finding.message, finding.advice, extentOf(alsoAt)], language) },
    locations: [location(finding, file)],
    ...(alsoAt.length === 0
      ? {}
      : { occurrenceCount: alsoAt.length + 1, relatedLocations: alsoAt.map((other) => related(other, file)) }),
    partialFingerprints: { 'portolan/v1': fingerprint },
    ...(fixes.length > 0 ? { fixes } : {}),
    properties: { target, route, verdict, severity, evidence },
  };
}

/** Of how many operators a note is true. */
function extentOf({ length }: ToldOnce['alsoAt']): Localized | undefined {
  return length === 0
    ? undefined
    : { en: `It holds for ${length + 1} operators.`, zh: `共有 ${length + 1} 个算子属于此情形。` };
}

function related(finding: Finding, file: ReportedFile): Location {
  return {
    ...location(finding, file),
    message: { text: finding.place === undefined ? '' : nameAndType(finding.place) },
  };
}

/** Fixes of the finding's own file; edits of others have no lines here. */
function fixesOf({ fixes }: Finding, file: ReportedFile, language: Language): Fix[] {
  const { lines } = file;
  if (lines === undefined) return [];
  return fixes
    .filter(({ edits }) => edits.every(({ path }) => path === undefined))
    .map(({ title, kind, edits }) => ({
      description: { text: inLanguage(title, language) },
      artifactChanges: [
        {
          artifactLocation: artifactLocation(file),
          replacements: edits.map(({ span, newText }) => ({
            deletedRegion: region(span, lines),
            ...(newText === '' ? {} : { insertedContent: { text: newText } }),
          })),
        },
      ],
      properties: { kind },
    }));
}

function problemResult(problem: Problem, file: ReportedFile, rules: Rules, language: Language): Result {
  const level = levels[problem.severity];
  return {
    ruleId: problem.code,
    ruleIndex: rules.indexOf(problem.code),
    level,
    message: { text: sentences([problem.message], language) },
    locations: [location(problem, file)],
  };
}

function location({ place, span, ...rest }: Finding | Problem, file: ReportedFile): Location {
  const value = 'value' in rest ? rest.value : undefined;
  const byteOffset = place?.byteOffset ?? value?.byteOffset ?? ('byteOffset' in rest ? rest.byteOffset : undefined);
  const name = place === undefined ? value && displayName(value.name) : operatorName(place);
  const graph = displayName(place?.graph ?? value?.graph ?? '');
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(file),
      ...regionOf(span, byteOffset, file),
    },
    ...(name === undefined
      ? {}
      : {
          logicalLocations: [
            {
              name,
              fullyQualifiedName: `${graph}${graph.endsWith('/') ? '' : '/'}${name}`,
              kind: place === undefined ? 'variable' : 'function',
              ...(place === undefined ? {} : { decoratedName: operatorType(place) }),
            },
          ],
        }),
  };
}

function artifactLocation({ path }: ReportedFile): ArtifactLocation {
  return { uri: uriOf(path), ...(/^(\/|[A-Za-z]:)/.test(path) ? {} : { uriBaseId: 'ROOT' }) };
}

function regionOf(span: Finding['span'], byteOffset: number | undefined, { lines }: ReportedFile) {
  if (span !== undefined && lines !== undefined) return { region: region(span, lines) };
  return byteOffset === undefined ? {} : { region: { byteOffset } };
}

function region(span: TextSpan, lines: Lines): Region {
  const start = lines(span.start);
  const end = lines(span.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function sentences(texts: readonly (Localized | undefined)[], language: Language): string {
  return texts.flatMap((text) => (text === undefined ? [] : [inLanguage(text, language)])).join('\n');
}

/** Of a path, as RFC 3986 wants it. */
function uriOf(path: string): string {
  const uri = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return /^[A-Za-z]%3A\//.test(uri)
    ? `file:///${uri.replace('%3A', ':')}`
    : uri.startsWith('/')
      ? `file://${uri}`
      : uri;
}

function pascalCase(code: string): string {
  return code.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_all, _gap, letter: string) => letter.toUpperCase());
}
