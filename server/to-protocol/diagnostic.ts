import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver';
import { type ToldOnce, toldOnce } from '../../core/lint';
import { displayName, type Finding, inLanguage, type Language, type Localized, type Problem } from '../../core/model';
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
  /** A document that the client can open and that has the text's lines; further places are told as related information. */
  readonly lines: string | undefined;
}

/** The same thing said of the same places for several targets: one diagnostic. */
interface Group extends ToldOnce {
  readonly targets: string[];
}

/** Places of a note beside its first: what an editor lists, and what the message names. */
const mostRelated = 50;
const mostNamed = 3;

/**
 * The findings and problems of a model as diagnostics on its text; or on the binary file itself: at its beginning, with
 * the node's name in the message and the place in the text view as related information.
 */
export function toDiagnostics(
  { findings, problems }: { readonly findings: readonly Finding[]; readonly problems: readonly Problem[] },
  text: ModelText,
  options: DiagnosticOptions,
): Diagnostic[] {
  const groups = groupByTarget(toldOnce(findings), options.language);
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

function groupByTarget(told: readonly ToldOnce[], language: Language): Group[] {
  const groups = new Map<string, Group>();
  for (const { finding, alsoAt } of told) {
    const key = JSON.stringify([
      finding.rule,
      finding.severity,
      inLanguage(finding.message, language),
      ...[finding, ...alsoAt].map(({ place, value }) => [place?.graph ?? value?.graph, place?.index ?? value?.name]),
    ]);
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { finding, alsoAt, targets: finding.target === undefined ? [] : [finding.target] });
    else if (finding.target !== undefined && !group.targets.includes(finding.target))
      group.targets.push(finding.target);
  }
  return [...groups.values()];
}

function fromFinding({ finding, alsoAt, targets }: Group, text: ModelText, options: DiagnosticOptions): Diagnostic {
  const { rule, severity, place, value } = finding;
  const names = targets.map((id) => shortName(id, options.language));
  const say = (message: Localized) =>
    withTargetName(inLanguage(message, options.language), finding.target, options.language);
  const said = say(finding.message);
  const advice = finding.advice && say(finding.advice);
  // A note on many operators is no matter of the first one's name.
  const node = alsoAt.length > 0 ? undefined : place?.node || value?.name;
  const message = [
    `${names.length > 0 ? `[${names.join(', ')}] ` : ''}${said}`,
    ...(advice ? [advice] : []),
    ...(alsoAt.length > 0 ? [likewise(alsoAt, options.language)] : []),
  ].join('\n');
  const data: DiagnosticData = { rule, targets, ...(node ? { node } : {}) };
  return {
    ...placed(
      placeInText(finding, text),
      nodeLabel(finding) + message,
      message,
      options,
      related(alsoAt, text, options),
    ),
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
  { onFile, lines, language }: DiagnosticOptions,
  others: readonly DiagnosticRelatedInformation[] = [],
): Pick<Diagnostic, 'range' | 'message' | 'relatedInformation'> {
  if (!onFile) {
    return { range, message: messageInText, ...(others.length > 0 ? { relatedInformation: [...others] } : {}) };
  }
  const beginning = { line: 0, character: 0 };
  return {
    range: { start: beginning, end: beginning },
    message: messageInFile,
    ...(lines === undefined
      ? {}
      : {
          relatedInformation: [
            { location: { uri: lines, range }, message: inLanguage(messages.inTextView, language) },
            ...others,
          ],
        }),
  };
}

/** The other operators of a note, as places that an editor leads to. */
function related(
  alsoAt: readonly Finding[],
  text: ModelText,
  { lines }: DiagnosticOptions,
): DiagnosticRelatedInformation[] {
  if (lines === undefined) return [];
  return alsoAt.slice(0, mostRelated).map((finding) => ({
    location: { uri: lines, range: placeInText(finding, text) },
    message: nodeName(finding),
  }));
}

/** `Likewise Slice /attention/Slice_1, Slice /attention/Slice_2 and 7 more` */
function likewise(alsoAt: readonly Finding[], language: Language): string {
  const names = alsoAt.slice(0, mostNamed).map(nodeName);
  return inLanguage(messages.likewise(names, alsoAt.length - names.length), language);
}

function nodeLabel(finding: Pick<Finding, 'place'> & Pick<Partial<Finding>, 'value'>): string {
  const name = nodeName(finding);
  return name === '' ? '' : `${name}: `;
}

/** The operator's type and name, or the value's name. */
function nodeName({ place, value }: Pick<Finding, 'place'> & Pick<Partial<Finding>, 'value'>): string {
  if (place === undefined) return value === undefined ? '' : displayName(value.name);
  return `${displayName(place.op)} ${place.node === '' ? `#${place.index}` : displayName(place.node)}`;
}

/** A message for people to read: the target's name in place of its id, by which the command line knows it. */
export function withTargetName(message: string, target: string | undefined, language: Language): string {
  if (target === undefined) return message;
  const name = shortName(target, language);
  // Between Chinese characters stands no space, as it does before an id.
  const space = /^\p{Script=Han}/u.test(name) ? '(?:(?<=\\p{Script=Han}) )?' : '';
  return message.replace(new RegExp(`(?<![\\w-])${space}${target}(?![\\w-])`, 'gu'), () => name);
}

/** The target's name as people call it, without what stands in parentheses after it. */
export function shortName(id: string, language: Language): string {
  const target = findTarget(id);
  return target === undefined ? id : inLanguage(target.name, language).replace(/\s*[(（][^()（）]*[)）]$/, '');
}
