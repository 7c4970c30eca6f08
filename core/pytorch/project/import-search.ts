import { importedModules } from './import-scan';
import { initFile, moduleFile, parentOf, reserved, sourceFolders } from './module-paths';

/** Files that are looked for one by one, where nobody knows of all of them. */
export interface FilesByName {
  has(path: string): boolean;
  textOf(path: string): string;
  /** Modules that are named from the top are looked for beside their importer and in the folders above, up to this one; ends in `/`. */
  readonly highest: string;
}

/** The files that run when those at `paths` do, beyond them: what they import, and what that imports, where there are such files. */
export function filesImportedBy(paths: Iterable<string>, files: FilesByName): readonly string[] {
  const first = new Set(paths);
  const known = new Set(first);
  // A name means the same for all files of a folder, which import much the same.
  const asked = new Map<string, Set<string>>();
  for (const path of known) {
    const folder = parentOf(path);
    const before = asked.get(folder) ?? new Set();
    asked.set(folder, before);
    const names = importedModules(files.textOf(path)).filter((name) => !before.has(name));
    for (const name of names) before.add(name);
    for (const found of filesOfNames(path, names, files)) known.add(found);
  }
  return [...known].filter((path) => !first.has(path));
}

/** The files that the modules of these names are in for an importer at `path`, with those of the packages that they are in. */
export function filesOfNames(path: string, names: Iterable<string>, files: FilesByName): readonly string[] {
  const folder = parentOf(path);
  return [...names].flatMap((name) => {
    const found = fileOf(folder, name, files);
    return found === undefined ? [] : [found, ...packagesAbove(found, files)];
  });
}

function fileOf(folder: string, name: string, files: FilesByName): string | undefined {
  const dots = /^\.*/.exec(name)![0].length;
  const parts = name
    .slice(dots)
    .split('.')
    .filter((part) => part !== '' && part !== '*');
  for (const base of dots > 0 ? [above(folder, dots - 1)] : basesFor(folder, parts[0], files)) {
    for (let count = parts.length; count >= (dots > 0 ? 0 : 1); count--) {
      const found = moduleFile(files, base, parts.slice(0, count));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function above(folder: string, times: number): string {
  let at = folder;
  for (let up = 0; up < times; up++) at = parentOf(at);
  return at;
}

/** The folders in which Python, started in one of them, would find a module's first part. */
function basesFor(folder: string, first: string | undefined, files: FilesByName): string[] {
  const bases: string[] = [];
  if (first === undefined || reserved.has(first)) return bases;
  for (let base = folder; base.startsWith(files.highest); base = parentOf(base)) {
    // Inside a package, what stands beside a file is not found by its bare name.
    if (!files.has(base + initFile)) bases.push(...sourceFolders.map((source) => base + source));
    if (base === files.highest) break;
  }
  return bases;
}

function packagesAbove(path: string, files: FilesByName): string[] {
  const found: string[] = [];
  for (let folder = parentOf(path); folder !== '/' && files.has(folder + initFile); folder = parentOf(folder)) {
    found.push(folder + initFile);
  }
  return found;
}
