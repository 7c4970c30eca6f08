import type { WorkspaceFolder } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { counterpartsOf, scriptText, sidesOf } from '../../core/lint/script';
import {
  createScriptProject,
  isProjectFile,
  pythonParser,
  type ScriptIndex,
  type ScriptProject,
} from '../../core/pytorch';
import type { Files } from '../host/files';
import { pathOf, withPath } from '../settings/model-settings';
import type { FileChange } from './file-change';
import { type Following, readAhead } from './read-ahead';

/** Python files that see each other; more of them are looked at by the command line. */
export const mostProjectFiles = 5000;

export interface ProjectHost {
  readonly folders: readonly WorkspaceFolder[];
  files(uri: string): Files | undefined;
  /** Follows the reading of a workspace that takes a while; `end` when it is done. */
  followReading(): Following & { end(leftOut: number): void };
  /** What is known of the workspace has grown: findings may be others than those that were told. */
  workspaceRead(): void;
  /** A file was typed into or changed that others depend on: their findings may be others than those that were told. */
  dependentsChanged(): void;
}

/**
 * What the Python files of the workspace import from each other. Where the host has no files that can be read at once (a
 * web worker), they are read ahead, and every file is taken with those that are open until that is done.
 */
export class WorkspaceProject {
  #project: Promise<ScriptProject | undefined> | undefined;
  #loaded: ScriptProject | undefined;
  /** The version of each open document that the project has. */
  readonly #open = new Map<string, number>();
  /** How often something changed that a file imports. */
  readonly #changes = new Map<string, number>();

  /** Folders outside of the workspace, of files that were opened. */
  readonly #outside = new Set<string>();
  /** Texts that were read ahead, by path. */
  #ahead = new Map<string, string>();
  /** How often the folders have changed: what was being read for those before is of no use. */
  #folders = 0;
  /** How often files were read ahead. */
  #reads = 0;

  constructor(private readonly host: ProjectHost) {}

  /** The project with this state of an open document; undefined where there is none for its file. */
  async withDocument(document: TextDocument): Promise<ScriptIndex | undefined> {
    const project = await this.#of(document.uri);
    const path = pathOf(document.uri);
    if (project === undefined || this.#open.get(path) === document.version) return project;
    await this.#addNeighbours(project, document.uri);
    const text = document.getText();
    const isAsKnown = !this.#open.has(path) && text === this.#savedText(document.uri);
    this.#open.set(path, document.version);
    if (isAsKnown) project.update(path, text);
    else this.#change(project, [path], () => project.update(path, text));
    return project;
  }

  /** The project as it is, for a file that is not open. */
  async ofFile(uri: string): Promise<ScriptIndex | undefined> {
    return this.#of(uri);
  }

  /** Tells one state of what a file imports, and of the programs that it is a part of, from another. */
  version(uri: string): string {
    const path = pathOf(uri);
    const counterparts = counterpartsOf(path, this.#loaded).join(' ');
    return `${this.#changes.get(path) ?? 0} ${this.#loaded?.programsVersion() ?? 0} ${this.#reads} ${counterparts} ${sidesOf(path, this.#loaded)}`;
  }

  /** The paths of all files that it knows. */
  async paths(): Promise<readonly string[]> {
    return [...((await this.#project)?.paths() ?? [])];
  }

  /** Paths of the files whose findings may change with this one. */
  async importersOf(uri: string): Promise<ReadonlySet<string>> {
    const project = await this.#project;
    return new Set(project?.importersOf(pathOf(uri)));
  }

  /** Documents were closed, or files changed on the disk; all at once, as a switch of branches changes hundreds. */
  async filesChanged(changes: readonly FileChange[]): Promise<void> {
    const project = await this.#project;
    if (project === undefined) return;
    const texts = new Map<string, string | (() => string) | undefined>();
    for (const { uri, exists } of changes) {
      const files = this.host.files(uri);
      if (files === undefined || !isProjectFile(pathOf(uri))) continue;
      texts.set(pathOf(uri), exists ? await this.#textOf(uri, files) : undefined);
    }
    this.#change(project, [...texts.keys()], () => {
      for (const [path, text] of texts) {
        this.#open.delete(path);
        if (text === undefined) project.remove(path);
        else project.update(path, text);
      }
    });
  }

  foldersChanged(): void {
    this.#folders += 1;
    this.#project = undefined;
    this.#loaded = undefined;
    this.#open.clear();
    this.#ahead.clear();
    this.#outside.clear();
  }

  /** A file that lies in no folder of the workspace sees the scripts and lists of packages that stand beside it. */
  async #addNeighbours(project: ScriptProject, uri: string): Promise<void> {
    const files = this.host.files(uri);
    const folder = /^.*\//.exec(pathOf(uri))?.[0] ?? '';
    const readNow = files?.readNow;
    const isInside = this.host.folders.some((one) => folder.startsWith(`${pathOf(one.uri)}/`));
    if (readNow === undefined || isInside || this.#outside.has(folder)) return;
    this.#outside.add(folder);
    for (const name of await files!.workspace.list(folder)) {
      const path = folder + name;
      if (isProjectFile(path) && !this.#open.has(path))
        project.update(path, () => textOf(readNow(withPath(uri, path))));
    }
  }

  #savedText(uri: string): string | undefined {
    const readNow = this.host.files(uri)?.readNow;
    return readNow === undefined ? this.#ahead.get(pathOf(uri)) : textOf(readNow(uri));
  }

  /** The text of a file now, or how to come by it when it is needed; undefined where nothing is to be known of it. */
  async #textOf(uri: string, files: Files): Promise<string | (() => string) | undefined> {
    const { readNow } = files;
    if (readNow !== undefined) return () => textOf(readNow(uri));
    const { texts } = await readAhead(files, [uri], { isCancelled: () => false, progress: () => {} });
    const text = texts.get(pathOf(uri));
    if (text === undefined) this.#ahead.delete(pathOf(uri));
    else this.#ahead.set(pathOf(uri), text);
    return text;
  }

  /** Changes files, and notes who imported them before, or does now that they are there. */
  #change(project: ScriptProject, paths: readonly string[], change: () => void): void {
    const programs = project.programsVersion();
    const dependents = () => paths.flatMap((path) => project.importersOf(path));
    const touched = new Set(dependents());
    change();
    for (const path of dependents()) touched.add(path);
    for (const path of touched) this.#changes.set(path, (this.#changes.get(path) ?? 0) + 1);
    if (touched.size > 0 || programs !== project.programsVersion()) this.host.dependentsChanged();
  }

  async #of(uri: string): Promise<ScriptProject | undefined> {
    if (this.host.files(uri) === undefined) return undefined;
    this.#project ??= this.#load();
    return this.#project;
  }

  /** Files are read when something of theirs is asked for; those that cannot be, meanwhile. */
  async #load(): Promise<ScriptProject> {
    const project = createScriptProject(pythonParser);
    for (const folder of this.host.folders) {
      const files = this.host.files(folder.uri);
      const readNow = files?.readNow;
      if (files === undefined) continue;
      if (readNow === undefined) {
        void this.#readFolder(folder.uri, files, project);
        continue;
      }
      for (const uri of await files.findScripts(folder.uri, mostProjectFiles)) {
        if (isProjectFile(pathOf(uri))) project.update(pathOf(uri), () => textOf(readNow(uri)));
      }
    }
    this.#loaded = project;
    return project;
  }

  async #readFolder(folder: string, files: Files, project: ScriptProject): Promise<void> {
    const folders = this.#folders;
    const isCurrent = () => this.#folders === folders;
    const { isCancelled, progress, end } = this.host.followReading();
    const uris = (await files.findScripts(folder, mostProjectFiles)).filter((uri) => isProjectFile(pathOf(uri)));
    const { texts, leftOut } = await readAhead(files, uris, {
      isCancelled: () => isCancelled() || !isCurrent(),
      progress,
    });
    end(leftOut);
    if (!isCurrent() || texts.size === 0) return;
    for (const [path, text] of texts) {
      this.#ahead.set(path, text);
      if (!this.#open.has(path)) project.update(path, text);
    }
    this.#reads += 1;
    this.host.workspaceRead();
  }
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : scriptText(bytes, 'python').text;
}
