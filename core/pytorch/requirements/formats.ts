export type RequirementFormat = 'toml' | 'setup-cfg' | 'conda' | 'pip' | 'lock';

/** What a file is by its name; setup.py is Python, and its requirements are among the facts of the script. */
const formats: readonly (readonly [name: RegExp, format: RequirementFormat])[] = [
  [/^(pyproject\.toml|Pipfile)$/, 'toml'],
  [/^setup\.cfg$/, 'setup-cfg'],
  [/^(uv|poetry|Pipfile)\.lock$/, 'lock'],
  [/^(conda[-_.])?env(ironment)?([-_.][\w.-]*)?\.ya?ml$|^conda\.ya?ml$/i, 'conda'],
  [/requirements?[\w.-]*\.(txt|in)$|^constraints?[\w.-]*\.(txt|in)$/i, 'pip'],
];

/** Whether the file at `path` lists packages: requirements*.txt, requirements/*.txt, pyproject.toml, environment.yml, ... */
export function isRequirementFile(path: string): boolean {
  return requirementFormat(path) !== undefined;
}

/** Whether a tool writes the file from another list, that of its project: pyproject.toml, a Pipfile. */
export function isLockFile(path: string): boolean {
  return requirementFormat(path) === 'lock';
}

export function requirementFormat(path: string): RequirementFormat | undefined {
  const parts = path.split(/[\\/]/);
  const name = parts.at(-1)!;
  const known = formats.find(([pattern]) => pattern.test(name))?.[1];
  return known ?? (/^(requirements|reqs)$/i.test(parts.at(-2) ?? '') && /\.(txt|in)$/.test(name) ? 'pip' : undefined);
}
