import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import { displayName, type Finding, inLanguage, type Language, type Problem } from '../../core/model';
import { findTarget } from '../../core/targets';
import { messages } from '../messages';
import { rulePage } from '../model-uri';
import type { ModelText } from '../text/model-text';
import { placeInText } from '../text/place';
import { toSeverity } from './severity';

/** More than this in one file helps nobody, and editors grow slow. */
const mostDiagnostics = 1000;

/** What a code action needs to know of the finding that it is for. */
export interface DiagnosticData {
  readonly rule: string;
  readonly targets: readonly string[];
  readonly node?: string | undefined;
}

export interface DiagnosticOptions {
  readonly language: Language;
  readonly linksRules: boolean;
  /** Whether they are to stand on the binary file itself, which has no lines. */
  readonly onFile: boolean;
  /** The text view that the client can open; places in it are told as related information. */
  readonly view: string | undefined;
}

/** The same thing said of the same place for several targets: one diagnostic. */
interface Group {
  readonly finding: Finding;
  readonly targets: string[];
}

/**
 * The findings and problems of a model as diagnostics on its text; or on the binary file itself: at its beginning, with
 * the node's name in the message and the place in the text view as related information.
 */
export function toDiagnostics(
  { findings, problems }: { readonly findings: readonly Finding[]; readonly problems: readonly Problem[] },
  text: ModelText,
  options: DiagnosticOptions,
): Diagnostic[] {
  const groups = groupByTarget(findings, options.language);
  const all = [
    ...problems.map((problem) => fromProblem(problem, text, options)),
    ...groups.map((group) => fromFinding(group, text, options)),
  ];
  if (all.length <= mostDiagnostics) return all;
  all.sort((a, b) => (a.severity ?? 1) - (b.severity ?? 1));
  const rest: Diagnostic = {
    range: placeInText({}, text),
    severity: DiagnosticSeverity.Information,
    source: 'portolan',
    message: inLanguage(messages.moreFindings(all.length - mostDiagnostics), options.language),
  };
  return [...all.slice(0, mostDiagnostics), rest];
}

function groupByTarget(findings: readonly Finding[], language: Language): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const { place, value } = finding;
    const key = JSON.stringify([
      finding.rule,
      finding.severity,
      place?.graph ?? value?.graph,
      place?.index ?? value?.name,
      inLanguage(finding.message, language),
    ]);
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { finding, targets: finding.target === undefined ? [] : [finding.target] });
    else if (finding.target !== undefined && !group.targets.includes(finding.target))
      group.targets.push(finding.target);
  }
  return [...groups.values()];
}

function fromFinding({ finding, targets }: Group, text: ModelText, options: DiagnosticOptions): Diagnostic {
  const { rule, severity, place, value } = finding;
  const names = targets.map((id) => shortName(id, options.language));
  const said = inLanguage(finding.message, options.language);
  const advice = finding.advice && inLanguage(finding.advice, options.language);
  const node = place?.node || value?.name;
  const message = [`${names.length > 0 ? `[${names.join(', ')}] ` : ''}${said}`, ...(advice ? [advice] : [])].join(
    '\n',
  );
  const data: DiagnosticData = { rule, targets, ...(node ? { node } : {}) };
  return {
    ...placed(placeInText(finding, text), nodeLabel(finding) + message, message, options),
    severity: toSeverity(severity),
    source: 'portolan',
    code: rule,
    ...(options.linksRules ? { codeDescription: { href: rulePage(rule) } } : {}),
    data,
  };
}

function fromProblem(problem: Problem, text: ModelText, options: DiagnosticOptions): Diagnostic {
  const message = inLanguage(problem.message, options.language);
  const where = problem.byteOffset === undefined ? '' : ` (@${problem.byteOffset})`;
  return {
    ...placed(placeInText(problem, text), nodeLabel(problem) + message + where, message + where, options),
    severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'portolan',
    code: problem.code,
  };
}

function placed(
  range: Range,
  messageInFile: string,
  messageInText: string,
  { onFile, view, language }: DiagnosticOptions,
): Pick<Diagnostic, 'range' | 'message' | 'relatedInformation'> {
  if (!onFile) return { range, message: messageInText };
  const beginning = { line: 0, character: 0 };
  return {
    range: { start: beginning, end: beginning },
    message: messageInFile,
    ...(view === undefined
      ? {}
      : {
          relatedInformation: [{ location: { uri: view, range }, message: inLanguage(messages.inTextView, language) }],
        }),
  };
}

function nodeLabel({ place, value }: Pick<Finding, 'place'> & Pick<Partial<Finding>, 'value'>): string {
  if (place !== undefined) {
    const name = place.node === '' ? `#${place.index}` : displayName(place.node);
    return `${displayName(place.op)} ${name}: `;
  }
  return value === undefined ? '' : `${displayName(value.name)}: `;
}

/** The target's name as people call it, without what stands in parentheses after it. */
export function shortName(id: string, language: Language): string {
  const target = findTarget(id);
  return target === undefined ? id : inLanguage(target.name, language).replace(/\s*[(（][^()（）]*[)）]$/, '');
}
