import { posix } from 'node:path';
import { scriptText } from '../../core/lint/script';
import { createScriptProject, isProjectFile, type PythonParser, type ScriptProject } from '../../core/pytorch';
import { FileError } from '../files/file-system';
import { findFiles } from '../files/find-files';
import type { Session } from '../session';

/** What a project's folder holds; a part of a repository may have one of its own. */
const markers = ['pyproject.toml', 'setup.py', 'setup.cfg'];

/** Of the text of files that are held as syntax: what a package's files import of each other is about as much. */
const charactersKept = 1_500_000;

/** Scripts come in the order of their paths: a project that others have come after is not asked again soon. */
const mostProjects = 4;

/** The projects that scripts belong to, whose other files they import. Files are read when something of theirs is asked for. */
export class ScriptProjects {
  /** By root, in the order of their last use. */
  readonly #projects = new Map<string, ScriptProject>();
  readonly #roots = new Map<string, string>();
  /** The script that is linted, which need not be read again. */
  #current: { readonly path: string; readonly text: string } | undefined;

  constructor(
    private readonly session: Session,
    private readonly parser: PythonParser,
  ) {}

  /** @param text what the file says */
  of(path: string, text: string): ScriptProject {
    this.#current = { path, text };
    const root = this.#rootOf(path);
    const project = this.#projects.get(root) ?? this.#open(root);
    this.#projects.delete(root);
    this.#projects.set(root, project);
    if (this.#projects.size > mostProjects) this.#close(this.#projects.keys().next().value!);
    return project;
  }

  #close(root: string): void {
    this.#projects.get(root)!.dispose();
    this.#projects.delete(root);
  }

  /** The repository; without one, the outermost folder with a project's mark, the current folder, or the file's own. */
  #rootOf(path: string): string {
    const { fs, cwd } = this.session.host;
    const folder = posix.dirname(path);
    const known = this.#roots.get(folder);
    if (known !== undefined) return known;
    let root = folder === cwd || folder.startsWith(`${cwd}/`) ? cwd : folder;
    for (let at = folder; at !== posix.dirname(at); at = posix.dirname(at)) {
      const has = (name: string) => fs.kind(posix.join(at, name)) !== undefined;
      if (has('.git')) {
        root = at;
        break;
      }
      if (markers.some(has)) root = at;
    }
    this.#roots.set(folder, root);
    return root;
  }

  #open(root: string): ScriptProject {
    const { fs, cwd } = this.session.host;
    const project = createScriptProject(this.parser, { charactersKept });
    if (fs.kind(root) !== 'directory') return project;
    const { paths } = findFiles([root], {
      fs,
      cwd,
      ignorePatterns: [],
      useIgnoreFiles: true,
      wanted: isProjectFile,
    });
    for (const path of paths) project.update(path, () => this.#read(path));
    return project;
  }

  #read(path: string): string {
    if (path === this.#current?.path) return this.#current.text;
    try {
      const file = this.session.host.fs.open(path);
      try {
        return scriptText(file.read(0, file.size), 'python').text;
      } finally {
        file.close();
      }
    } catch (error) {
      if (error instanceof FileError) return '';
      throw error;
    }
  }
}
