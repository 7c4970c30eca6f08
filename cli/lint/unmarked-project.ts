import { posix } from 'node:path';
import { filesImportedBy, filesOfNames, importedModules, isProjectFile } from '../../core/pytorch';
import { findFiles } from '../files/find-files';
import type { Host } from '../host';
import type { ProjectRoot } from './project-roots';

/**
 * The files of a project that nothing marks: those of its folder; the programs and the lists of packages that stand in the
 * folders above, up to the current one; and what all of these import. What else lies in the current folder is not read.
 */
export class UnmarkedProject {
  readonly #names = new Map<string, ReadonlySet<string>>();
  readonly #highest: string;
  /** Nothing is looked for outside the folder: what its files import is in it, and need not be searched. */
  readonly #isClosed: boolean;

  constructor(
    private readonly root: ProjectRoot,
    private readonly host: Host,
    private readonly read: (path: string) => string,
  ) {
    const { folder } = root;
    const { cwd, fs } = host;
    const isPackage = fs.kind(posix.join(folder, '__init__.py')) !== undefined;
    this.#highest = isBelow(folder, cwd) ? cwd : isPackage ? posix.dirname(folder) : folder;
    this.#isClosed = root.kind === 'folder' && this.#highest === folder;
  }

  files(): readonly string[] {
    const { root, host } = this;
    const own =
      root.kind === 'file'
        ? this.#directlyIn(root.folder)
        : findFiles([root.folder], { ...host, ignorePatterns: [], useIgnoreFiles: true, wanted: isProjectFile }).paths;
    if (this.#isClosed) return own;
    const found = [...own, ...this.#foldersAbove().flatMap((folder) => this.#directlyIn(folder))];
    return [...found, ...filesImportedBy(found.filter(isPython), this.#byName)];
  }

  /** What a script imports that is no part of the project itself: a notebook. */
  importedBy(path: string, text: string): readonly string[] {
    if (this.#isClosed) return [];
    const found = filesOfNames(path, importedModules(text), this.#byName);
    return [...found, ...filesImportedBy(found, this.#byName)];
  }

  get #byName() {
    return {
      has: (path: string) => this.#namesIn(posix.dirname(path)).has(posix.basename(path)),
      textOf: this.read,
      highest: this.#highest.endsWith('/') ? this.#highest : `${this.#highest}/`,
    };
  }

  #foldersAbove(): string[] {
    const folders: string[] = [];
    for (let at = this.root.folder; at !== this.#highest; ) folders.push((at = posix.dirname(at)));
    return folders;
  }

  #directlyIn(folder: string): string[] {
    const paths = [...this.#namesIn(folder)].map((name) => posix.join(folder, name));
    return paths.filter((path) => isProjectFile(path) && this.host.fs.kind(path) === 'file').sort();
  }

  /** Folders are asked once for all names that are looked for in them; of most nobody has heard, and the one above says so. */
  #namesIn(folder: string): ReadonlySet<string> {
    let names = this.#names.get(folder);
    if (names === undefined) {
      const above = posix.dirname(folder);
      const isThere = !isBelow(above, this.#highest) || this.#namesIn(above).has(posix.basename(folder));
      names = isThere ? new Set(this.host.fs.entries(folder).map(({ name }) => name)) : none;
      this.#names.set(folder, names);
    }
    return names;
  }
}

const none: ReadonlySet<string> = new Set();

const isPython = (path: string) => path.endsWith('.py');

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
