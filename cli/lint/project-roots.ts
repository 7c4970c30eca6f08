import { posix } from 'node:path';
import picomatch from 'picomatch';
import { absolute, ancestors } from '../files/paths';
import type { Host } from '../host';

/** What a project's folder holds; a part of a repository may have one of its own. */
const marks = ['pyproject.toml', 'setup.py', 'setup.cfg', 'portolan.config.json'];

/** Where the project of a script begins. */
export interface ProjectRoot {
  readonly folder: string;
  /**
   * `project`: the folder says itself that it is one, and all in it belongs to it. `folder`: nothing says where the project
   * begins; this is what is to be linted, or the package that it is in. `file`: as with `folder`, but files were named alone.
   */
  readonly kind: 'project' | 'folder' | 'file';
}

/**
 * Where projects begin: a script's repository; without one, the nearest folder with a project's mark at or above what is to
 * be linted, or the outermost one in it. Where there is no mark either, a project is no more than what is to be linted, and
 * the package that it is in: what is above may be a home folder, with everything that lies there.
 */
export class ProjectRoots {
  readonly #known = new Map<string, ProjectRoot>();

  /** @param linted the folders that are to be linted, absolute */
  constructor(
    private readonly host: Host,
    private readonly linted: readonly string[],
  ) {}

  /** @param path of a script, absolute */
  of(path: string): ProjectRoot {
    const folder = posix.dirname(path);
    let root = this.#known.get(folder);
    if (root === undefined) this.#known.set(folder, (root = this.#find(path)));
    return root;
  }

  #find(path: string): ProjectRoot {
    const folders = ancestors(path);
    const asked = folders.findLast((folder) => this.linted.includes(folder));
    const own = asked ?? folders[0]!;
    const inside = folders.slice(0, folders.indexOf(own));
    const repository = folders.find((folder) => this.#has(folder, '.git'));
    const isMarked = (folder: string) => marks.some((mark) => this.#has(folder, mark));
    const marked = repository ?? folders.slice(inside.length).find(isMarked) ?? inside.findLast(isMarked);
    if (marked !== undefined) return { folder: marked, kind: 'project' };
    const top = folders.slice(inside.length).find((folder) => !this.#has(posix.dirname(folder), '__init__.py')) ?? own;
    const isPackage = this.#has(top, '__init__.py');
    return { folder: isPackage ? top : own, kind: asked !== undefined || isPackage ? 'folder' : 'file' };
  }

  #has(folder: string, name: string): boolean {
    return this.host.fs.kind(posix.join(folder, name)) !== undefined;
  }
}

/** Of what the command line names, the folders, and those that its globs search to any depth. */
export function foldersOf(operands: readonly string[], { fs, cwd }: Host): string[] {
  const folders = operands
    .filter((operand) => operand !== '-')
    .map((operand) => {
      const path = absolute(cwd, operand);
      const isSearch = fs.kind(path) === undefined && operand.includes('**');
      return isSearch ? absolute(cwd, picomatch.scan(operand).base || '.') : path;
    });
  return [...new Set(folders)].filter((path) => fs.kind(path) === 'directory');
}
