import { parse, TomlError } from 'smol-toml';
import type { Problem, RequirementFact } from '../../model';
import { keyedRequirement, pipRequirement } from './requirement';
import { type TomlKey, type TomlString, tomlStrings } from './toml-strings';

interface Place {
  readonly optional: boolean;
  /** How many keys lead to it. */
  readonly length: number;
  readonly group?: string | undefined;
}

/** Where lists in pip's notation stand; `*` is any key, and the first of them names the group. */
const lists: readonly (readonly [path: string, optional: boolean])[] = [
  ['project.dependencies', false],
  ['project.optional-dependencies.*', true],
  ['dependency-groups.*', true],
  ['build-system.requires', false],
  ['tool.uv.dev-dependencies', true],
  ['tool.uv.constraint-dependencies', true],
  ['tool.uv.override-dependencies', true],
  ['tool.pdm.dev-dependencies.*', true],
  ['tool.hatch.envs.*.dependencies', true],
];

/** Where keys are packages, and values their versions. */
const tables: readonly (readonly [path: string, optional: boolean])[] = [
  ['tool.poetry.dependencies', false],
  ['tool.poetry.dev-dependencies', true],
  ['tool.poetry.group.*.dependencies', true],
  ['tool.pixi.dependencies', false],
  ['tool.pixi.pypi-dependencies', false],
  ['tool.pixi.feature.*.dependencies', true],
  ['tool.pixi.feature.*.pypi-dependencies', true],
  ['packages', false],
  ['dev-packages', true],
];

/** The packages that a pyproject.toml or a Pipfile asks for. */
export function readTomlProject(text: string): { requirements: RequirementFact[]; problems: Problem[] } {
  const requirements = tomlStrings(text).flatMap((string) => listed(string, text) ?? keyed(string, text) ?? []);
  return { requirements, problems: problemsOf(text) };
}

function listed(string: TomlString, text: string): RequirementFact | undefined {
  const place = lists.map((list) => placeIn(list, string.keys)).find((found) => found?.length === string.keys.length);
  return place && pipRequirement(text, { ...place, ...string });
}

/** `torch = "^2.1"`, `torch = { version = "^2.1", source = "..." }`. */
function keyed({ keys, text: version, whole }: TomlString, text: string): RequirementFact | undefined {
  const place = tables.map((table) => placeIn(table, keys)).find((found) => found !== undefined);
  const name = place && keys[place.length];
  if (!name || name.name === 'python') return undefined;
  const inside = keys.slice(place.length + 1);
  if (inside.length > 0 && (inside.length > 1 || inside[0]!.name !== 'version')) return undefined;
  const lineEnd = text.indexOf('\n', whole.end);
  const rest = text.slice(whole.end, lineEnd < 0 ? text.length : lineEnd);
  const end = whole.end + rest.replace(/#.*/, '').trimEnd().length;
  const quote = /["']/.test(text[name.span.start - 1] ?? '') ? 1 : 0;
  const entry = { ...place, text: version, whole: { start: name.span.start - quote, end } };
  return keyedRequirement(text, name.span, version, entry);
}

/** Where the keys begin as a pattern says; `length` keys do. */
function placeIn([pattern, optional]: readonly [string, boolean], keys: readonly TomlKey[]): Place | undefined {
  const wanted = pattern.split('.');
  if (!wanted.every((key, index) => keys[index] !== undefined && (key === '*' || key === keys[index].name)))
    return undefined;
  const group = wanted.indexOf('*');
  return { optional, length: wanted.length, ...(group < 0 ? {} : { group: keys[group]!.name }) };
}

function problemsOf(text: string): Problem[] {
  try {
    parse(text);
    return [];
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const start = offsetOf(text, error.line, error.column);
    const said = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
    return [
      {
        code: 'requirements/toml',
        severity: 'error',
        message: { en: `This is not valid TOML: ${said}`, zh: `不是合法的 TOML：${said}` },
        span: { start, end: Math.min(text.length, start + 1) },
      },
    ];
  }
}

/** The offset of a line and column that count from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let number = 1; number < line; number += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return Math.min(text.length, start + Math.max(0, column - 1));
}
