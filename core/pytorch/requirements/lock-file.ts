import { excludesLinux, type RequirementFact, type TextSpan } from '../../model';
import { keyedRequirement, normalisedName } from './requirement';

/** Environments have some hundreds. */
const mostPackages = 5000;

/** A package that a lock file names. */
interface Locked {
  readonly name: TextSpan;
  readonly version: string;
  /** It is the project itself, or another one of its workspace. */
  isOwn: boolean;
  /** The packages that it asks for, by their normalised names, and by which specifiers where that is told. */
  readonly asks: Map<string, string[]>;
  /** Conditions of which one holds where it is installed. */
  readonly markers: string[];
}

/** The packages that a uv.lock, poetry.lock or Pipfile.lock names, by the lines that its tool writes. */
export function readLockFile(text: string): RequirementFact[] {
  const packages = /^\s*\{/.test(text) ? ofPipfile(text) : ofToml(text);
  const askers = new Map<string, { by: Set<string>; asked: string[] }>();
  for (const one of packages) {
    for (const [name, specifiers] of one.asks) {
      let all = askers.get(name);
      if (all === undefined) askers.set(name, (all = { by: new Set(), asked: [] }));
      if (one.isOwn) all.asked.push(...(specifiers.length > 0 ? specifiers : ['']));
      else all.by.add(nameOf(one, text));
    }
  }
  return packages
    .filter(({ isOwn }) => !isOwn)
    .map((one) => {
      const { by = [], asked = [] } = askers.get(nameOf(one, text)) ?? {};
      return factOf(one, text, { by: [...by], asked });
    });
}

function factOf(one: Locked, text: string, locked: NonNullable<RequirementFact['locked']>): RequirementFact {
  const line = text.lastIndexOf('\n', one.name.start) + 1;
  const lineEnd = text.indexOf('\n', one.name.end);
  const whole = { start: line, end: lineEnd < 0 ? text.length : lineEnd };
  const fact = keyedRequirement(text, one.name, undefined, { text: whole, whole, optional: true });
  // Of several conditions the package is for Linux where one of them is.
  const elsewhere = one.markers.every((marker) => excludesLinux({ marker }) && !/linux|!=/i.test(marker));
  const marker = one.markers.length > 0 && elsewhere ? one.markers[0] : undefined;
  return { ...fact, specifier: `==${one.version}`, locked, ...(marker === undefined ? {} : { marker }) };
}

const nameOf = ({ name }: Locked, text: string) => normalisedName(text.slice(name.start, name.end));

/** Poetry and uv write an array of tables, `[[package]]`, a key to a line. */
function ofToml(text: string): Locked[] {
  const packages: Locked[] = [];
  let one: Locked | undefined;
  let table = '';
  let list = '';
  for (const { said, start } of linesOf(text)) {
    if (packages.length >= mostPackages) break;
    const header = /^\[+([\w.-]+)\]+/.exec(said)?.[1];
    if (header !== undefined) {
      table = header;
      list = '';
      if (said.startsWith('[[')) one = undefined;
      continue;
    }
    const [, key, quoted] = /^"?([\w.-]+)"?\s*=\s*(?:"([^"]*)")?/.exec(said) ?? [];
    if (key !== undefined) list = key;
    if (table === 'package' && key === 'name' && quoted !== undefined) {
      const from = start + said.indexOf('"') + 1;
      one = {
        name: { start: from, end: from + quoted.length },
        version: '',
        isOwn: false,
        asks: new Map(),
        markers: [],
      };
    } else if (one !== undefined && table === 'package' && key === 'version' && quoted !== undefined) {
      packages.push((one = { ...one, version: quoted }));
    } else if (one !== undefined && table.startsWith('package')) {
      follow(one, table, key, list, said);
    }
  }
  return packages;
}

function follow(one: Locked, table: string, key: string | undefined, list: string, said: string): void {
  if (key === 'source' && /\b(editable|virtual|directory)\s*=/.test(said)) one.isOwn = true;
  // uv: { name = "...", specifier = "..." } in lists of dependencies, and of the project's own in its metadata.
  const named = /^\s*\{ name = "([^"]+)"/.exec(said)?.[1];
  if (named !== undefined) ask(one, named, /\bspecifier = "([^"]*)"/.exec(said)?.[1]);
  else if (table === 'package.dependencies' && key !== undefined) ask(one, key);
  else if (table === 'package' && list === 'resolution-markers' && key === undefined) {
    const marker = /^\s*"((?:[^"\\]|\\.)*)"/.exec(said)?.[1];
    if (marker !== undefined) one.markers.push(unescaped(marker));
  } else if (table === 'package' && key === 'markers') one.markers.push(unescaped(said.slice(said.indexOf('=') + 1)));
}

const unescaped = (marker: string) => marker.replaceAll('\\"', '"');

function ask({ asks }: Locked, name: string, specifier?: string): void {
  const normalised = normalisedName(name);
  const specifiers = asks.get(normalised) ?? [];
  asks.set(normalised, specifier === undefined ? specifiers : [...specifiers, specifier]);
}

/** pipenv writes JSON: its two lists of packages, and what each package is two levels below. */
function ofPipfile(text: string): Locked[] {
  const packages: Locked[] = [];
  let list = '';
  let name: TextSpan | undefined;
  let markers: string[] = [];
  for (const { said, start } of linesOf(text)) {
    if (packages.length >= mostPackages) break;
    const [, indentation, key, value] = /^( *)"([^"]+)": (.*)$/.exec(said) ?? [];
    if (key === undefined) continue;
    const from = start + indentation!.length + 1;
    if (indentation!.length === 4) list = key;
    else if (indentation!.length === 8) {
      name = { start: from, end: from + key.length };
      markers = [];
    } else if (key === 'markers') markers.push(unescaped(value!));
    const version = key === 'version' ? /^"==([^"]+)"/.exec(value!)?.[1] : undefined;
    if (version === undefined || name === undefined || (list !== 'default' && list !== 'develop')) continue;
    packages.push({ name, version, isOwn: false, asks: new Map(), markers });
  }
  return packages;
}

function* linesOf(text: string): Iterable<{ readonly said: string; readonly start: number }> {
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    // Longer lines are lists of hashes.
    if (end - start < 1000) yield { said: text.slice(start, end).replace(/\r$/, ''), start };
    start = end + 1;
  }
}
