export const initFile = '__init__.py';

/** Names that are PyTorch's whatever the workspace calls its folders. */
export const reserved = new Set(['torch']);

/** Where folders of a source layout stand below a project's root. */
export const sourceFolders = ['', 'src/', 'lib/', 'python/'];

export interface FoundModule {
  readonly path: string;
  /** How many parts of the name are the module's own. */
  readonly parts: number;
}

/** The folders that scripts put on `sys.path`; they end in `/`. */
export interface AddedFolders {
  by(path: string): readonly string[];
  byAny(): ReadonlySet<string>;
}

/** Which file of a workspace an import means. Paths have `/` between their parts. */
export class ModulePaths {
  private readonly files = new Set<string>();
  private readonly folders = new Map<string, number>();
  private readonly packages = new Map<string, Set<string>>();
  /** What folders and scripts are called, or were: nothing else can be imported from the workspace. */
  private readonly names = new Set<string>();
  /** Folders by what they are called; undefined where that is to be found out. */
  private foldersByName: ReadonlyMap<string, readonly string[]> | undefined;
  /** By the folder of the importer and the name. */
  private readonly known = new Map<string, Map<string, FoundModule | undefined>>();

  add(path: string): void {
    if (this.files.has(path)) return;
    this.files.add(path);
    this.foldersByName = undefined;
    for (const folder of ancestors(path)) this.folders.set(folder, (this.folders.get(folder) ?? 0) + 1);
    for (const name of path.split('/')) this.names.add(name.endsWith('.py') ? name.slice(0, -'.py'.length) : name);
    if (path.endsWith(`/${initFile}`)) {
      const { name, parent } = splitPackage(path);
      this.packages.set(name, (this.packages.get(name) ?? new Set()).add(parent));
    }
    this.known.clear();
  }

  remove(path: string): void {
    if (!this.files.delete(path)) return;
    this.foldersByName = undefined;
    for (const folder of ancestors(path)) {
      const count = this.folders.get(folder)! - 1;
      if (count > 0) this.folders.set(folder, count);
      else this.folders.delete(folder);
    }
    if (path.endsWith(`/${initFile}`)) {
      const { name, parent } = splitPackage(path);
      this.packages.get(name)?.delete(parent);
    }
    this.known.clear();
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  /** Folders of this name that hold scripts, and outside of which there are others. */
  foldersNamed(name: string): readonly string[] {
    if (this.foldersByName === undefined) {
      const byName = new Map<string, string[]>();
      for (const [folder, count] of this.folders) {
        const called = folder.slice(parentOf(folder).length, -1);
        if (count < this.files.size) listOf(byName, called).push(folder);
      }
      this.foldersByName = byName;
    }
    return this.foldersByName.get(name) ?? [];
  }

  /** Whether the workspace has a package of this name that is part of no other. */
  isPackage(name: string): boolean {
    return [...(this.packages.get(name) ?? [])].some((parent) => !this.files.has(parent + initFile));
  }

  /**
   * Whether a package or script of this name lies in one of the folders that the importer puts on the path; or in one that it stands
   * in below, and another script puts there: that is how the tests and tools of a package find it.
   */
  isAdded(importer: string, name: string, added: AddedFolders): boolean {
    if (reserved.has(name) || !this.names.has(name)) return false;
    if (added.by(importer).some((folder) => this.below(folder, [name]) !== undefined)) return true;
    const parents = [...(this.packages.get(name) ?? [])].filter((parent) => importer.startsWith(parent));
    return parents.length > 0 && parents.some((parent) => added.byAny().has(parent));
  }

  /**
   * The file of the module that `name` begins with, and how many of its parts, the leading dots not counted, are the
   * module's own: `pkg.mod.Class` is `pkg/mod.py` and 2.
   */
  find(importer: string, name: string): FoundModule | undefined {
    const folder = importer.slice(0, importer.lastIndexOf('/') + 1);
    let known = this.known.get(folder);
    if (known === undefined) this.known.set(folder, (known = new Map()));
    let found = known.get(name);
    if (found === undefined && !known.has(name)) known.set(name, (found = this.search(folder, name)));
    return found;
  }

  private search(folder: string, name: string): FoundModule | undefined {
    const dots = /^\.*/.exec(name)![0].length;
    const parts = name
      .slice(dots)
      .split('.')
      .filter((part) => part !== '');
    for (let count = parts.length; count >= (dots > 0 ? 0 : 1); count--) {
      const first = parts.slice(0, count);
      const path = dots > 0 ? this.relative(folder, dots, first) : this.absolute(folder, first);
      if (path !== undefined) return { path, parts: count };
    }
    return undefined;
  }

  private relative(folder: string, dots: number, parts: readonly string[]): string | undefined {
    let base = folder;
    for (let up = 1; up < dots; up++) {
      if (base === '' || base === '/') return undefined;
      base = parentOf(base);
    }
    return this.below(base, parts);
  }

  private absolute(folder: string, parts: readonly string[]): string | undefined {
    const [first] = parts;
    if (first === undefined || reserved.has(first) || !this.names.has(first)) return undefined;
    for (let base = folder; ; base = parentOf(base)) {
      // Inside a package, what stands beside a file is not found by its bare name.
      if (!this.files.has(base + initFile)) {
        for (const source of sourceFolders) {
          const found = this.below(base + source, parts);
          if (found !== undefined) return found;
        }
      }
      if (base === '' || base === '/') break;
    }
    const roots = [...(this.packages.get(first) ?? [])].filter((root) => !this.files.has(root + initFile));
    return this.below(nearest(folder, roots), parts);
  }

  private below(base: string | undefined, parts: readonly string[]): string | undefined {
    return base === undefined ? undefined : moduleFile(this.files, base, parts);
  }

  /** The `__init__.py` files of the packages that a file is in; Python runs them before it. */
  packagesOf(path: string): readonly string[] {
    const found: string[] = [];
    for (let folder = path.slice(0, path.lastIndexOf('/') + 1); this.files.has(folder + initFile); ) {
      if (folder + initFile !== path) found.push(folder + initFile);
      if (folder === '' || folder === '/') break;
      folder = parentOf(folder);
    }
    return found;
  }

  /** The module `name` of the package whose `__init__.py` is `path`. */
  submodule(path: string, name: string): string | undefined {
    return path.endsWith(initFile) ? this.below(path.slice(0, -initFile.length), [name]) : undefined;
  }
}

/** The folder that a file or a folder stands in; both end in `/`. */
export function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
}

/** Where a module lies, or a package (without parts: that of the folder itself), by its name seen from the folder `base`. */
export function moduleFile(
  files: { has(path: string): boolean },
  base: string,
  parts: readonly string[],
): string | undefined {
  const path = base + parts.join('/');
  if (parts.length > 0 && files.has(`${path}.py`)) return `${path}.py`;
  const init = parts.length === 0 ? base + initFile : `${path}/${initFile}`;
  return files.has(init) ? init : undefined;
}

function ancestors(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.push(path.slice(0, at + 1));
  return folders;
}

/** The name of the package that an `__init__.py` makes, and the folder that it stands in. */
function splitPackage(path: string): { name: string; parent: string } {
  const folder = path.slice(0, -initFile.length);
  const parent = parentOf(folder);
  return { name: folder.slice(parent.length, -1), parent };
}

/** Of several packages of one name, the one that has most of its path in common with the importer. */
function nearest(folder: string, roots: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = -1;
  for (const root of roots) {
    let common = 0;
    while (common < root.length && root[common] === folder[common]) common++;
    if (common > most || (common === most && root.length < best!.length)) {
      best = root;
      most = common;
    }
  }
  return best;
}

function listOf(lists: Map<string, string[]>, key: string): string[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
