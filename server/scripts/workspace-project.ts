import type { WorkspaceFolder } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { scriptText } from '../../core/lint/script';
import {
  createScriptProject,
  isProjectFile,
  pythonParser,
  type ScriptIndex,
  type ScriptProject,
} from '../../core/pytorch';
import type { Files } from '../host/files';
import { pathOf } from '../settings/model-settings';

/** Python files that see each other; more of them are looked at by the command line. */
const mostFiles = 5000;

export interface ProjectHost {
  readonly folders: readonly WorkspaceFolder[];
  files(uri: string): Files | undefined;
}

/**
 * What the Python files of the workspace import from each other. Where the host has no files that can be read at once (a
 * web worker), every file is taken by itself.
 */
export class WorkspaceProject {
  #project: Promise<ScriptProject | undefined> | undefined;
  #loaded: ScriptProject | undefined;
  /** The version of each open document that the project has. */
  readonly #open = new Map<string, number>();
  /** How often something changed that a file imports. */
  readonly #changes = new Map<string, number>();

  constructor(private readonly host: ProjectHost) {}

  /** The project with this state of an open document; undefined where there is none for its file. */
  async withDocument(document: TextDocument): Promise<ScriptIndex | undefined> {
    const project = await this.#of(document.uri);
    const path = pathOf(document.uri);
    if (project === undefined || this.#open.get(path) === document.version) return project;
    const text = document.getText();
    const isAsKnown = !this.#open.has(path) && text === textOf(this.host.files(document.uri)?.readNow?.(document.uri));
    this.#open.set(path, document.version);
    project.update(path, text);
    if (!isAsKnown) this.#touch(project, path);
    return project;
  }

  /** The project as it is, for a file that is not open. */
  async ofFile(uri: string): Promise<ScriptIndex | undefined> {
    return this.#of(uri);
  }

  /** Tells one state of what a file imports, and of the programs that it is a part of, from another. */
  version(uri: string): number {
    return (this.#changes.get(pathOf(uri)) ?? 0) + (this.#loaded?.programsVersion() ?? 0);
  }

  /** Paths of the files whose findings may change with this one. */
  async importersOf(uri: string): Promise<ReadonlySet<string>> {
    const project = await this.#project;
    return new Set(project?.importersOf(pathOf(uri)));
  }

  /** A document was closed, or a file changed on the disk. */
  async fileChanged(uri: string, exists: boolean): Promise<void> {
    const path = pathOf(uri);
    const readNow = this.host.files(uri)?.readNow;
    const project = await this.#project;
    if (project === undefined || readNow === undefined || !isProjectFile(path)) return;
    this.#open.delete(path);
    this.#touch(project, path);
    if (exists) project.update(path, () => textOf(readNow(uri)));
    else project.remove(path);
  }

  foldersChanged(): void {
    this.#project = undefined;
    this.#loaded = undefined;
    this.#open.clear();
  }

  #touch(project: ScriptProject, path: string): void {
    for (const importer of project.importersOf(path))
      this.#changes.set(importer, (this.#changes.get(importer) ?? 0) + 1);
  }

  async #of(uri: string): Promise<ScriptProject | undefined> {
    if (this.host.files(uri)?.readNow === undefined) return undefined;
    this.#project ??= this.#load();
    return this.#project;
  }

  /** Files are read when something of theirs is asked for. */
  async #load(): Promise<ScriptProject> {
    const project = createScriptProject(pythonParser);
    for (const folder of this.host.folders) {
      const files = this.host.files(folder.uri);
      const readNow = files?.readNow;
      if (files === undefined || readNow === undefined) continue;
      for (const uri of await files.findScripts(folder.uri, mostFiles)) {
        if (isProjectFile(pathOf(uri))) project.update(pathOf(uri), () => textOf(readNow(uri)));
      }
    }
    this.#loaded = project;
    return project;
  }
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : scriptText(bytes, 'python').text;
}
