import { posix } from 'node:path';
import picomatch from 'picomatch';
import { IgnoreFiles } from '../../core/lint/files/ignore-files';
import { UsageError } from '../usage-error';
import type { Entry, FileSystem } from './file-system';
import { absolute, shown } from './paths';

const globCharacters = /[*?[\]{}!()]/;

export interface FoundFiles {
  /** Absolute, sorted, each once. */
  readonly paths: readonly string[];
  /** How many files a walk met and left out, because of a .gitignore or `--ignore-pattern`. */
  readonly ignored: number;
}

export interface FindOptions {
  readonly fs: FileSystem;
  readonly cwd: string;
  /** Globs of what to leave out, relative to `cwd`. */
  readonly ignorePatterns: readonly string[];
  /** False: .gitignore files do not count. */
  readonly useIgnoreFiles: boolean;
  /** What a folder is searched for. A file that is named on the command line may be called anything. */
  wanted(path: string): boolean;
}

/**
 * The files that `operands` name: files as they are, folders searched, globs expanded.
 *
 * @throws UsageError where an operand leads nowhere
 */
export function findFiles(operands: readonly string[], options: FindOptions): FoundFiles {
  const search = new Search(options);
  for (const operand of operands) search.add(operand);
  return search.result();
}

class Search {
  readonly #found = new Set<string>();
  readonly #visited = new Set<string>();
  readonly #ignoreFiles: IgnoreFiles | undefined;
  readonly #excludes: (path: string) => boolean;
  #ignored = 0;

  constructor(private readonly options: FindOptions) {
    this.#ignoreFiles = options.useIgnoreFiles ? new IgnoreFiles(options.fs) : undefined;
    this.#excludes = matcher(options.ignorePatterns);
  }

  add(operand: string): void {
    const { fs, cwd } = this.options;
    const path = absolute(cwd, operand);
    const kind = fs.kind(path);
    if (kind === 'directory') this.#walk(path, this.options.wanted);
    else if (kind !== undefined) this.#take(path);
    else if (globCharacters.test(operand)) this.#expand(operand);
    else throw new UsageError({ en: `${operand}: no such file or folder`, zh: `${operand}：文件或文件夹不存在` });
  }

  result(): FoundFiles {
    return { paths: [...this.#found].sort(), ignored: this.#ignored };
  }

  #expand(pattern: string): void {
    const { base } = picomatch.scan(pattern);
    const root = absolute(this.options.cwd, base === '' ? '.' : base);
    // Matched as it is written: what is special in the name of the current folder is not special here.
    const { cwd } = this.options;
    const isMatch = picomatch(posix.normalize(pattern), { dot: true });
    const matches = (path: string) => isMatch(posix.isAbsolute(pattern) ? path : posix.relative(cwd, path));
    const before = this.#found.size + this.#ignored;
    this.#visited.clear();
    this.#walk(root, matches);
    if (this.#found.size + this.#ignored === before) {
      throw new UsageError({ en: `${pattern}: no file matches`, zh: `${pattern}：没有匹配的文件` });
    }
  }

  /**
   * Folders that are reached by a symlink come last, so that a file is known by its real path where that lies in the
   * tree; no folder is entered twice, so that links in a circle end.
   */
  #walk(root: string, wanted: (path: string) => boolean): void {
    const { fs } = this.options;
    const folders = [root];
    const linked: string[] = [];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop() ?? linked.shift()) {
      const real = fs.realPath(folder);
      if (real === undefined || this.#visited.has(real)) continue;
      this.#visited.add(real);
      for (const { name, kind } of [...fs.entries(folder)].sort(byName)) {
        const path = posix.join(folder, name);
        const target = kind === 'symlink' ? fs.kind(path) : kind;
        if (target === 'directory') {
          if (!this.#leavesOut(path, true)) (kind === 'symlink' ? linked : folders).push(path);
        } else if (target === 'file' && wanted(path)) {
          if (this.#leavesOut(path, false)) this.#ignored += 1;
          else this.#found.add(path);
        }
      }
    }
  }

  #take(path: string): void {
    if (this.#isExcluded(path)) this.#ignored += 1;
    else this.#found.add(path);
  }

  #leavesOut(path: string, isFolder: boolean): boolean {
    return this.#isExcluded(path) || (this.#ignoreFiles?.ignores(path, isFolder) ?? false);
  }

  #isExcluded(path: string): boolean {
    return this.#excludes(shown(this.options.cwd, path));
  }
}

function byName(a: Entry, b: Entry): number {
  return a.name < b.name ? -1 : 1;
}

/** Globs as in a .gitignore: one without `/` matches at any depth, one of a folder everything in it. */
function matcher(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const globs = patterns.flatMap((pattern) => {
    const bare = pattern.replace(/^\.\//, '').replace(/\/$/, '');
    const anchored = bare.includes('/') ? bare : `**/${bare}`;
    return [anchored, `${anchored}/**`];
  });
  return picomatch(globs, { dot: true });
}
