import { scriptText } from '../../core/lint/script';
import { createScriptProject, isProjectFile, type PythonParser, type ScriptProject } from '../../core/pytorch';
import { FileError } from '../files/file-system';
import { findFiles } from '../files/find-files';
import type { Session } from '../session';
import { foldersOf, type ProjectRoot, ProjectRoots } from './project-roots';
import { UnmarkedProject } from './unmarked-project';

/** Scripts come in the order of their paths: a project that others have come after is not asked again soon. */
const mostProjects = 4;

/** The projects that scripts belong to, whose other files they import. Files are read when something of theirs is asked for. */
export class ScriptProjects {
  /** By root, in the order of their last use. */
  readonly #projects = new Map<string, OpenProject>();
  readonly #roots: ProjectRoots;
  /** The script that is linted, which need not be read again. */
  #current: { readonly path: string; readonly text: string } | undefined;

  constructor(
    private readonly session: Session,
    private readonly parser: PythonParser,
  ) {
    this.#roots = new ProjectRoots(session.host, foldersOf(session.given.operands, session.host));
  }

  /** @param text what the file says */
  of(path: string, text: string): ScriptProject {
    this.#current = { path, text };
    const root = this.#roots.of(path);
    const key = `${root.kind} ${root.folder}`;
    const open = this.#projects.get(key) ?? this.#open(root);
    this.#projects.delete(key);
    this.#projects.set(key, open);
    if (this.#projects.size > mostProjects) this.#close(this.#projects.keys().next().value!);
    if (open.unmarked !== undefined && path.endsWith('.ipynb')) {
      this.#add(open, open.unmarked.importedBy(path, sourceOfNotebook(text)));
    }
    return open.project;
  }

  #close(key: string): void {
    this.#projects.get(key)!.project.dispose();
    this.#projects.delete(key);
  }

  #open(root: ProjectRoot): OpenProject {
    const { host } = this.session;
    const read = (path: string) => this.#read(path);
    const unmarked = root.kind === 'project' ? undefined : new UnmarkedProject(root, host, read);
    const open = { project: createScriptProject(this.parser), files: new Set<string>(), unmarked };
    if (host.fs.kind(root.folder) === 'directory') this.#add(open, unmarked?.files() ?? this.#filesBelow(root.folder));
    return open;
  }

  #filesBelow(folder: string): readonly string[] {
    const { fs, cwd } = this.session.host;
    return findFiles([folder], { fs, cwd, ignorePatterns: [], useIgnoreFiles: true, wanted: isProjectFile }).paths;
  }

  #add({ project, files }: OpenProject, paths: readonly string[]): void {
    for (const path of paths) {
      if (files.has(path)) continue;
      files.add(path);
      project.update(path, () => this.#read(path));
    }
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

interface OpenProject {
  readonly project: ScriptProject;
  readonly files: Set<string>;
  /** What finds the project's files where nothing marks it. */
  readonly unmarked: UnmarkedProject | undefined;
}

/** The lines of code of a notebook, one by one, as editors write them into its JSON. */
function sourceOfNotebook(text: string): string {
  return text.replaceAll(/^[ \t]*"/gm, '');
}
