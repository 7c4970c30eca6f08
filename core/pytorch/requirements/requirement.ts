import type { RequirementFact, TextSpan } from '../../model';

/** A requirement as a list says it, and where the whole entry stands: quotes, key or continued lines included. */
export interface Entry {
  /** Between the quotes, or from the line's first letter to the end of its text. */
  readonly text: TextSpan;
  readonly whole: TextSpan;
  /** It is asked for by some users only: an extra, a dependency group. */
  readonly optional: boolean;
  /** The extra, the group, or another name of the list that it stands in. */
  readonly group?: string | undefined;
}

// Name and extras (PEP 508); a version, an address behind `@` or a marker behind `;` may follow.
const beginning = /^\s*(?<name>[A-Za-z0-9][\w.-]*)(?:[ \t]*\[[^\]\n]*\])?/d;
const wheel = /\/(?<name>[A-Za-z0-9][\w.]*)-(?<version>\d[^-/\s]*)-[^/\s]+\.whl(?:[#?]\S*)?$/d;
const repository =
  /^\s*(?:git|hg|svn)\+[^\s#]*\/(?<name>[A-Za-z0-9][\w-]*(?:\.(?!git\b)[\w-]+)*)(?:\.git)?(?:@[^\s#/]+)?(?:#\S*)?$/d;
const egg = /#(?:\S*&)?egg=(?<name>[A-Za-z0-9][\w.-]*)/d;

/** Normalised as PEP 503 says. */
export function normalisedName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

/** What an entry in the notation of pip asks for; undefined where it is an option, a path or nothing of the kind. */
export function pipRequirement(source: string, entry: Entry): RequirementFact | undefined {
  const said = withoutComment(source.slice(entry.text.start, entry.text.end));
  if (/^\s*(?:\w+\+)?\w+:\/\//.test(said)) return addressed(said, entry, source);
  const match = beginning.exec(said);
  const name = match?.indices?.groups?.['name'];
  if (!match || !name) return undefined;
  const [version, marker] = said.slice(match[0].length).split(/;(.*)/s, 2) as [string, string?];
  // What is followed by anything but a version, a marker or an address is no requirement.
  if (!/^\s*([<>=!~@(]|$)/.test(version)) return undefined;
  const start = match[0].length + version.length - version.trimStart().length;
  return fact(source, entry, name, [start, start + version.trim().length], marker?.trim());
}

/** Up to the comment, and to the backslash behind which the entry goes on with options. */
function withoutComment(said: string): string {
  const end = said.search(/\\|(?<=\s)#/);
  return (end < 0 ? said : said.slice(0, end)).trimEnd();
}

/** A wheel's address names its package and version; the address of a repository names the package by its last part. */
function addressed(address: string, entry: Entry, source: string): RequirementFact | undefined {
  const groups = (egg.exec(address) ?? wheel.exec(address) ?? repository.exec(address))?.indices?.groups;
  return groups?.['name'] && fact(source, entry, groups['name'], groups['version']);
}

/** A table's key that is a package, and the version that is its value (Poetry, Pixi, Pipfile). */
export function keyedRequirement(
  source: string,
  name: TextSpan,
  version: TextSpan | undefined,
  entry: Entry,
): RequirementFact {
  return fact(
    source,
    { ...entry, text: { start: 0, end: 0 } },
    [name.start, name.end],
    version && [version.start, version.end],
  );
}

/** A package in conda's notation: `channel::name=1.2=build`, `name >=1.2`. */
export function condaRequirement(source: string, entry: Entry): RequirementFact | undefined {
  const said = source.slice(entry.text.start, entry.text.end);
  const match = /^(?:\S*::)?(?<name>[A-Za-z0-9_][\w.-]*)\s*(?<specifier>[^#]*?)\s*$/d.exec(said);
  return match ? fact(source, entry, match.indices!.groups!['name']!, match.indices!.groups!['specifier']) : undefined;
}

function fact(
  source: string,
  { text, whole, optional, group }: Entry,
  name: readonly [number, number],
  specifier: readonly [number, number] | undefined,
  marker?: string,
): RequirementFact {
  const spanOf = ([start, end]: readonly [number, number]) => ({ start: text.start + start, end: text.start + end });
  const nameSpan = spanOf(name);
  const specifierSpan = specifier && specifier[0] < specifier[1] ? spanOf(specifier) : undefined;
  const line = source.lastIndexOf('\n', whole.start - 1) + 1;
  return {
    span: { start: nameSpan.start, end: Math.max(nameSpan.end, specifierSpan?.end ?? 0) },
    ported: [],
    guarded: optional,
    loopDepth: 0,
    statement: { span: whole, indentation: /^[ \t]*/.exec(source.slice(line, whole.start))![0] },
    name: normalisedName(source.slice(nameSpan.start, nameSpan.end)),
    nameSpan,
    specifier: specifierSpan ? source.slice(specifierSpan.start, specifierSpan.end) : '',
    ...(specifierSpan ? { specifierSpan } : {}),
    ...(marker ? { marker } : {}),
    ...(group ? { group } : {}),
  };
}
