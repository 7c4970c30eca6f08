/** Versions as far as releases of PyTorch need them (PEP 440): numbers; a local part (`+cu118`) beside them. */
export interface Version {
  readonly numbers: readonly number[];
  readonly local: string | undefined;
}

export function parseVersion(text: string): Version | undefined {
  const match = /^v?(?<numbers>\d+(?:\.\d+)*)(?:[.-]?(?:a|b|rc|post|dev)\d*)*(?:\+(?<local>[\w.]+))?$/i.exec(
    text.trim(),
  );
  if (!match) return undefined;
  return { numbers: match.groups!['numbers']!.split('.').map(Number), local: match.groups!['local'] };
}

/** Negative where `a` is the earlier one; missing numbers are zeros. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** One condition of a specifier: `>=2.1`. */
export interface VersionClause {
  readonly operator: string;
  readonly numbers: readonly number[];
  readonly wildcard: boolean;
  readonly local: string | undefined;
}

// `^2.1` and a bare version are Poetry's, `=1.2` is conda's.
const clause = /^(?<operator>===|==|!=|>=|<=|~=|=|>|<|\^|~|)\s*(?<version>[^\s*]+?)(?<wildcard>\.?\*)?$/;

/** The clauses of `>=2.1,<3`; undefined where one of them is none that is known. */
export function parseSpecifier(text: string): readonly VersionClause[] | undefined {
  const inner = text.trim().replaceAll(/^\(|\)$/g, '');
  if (inner === '' || inner === '*') return [];
  const clauses: VersionClause[] = [];
  for (const part of inner.split(',')) {
    const groups = clause.exec(part.trim())?.groups;
    // A build of conda stands behind a second `=`.
    const version = groups && parseVersion(groups['version']!.replace(/=.*$/, ''));
    if (!groups || !version) return undefined;
    clauses.push({
      operator: groups['operator']!,
      numbers: version.numbers,
      wildcard: groups['wildcard'] !== undefined,
      local: version.local,
    });
  }
  return clauses;
}

export function admits(clauses: readonly VersionClause[], release: readonly number[]): boolean {
  return clauses.every((one) => admitsOne(one, release));
}

function admitsOne({ operator, numbers, wildcard }: VersionClause, release: readonly number[]): boolean {
  const order = compareVersions(release, numbers);
  const hasPrefix = numbers.every((number, index) => (release[index] ?? 0) === number);
  switch (operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '!=':
      return wildcard ? !hasPrefix : order !== 0;
    case '=':
      return hasPrefix;
    case '~=':
      return order >= 0 && startsWith(release, numbers.slice(0, -1));
    case '~':
      return order >= 0 && startsWith(release, numbers.slice(0, Math.max(1, Math.min(2, numbers.length))));
    case '^':
      return order >= 0 && startsWith(release, numbers.slice(0, 1 + numbers.findIndex((number) => number > 0)));
    default:
      return wildcard ? hasPrefix : order === 0;
  }
}

function startsWith(release: readonly number[], prefix: readonly number[]): boolean {
  return prefix.every((number, index) => (release[index] ?? 0) === number);
}
