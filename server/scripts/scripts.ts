import {
  type CancellationToken,
  LSPErrorCodes,
  type NotebookDocuments,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { ScriptKind } from '../../core/lint';
import { scriptText } from '../../core/lint/script';
import type { Problem } from '../../core/model';
import { pythonParser, type ScriptIndex } from '../../core/pytorch';
import { breathe, Cancelled } from '../analysis/job';
import { Shared } from '../analysis/shared';
import { normal } from '../model-uri';
import type { ModelSettings } from '../settings/model-settings';
import type { FileChange } from './file-change';
import { Pauses } from './pauses';
import { analyseScript, type ScriptAnalysis } from './script-analysis';
import { fileDocument, kindOfDocument, notebookDocument, type ScriptDocument } from './script-document';
import { type ProjectHost, WorkspaceProject } from './workspace-project';

/** Analyses of files that are not open are kept only for requests that follow each other. */
const mostKept = 40;

/** Old versions of files, cells whose notebook is not known, and the documents that the server itself supplies. */
const notOwn = /^(?:git|gitlens|github|pr|review|output|search-editor|vscode-notebook-cell|portolan-)/;

/** What the scripts need of the session. */
export interface ScriptHost extends ProjectHost {
  readonly documents: TextDocuments<TextDocument>;
  readonly notebooks: NotebookDocuments<TextDocument>;
  settingsOf(uri: string): Promise<ModelSettings | undefined>;
}

/** A script's text with its version, before it is analysed. */
export interface ScriptState {
  readonly document: ScriptDocument;
  readonly version: string;
  readonly problems: readonly Problem[];
}

/** The scripts of the workspace: open ones as the editor has them, others as they are on disk. */
export class Scripts {
  /** In the order of use, the last used last. */
  readonly #kept = new Map<string, ScriptAnalysis>();

  readonly #running = new Shared<ScriptAnalysis>();

  /** By the key of {@link scriptOf}. */
  readonly #pauses = new Pauses();

  /** What the files of the workspace import from each other. */
  readonly project: WorkspaceProject;

  constructor(private readonly host: ScriptHost) {
    this.project = new WorkspaceProject(host);
  }

  /** The script that `uri` is or is a cell of, as a key; undefined where it is neither. */
  scriptOf(uri: string): string | undefined {
    const notebook = this.host.notebooks.findNotebookDocumentForCell(uri);
    if (notebook !== undefined) return notebook.uri;
    if (this.host.notebooks.getNotebookDocument(uri) !== undefined) return uri;
    const { scheme } = URI.parse(uri);
    if (notOwn.test(scheme)) return undefined;
    return kindOfDocument(uri, this.#open(uri)?.languageId) === undefined ? undefined : uri;
  }

  /** An open script as it is now: the text that a request which has just come in speaks of. */
  stateOf(uri: string): ScriptState | undefined {
    const script = this.scriptOf(uri);
    return script === undefined ? undefined : this.#openState(script);
  }

  /** The text of a document or a cell was opened or changed. */
  typed(uri: string): void {
    const script = this.scriptOf(uri);
    if (script !== undefined) this.#pauses.typed(script);
  }

  /** A document or a notebook was closed. */
  closed(script: string): void {
    this.#pauses.forget(script);
  }

  /**
   * @param state what is asked about; the script as it is when its turn comes, where nothing is given
   * @throws Cancelled where nobody waits for it any more
   * @throws ResponseError where `state` is gone, and an analysis of it would keep others waiting
   */
  async analysis(uri: string, state?: ScriptState, token?: CancellationToken): Promise<ScriptAnalysis | undefined> {
    const script = this.scriptOf(uri);
    if (script === undefined) return undefined;
    const settings = await this.host.settingsOf(script);
    const isKnown = state !== undefined && this.#kept.get(normal(script))?.version.startsWith(`${state.version} `);
    if (!isKnown) await this.#untilPause(script, state, token);
    // The text last: what was typed meanwhile is in it.
    const current = settings && (state ?? (await this.#current(script)));
    if (settings === undefined || current === undefined) return undefined;
    const index = await this.#index(script, current.document);
    const version = () => this.#withImports(script, `${current.version} ${settings.key}`);
    const key = normal(script);
    if (this.#kept.get(key)?.version !== version()) await unlessCancelled(token);
    const known = this.#kept.get(key);
    if (known?.version === version()) return this.#keep(key, known);
    const isOld = () => current.version !== this.#openVersion(script) && this.#openVersion(script) !== undefined;
    try {
      const made = await this.#running.of(`${key} ${version()}`, () =>
        this.#pauses.measure(script, () =>
          // An answer about an earlier text that is soon made is made all the same.
          analyseScript(
            current.document,
            version(),
            settings,
            pythonParser,
            current.problems,
            index,
            () => isOld() && (state === undefined || this.#pauses.isLong(script)),
          ),
        ),
      );
      return isOld() ? made : this.#keep(key, made);
    } catch (error) {
      if (!(error instanceof Cancelled) || token?.isCancellationRequested) throw error;
      if (state !== undefined) throw goneText();
      return this.analysis(uri, undefined, token);
    }
  }

  async #untilPause(
    script: string,
    state: ScriptState | undefined,
    token: CancellationToken | undefined,
  ): Promise<void> {
    for (let rest = this.#pauses.rest(script); rest > 0; rest = this.#pauses.rest(script)) {
      await breathe(rest);
      if (token?.isCancellationRequested) throw new Cancelled();
    }
    const isGone = state !== undefined && state.version !== this.#openVersion(script);
    if (isGone && this.#pauses.isLong(script)) throw goneText();
  }

  /** The rest of the workspace, as a script or a configuration sees it. */
  async #index(script: string, { kind }: ScriptDocument): Promise<ScriptIndex | undefined> {
    const open = this.#open(script);
    if (kind === 'python' && open !== undefined) return this.project.withDocument(open);
    // What a list pins, the scripts that it is for go by; it is no part of them.
    if (kind === 'requirements' && open !== undefined) await this.project.withDocument(open);
    return kind === 'python' || kind === 'notebook' || kind === 'yaml' ? this.project.ofFile(script) : undefined;
  }

  #withImports(script: string, version: string): string {
    return `${version} ${this.project.version(script)}`;
  }

  /** The version that an analysis made now would have, without the text of a file that is not open. */
  async version(uri: string): Promise<string | undefined> {
    const settings = await this.host.settingsOf(uri);
    const version = this.#openVersion(uri) ?? (await this.#fileVersion(uri));
    return settings && version && this.#withImports(uri, `${version} ${settings.key}`);
  }

  /** Files changed on the disk, or their documents were closed. */
  async filesChanged(changes: readonly FileChange[]): Promise<void> {
    for (const { uri } of changes) this.#kept.delete(normal(uri));
    await this.project.filesChanged(changes.filter(({ uri }) => this.#open(uri) === undefined));
  }

  #openState(script: string): ScriptState | undefined {
    const { notebooks } = this.host;
    const version = this.#openVersion(script);
    if (version === undefined) return undefined;
    const notebook = notebooks.getNotebookDocument(script);
    if (notebook !== undefined) {
      const cells = notebook.cells.map((cell) => notebooks.getCellTextDocument(cell));
      return { document: notebookDocument(script, cells), version, problems: [] };
    }
    const open = this.#open(script);
    const kind = this.#fileKind(script);
    if (open === undefined || kind === undefined) return undefined;
    return { document: fileDocument(script, kind, open.getText()), version, problems: [] };
  }

  /** A notebook as the JSON text of its file has cells in places that no editor shows. */
  #fileKind(script: string): Exclude<ScriptKind, 'notebook'> | undefined {
    const kind = kindOfDocument(script, this.#open(script)?.languageId);
    return kind === 'notebook' ? undefined : kind;
  }

  async #current(script: string): Promise<ScriptState | undefined> {
    const open = this.#openState(script);
    if (open !== undefined) return open;
    const kind = this.#fileKind(script);
    if (kind === undefined) return undefined;
    const fileVersion = await this.#fileVersion(script);
    const file =
      fileVersion &&
      (await this.host
        .files(script)
        ?.open(script)
        .catch(() => undefined));
    if (!file) return undefined;
    try {
      const { text, problems } = scriptText(file.source.read(0, file.source.size), kind);
      return { document: fileDocument(script, kind, text), version: fileVersion, problems };
    } finally {
      file.close();
    }
  }

  #openVersion(script: string): string | undefined {
    const { notebooks } = this.host;
    const notebook = notebooks.getNotebookDocument(script);
    if (notebook !== undefined) {
      const cells = notebook.cells.map((cell) => `${cell.document} ${notebooks.getCellTextDocument(cell)?.version}`);
      return `notebook ${cells.join(' ')}`;
    }
    const open = this.#open(script);
    return open && `document ${open.version}`;
  }

  async #fileVersion(uri: string): Promise<string | undefined> {
    const version = await this.host.files(uri)?.version(uri);
    return version && `file ${version.mtime} ${version.size}`;
  }

  #open(uri: string): TextDocument | undefined {
    return this.host.documents.get(uri) ?? this.host.documents.get(normal(uri));
  }

  #keep(key: string, analysis: ScriptAnalysis): ScriptAnalysis {
    this.#kept.delete(key);
    this.#kept.set(key, analysis);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    return analysis;
  }
}

/** Before work for a request begins: that it is cancelled may have come in already. */
async function unlessCancelled(token: CancellationToken | undefined): Promise<void> {
  if (token === undefined) return;
  await breathe();
  if (token.isCancellationRequested) throw new Cancelled();
}

function goneText(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'typed meanwhile');
}
