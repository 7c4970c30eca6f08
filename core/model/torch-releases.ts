import { compareVersions, parseVersion, type VersionClause } from './version-specifier';

/** Releases between two bounds; an absent one bounds nothing. */
export interface ReleaseRange {
  readonly first?: readonly number[] | undefined;
  /** The first release that is not meant any more. */
  readonly before?: readonly number[] | undefined;
}

/** Where a release of PyTorch is asked for: `torch==2.4.0` in line 3 of `requirements.txt`. */
export interface TorchPin {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  readonly requirement: string;
}

/** The PyTorch releases that a project's scripts run on, and what says so; without pins, the settings. */
export interface TorchReleases extends ReleaseRange {
  readonly pins: readonly TorchPin[];
  /**
   * Where a list is made for the accelerator: the releases of all lists together. What is to run on the old device too has to
   * be in each of them.
   */
  readonly everywhere?: ReleaseRange | undefined;
}

/** The release that settings name: `2.8` is any 2.8.x. */
export function releasesOfSetting(torch: string): TorchReleases | undefined {
  const version = parseVersion(torch);
  if (version === undefined) return undefined;
  const [major = 0, minor = 0] = version.numbers;
  return { first: version.numbers, before: [major, minor + 1], pins: [] };
}

/** The releases that all clauses of a specifier admit, as far as they are bounds. */
export function rangeOf(clauses: readonly VersionClause[]): ReleaseRange {
  const ranges = clauses.map(rangeOfClause);
  const first = ranges
    .flatMap((range) => (range.first ? [range.first] : []))
    .sort(compareVersions)
    .at(-1);
  const before = ranges.flatMap((range) => (range.before ? [range.before] : [])).sort(compareVersions)[0];
  return { first, before };
}

/** Any of several: a bound holds where each has one. */
export function anyRange(ranges: readonly ReleaseRange[]): ReleaseRange {
  const firsts = ranges.map(({ first }) => first);
  const befores = ranges.map(({ before }) => before);
  const areGiven = (bounds: readonly (readonly number[] | undefined)[]): bounds is readonly (readonly number[])[] =>
    bounds.every((bound) => bound !== undefined);
  return {
    first: areGiven(firsts) ? [...firsts].sort(compareVersions)[0] : undefined,
    before: areGiven(befores) ? [...befores].sort(compareVersions).at(-1) : undefined,
  };
}

/** Whether the releases are `since` or later: all, none, or unknown. */
export function areAtLeast(releases: ReleaseRange | undefined, since: string): boolean | undefined {
  if (releases === undefined) return undefined;
  const { numbers } = parseVersion(since)!;
  if (releases.first !== undefined && compareVersions(releases.first, numbers) >= 0) return true;
  if (releases.before !== undefined && compareVersions(releases.before, numbers) <= 0) return false;
  return undefined;
}

/** `2.8` where all of the releases are of that minor version. */
export function oneMinor({ first, before }: ReleaseRange): string | undefined {
  if (first === undefined || before === undefined) return undefined;
  const [major = 0, minor = 0] = first;
  return compareVersions(before, [major, minor + 1]) <= 0 ? `${major}.${minor}` : undefined;
}

function rangeOfClause({ operator, numbers, wildcard }: VersionClause): ReleaseRange {
  const of = (length: number): ReleaseRange => ({ first: numbers, before: next(numbers.slice(0, length)) });
  switch (operator) {
    case '>=':
    case '>':
      return { first: numbers };
    case '<':
      return { before: numbers };
    case '<=':
      return { before: [...numbers, 0, 1] };
    case '!=':
      return {};
    case '~=':
      return of(numbers.length - 1);
    case '~':
      return of(Math.max(1, Math.min(2, numbers.length)));
    case '^':
      return of(1);
    case '=':
      return of(numbers.length);
    default:
      return wildcard ? of(numbers.length) : { first: numbers, before: [...numbers, 0, 1] };
  }
}

/** What follows all releases that begin with these numbers. */
function next(prefix: readonly number[]): readonly number[] {
  return [...prefix.slice(0, -1), (prefix.at(-1) ?? 0) + 1];
}
