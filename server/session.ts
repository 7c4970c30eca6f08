import type {
  CancellationToken,
  Connection,
  NotebookDocuments,
  TextDocuments,
  WorkspaceFolder,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { isModelText } from '../core/lint';
import { inLanguage, type Language, type Localized } from '../core/model';
import { Analyses, Superseded } from './analysis/analyses';
import { analyseModel, type ModelAnalysis } from './analysis/model-analysis';
import { CancellableProgress } from './cancellable-progress';
import { Checkpoints } from './checkpoints/checkpoints';
import type { ClientProfile } from './client-profile';
import type { Files } from './host/files';
import { messages } from './messages';
import { fileName, modelOf, normal } from './model-uri';
import type { Following } from './scripts/read-ahead';
import { Scripts } from './scripts/scripts';
import { type EditorSettings, editorSettings } from './settings/editor-settings';
import { type ModelSettings, modelSettings } from './settings/model-settings';
import { SettingsByFolder } from './settings/settings-by-folder';
import { type ModelText, textOf } from './text/model-text';
import { Typing } from './typing';
import { WorkspaceChanges } from './workspace-changes';

/** How the server's host reads files. */
export type FilesOf = (uri: string) => Files | undefined;

/** All state of the server. Everything else is functions of what is asked here. */
export class Session {
  folders: readonly WorkspaceFolder[];
  readonly checkpoints: Checkpoints;
  readonly scripts: Scripts = new Scripts(this);
  readonly changes = new WorkspaceChanges();
  readonly typing = new Typing();
  private readonly analyses = new Analyses();
  private readonly texts = new WeakMap<ModelAnalysis, ModelText>();
  private readonly settings = new SettingsByFolder();
  /** The editor's settings by resource; forgotten when they change. */
  private editor = new Map<string, Promise<EditorSettings>>();
  private pushed: unknown;
  private defaultLanguage: Language | undefined;

  constructor(
    readonly connection: Connection,
    readonly client: ClientProfile,
    readonly documents: TextDocuments<TextDocument>,
    readonly notebooks: NotebookDocuments<TextDocument>,
    private readonly filesOf: FilesOf,
    folders: readonly WorkspaceFolder[],
  ) {
    this.folders = folders;
    this.pushed = client.initialSettings;
    this.checkpoints = new Checkpoints(this);
  }

  get language(): Language {
    return this.defaultLanguage ?? this.client.language;
  }

  /** Called when more of the workspace is known than when findings were told. */
  onWorkspaceRead: () => void = () => {};

  workspaceRead(): void {
    this.onWorkspaceRead();
  }

  dependentsChanged(): void {
    this.changes.happened();
  }

  followReading(): Following & { end(leftOut: number): void } {
    const progress = new CancellableProgress(this.connection, this.say(messages.readingScripts));
    return {
      isCancelled: () => progress.isCancelled,
      progress: (fraction, uri) => progress.report(fraction, fileName(uri)),
      end: (leftOut) => {
        progress.end();
        if (leftOut > 0) this.connection.console.info(this.say(messages.scriptsLeftOut(leftOut)));
      },
    };
  }

  say(text: Localized): string {
    return inLanguage(text, this.language);
  }

  /** The files of the URI's file system; undefined where nobody can read it. */
  files(uri: string): Files | undefined {
    return this.filesOf(uri);
  }

  /** Settings changed in the editor: `settings` is what it sent along, for clients that cannot be asked. */
  settingsChanged(settings: unknown): void {
    this.pushed = settings ?? this.pushed;
    this.editor = new Map();
    this.settings.forget();
  }

  /** A configuration file was written, or is gone. */
  configurationChanged(): void {
    this.settings.forget();
  }

  editorSettings(uri: string | undefined): Promise<EditorSettings> {
    const key = uri ?? '';
    let known = this.editor.get(key);
    if (known === undefined) {
      known = this.askEditor(uri);
      this.editor.set(key, known);
    }
    return known;
  }

  /** How the model (or a file in the same folder) is linted; undefined where its files cannot be read. */
  async settingsOf(uri: string): Promise<ModelSettings | undefined> {
    const files = this.files(uri);
    return (
      files &&
      this.settings.of(uri, async () =>
        modelSettings(uri, files, await this.editorSettings(folderOf(uri, this.folders))),
      )
    );
  }

  /**
   * The analysis of the model that `uri` is or is a view of; undefined where it is neither. A model that changes while
   * it is analysed is analysed anew.
   */
  async analysis(
    uri: string,
    token: CancellationToken | undefined,
    onProgress?: (fraction: number) => void,
  ): Promise<ModelAnalysis | undefined> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.currentAnalysis(uri, token, onProgress);
      } catch (error) {
        if (!(error instanceof Superseded) || tries === 5) throw error;
      }
    }
  }

  /** The text in which the model is shown, with where everything stands in it. */
  text(analysis: ModelAnalysis): ModelText {
    let text = this.texts.get(analysis);
    if (text === undefined) {
      const written = isText(analysis.uri) ? this.documents.get(analysis.uri)?.getText() : undefined;
      text = textOf(analysis, this.language, written);
      this.texts.set(analysis, text);
    }
    return text;
  }

  /** The version that an analysis made now would have; undefined where there is no such file. */
  async version(uri: string): Promise<{ version: string; settings: ModelSettings; files: Files } | undefined> {
    const files = this.files(uri);
    const settings = await this.settingsOf(uri);
    if (files === undefined || settings === undefined) return undefined;
    const document = isText(uri) ? this.documents.get(uri) : undefined;
    const file = document ? `document ${document.version}` : await files.version(uri).then(versionText);
    return { version: `${file} ${this.language} ${settings.key}`, settings, files };
  }

  forget(uri: string): void {
    this.analyses.forget(normal(uri));
  }

  private async currentAnalysis(
    uri: string,
    token: CancellationToken | undefined,
    onProgress: ((fraction: number) => void) | undefined,
  ): Promise<ModelAnalysis | undefined> {
    const model = isText(uri) ? normal(uri) : modelOf(uri);
    if (model === undefined) return undefined;
    const current = await this.version(model);
    if (current === undefined) return undefined;
    const { version, settings, files } = current;
    const text = isText(model) ? this.documents.get(model)?.getText() : undefined;
    return this.analyses.of(
      { uri: model, version, run: (task) => analyseModel({ uri: model, version, settings }, files, text, task) },
      token,
      onProgress,
    );
  }

  private async askEditor(uri: string | undefined): Promise<EditorSettings> {
    const item = { section: 'portolan', ...(uri === undefined ? {} : { scopeUri: uri }) };
    const section = this.client.answersConfiguration
      ? await this.connection.workspace.getConfiguration(item).catch(() => undefined)
      : sectionOf(this.pushed);
    const settings = editorSettings(section);
    if (uri === undefined) this.defaultLanguage = settings.language;
    return settings;
  }
}

/** A model in ONNX's text syntax, which people edit. */
export function isText(uri: string): boolean {
  return isModelText(URI.parse(uri).path);
}

function versionText(version: { size: number; mtime: number } | undefined): string {
  return version === undefined ? 'absent' : `${version.mtime} ${version.size}`;
}

/** Clients send the whole settings or the section itself. */
function sectionOf(settings: unknown): unknown {
  const { portolan } = (settings ?? {}) as { portolan?: unknown };
  return portolan ?? settings;
}

/** Settings are asked for the workspace folder: one question for all of its models. */
function folderOf(uri: string, folders: readonly WorkspaceFolder[]): string | undefined {
  return folders
    .map((folder) => folder.uri)
    .find((folder) => normal(uri).startsWith(`${normal(folder).replace(/\/$/, '')}/`));
}
