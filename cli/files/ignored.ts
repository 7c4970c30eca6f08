import { posix } from 'node:path';
import createIgnore, { type Ignore } from 'ignore';
import type { FileSystem } from './file-system';
import { ancestors } from './paths';

/** Folders that hold nothing of the user's own; `--no-ignore` enters them all the same. */
const neverEntered = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '__pycache__',
  '__pypackages__',
  'site-packages',
  '.ipynb_checkpoints',
  '.eggs',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
]);
/** What setuptools writes beside the project's own file. */
const pythonBuilds = new Set(['build', 'dist']);
const pythonProjects = ['pyproject.toml', 'setup.py'];

/** Decides what a walk through folders leaves out: as Git would, by the .gitignore files from the repository's root down. */
export class IgnoreFiles {
  readonly #byFolder = new Map<string, Ignore | undefined>();
  readonly #roots = new Map<string, string>();

  constructor(private readonly fs: FileSystem) {}

  ignores(path: string, isFolder: boolean): boolean {
    if (isFolder && this.#holdsNothingOwn(path)) return true;
    // The nearest .gitignore that says anything has the last word.
    for (const folder of this.#foldersAbove(path)) {
      const rules = this.#rulesOf(folder);
      if (rules === undefined) continue;
      const { ignored, unignored } = rules.test(posix.relative(folder, path) + (isFolder ? '/' : ''));
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }

  #holdsNothingOwn(folder: string): boolean {
    const name = posix.basename(folder);
    const has = (...path: string[]) => this.fs.kind(posix.join(...path)) === 'file';
    if (neverEntered.has(name) || name.endsWith('.egg-info') || has(folder, 'pyvenv.cfg')) return true;
    return pythonBuilds.has(name) && pythonProjects.some((file) => has(posix.dirname(folder), file));
  }

  /** From the path's own folder up to the root of its repository (its own folder alone where there is none). */
  #foldersAbove(path: string): string[] {
    const folder = posix.dirname(path);
    const above = ancestors(path);
    let root = this.#roots.get(folder);
    if (root === undefined) {
      root = above.find((one) => this.fs.kind(posix.join(one, '.git')) !== undefined) ?? '';
      this.#roots.set(folder, root);
    }
    return root === '' ? above : above.slice(0, above.indexOf(root) + 1);
  }

  #rulesOf(folder: string): Ignore | undefined {
    if (!this.#byFolder.has(folder)) {
      const text = this.fs.readText(posix.join(folder, '.gitignore'));
      this.#byFolder.set(folder, text === undefined ? undefined : createIgnore().add(text));
    }
    return this.#byFolder.get(folder);
  }
}
