import createIgnore, { type Ignore } from 'ignore';

/** What is asked of the files; paths are absolute and use `/`. */
export interface IgnoreHost {
  /** Of what the path leads to, symlinks followed; undefined where there is nothing. */
  kind(path: string): 'file' | 'directory' | 'other' | undefined;
  /** Undefined where there is no such file. */
  readText(path: string): string | undefined;
}

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
const environment = 'pyvenv.cfg';
const decisive = new Set([...pythonProjects, environment, '.git', '.gitignore']);

/** Whether a walk may leave out other files when one of this name, or a folder, comes or goes. */
export function decidesWhatIsIgnored(path: string): boolean {
  return decisive.has(path.slice(path.lastIndexOf('/') + 1));
}

/** Decides what a walk through folders leaves out: as Git would, by the .gitignore files from the repository's root down. */
export class IgnoreFiles {
  readonly #byFolder = new Map<string, Ignore | undefined>();
  readonly #roots = new Map<string, string>();

  constructor(private readonly fs: IgnoreHost) {}

  ignores(path: string, isFolder: boolean): boolean {
    if (isFolder && this.holdsNothingOwn(path)) return true;
    // The nearest .gitignore that says anything has the last word.
    for (const folder of this.#foldersAbove(path)) {
      const rules = this.#rulesOf(folder);
      if (rules === undefined) continue;
      const { ignored, unignored } = rules.test(path.slice(below(folder).length) + (isFolder ? '/' : ''));
      if (ignored) return true;
      if (unignored) return false;
    }
    return false;
  }

  /** Whatever a .gitignore says. */
  holdsNothingOwn(folder: string): boolean {
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const has = (above: string, file: string) => this.fs.kind(below(above) + file) === 'file';
    if (neverEntered.has(name) || name.endsWith('.egg-info') || has(folder, environment)) return true;
    return pythonBuilds.has(name) && pythonProjects.some((file) => has(folderOf(folder), file));
  }

  /** From the path's own folder up to the root of its repository (its own folder alone where there is none). */
  #foldersAbove(path: string): string[] {
    const folder = folderOf(path);
    const above = foldersAbove(path);
    let root = this.#roots.get(folder);
    if (root === undefined) {
      root = above.find((one) => this.fs.kind(`${below(one)}.git`) !== undefined) ?? '';
      this.#roots.set(folder, root);
    }
    return root === '' ? above : above.slice(0, above.indexOf(root) + 1);
  }

  #rulesOf(folder: string): Ignore | undefined {
    if (!this.#byFolder.has(folder)) {
      const text = this.fs.readText(`${below(folder)}.gitignore`);
      this.#byFolder.set(folder, text === undefined ? undefined : createIgnore().add(text));
    }
    return this.#byFolder.get(folder);
  }
}

/** What the path of everything in a folder begins with. */
function below(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  // `/a` lies in `/`, and `C:/a` in `C:/`.
  return path.slice(0, end === path.indexOf('/') ? end + 1 : end);
}

/** The nearest first. */
function foldersAbove(path: string): string[] {
  const result: string[] = [];
  for (let folder = folderOf(path), from = path; folder !== from; from = folder, folder = folderOf(folder)) {
    result.push(folder);
  }
  return result;
}
