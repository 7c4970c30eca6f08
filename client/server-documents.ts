import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { modelOf, reportScheme, ruleScheme, textScheme, textViewOf } from './model-uri';

/** Documents whose content is kept until they change. */
const mostKept = 8;

/**
 * The server's documents as read-only files. Their text is the server's answer to `workspace/textDocumentContent`; as
 * files, unlike documents of a content provider, their tabs come back when the window is loaded again.
 */
export class ServerDocuments implements FileSystemProvider, Disposable {
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  /** When the settings last changed: they decide what the server says. */
  private revision = Date.now();
  /** By URI: the content, with the time of the state that it was asked for in. */
  private readonly kept = new Map<string, { readonly mtime: number; readonly content: Promise<Uint8Array> }>();
  private readonly watcher = workspace.createFileSystemWatcher('**/*.onnx');
  private readonly registrations: readonly Disposable[];

  constructor(private readonly client: BaseLanguageClient) {
    const options = { isReadonly: true, isCaseSensitive: true };
    this.registrations = [
      ...[textScheme, reportScheme, ruleScheme].map((scheme) =>
        workspace.registerFileSystemProvider(scheme, this, options),
      ),
      this.watcher,
      this.watcher.onDidChange((uri) => this.modelChanged(uri)),
      this.watcher.onDidCreate((uri) => this.modelChanged(uri)),
      this.watcher.onDidDelete((uri) => this.modelChanged(uri)),
      client.onNotification('portolan/settingsChanged', () => this.settingsChanged()),
    ];
  }

  async stat(uri: Uri): Promise<FileStat> {
    const mtime = await this.timeOf(uri);
    const { length: size } = await this.contentAt(uri, mtime);
    return { type: FileType.File, ctime: 0, mtime, size, permissions: FilePermission.Readonly };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return this.contentAt(uri, await this.timeOf(uri));
  }

  /** Changes are told by the watcher of the models. */
  watch(): Disposable {
    return { dispose: () => undefined };
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    for (const registration of this.registrations) registration.dispose();
    this.changed.dispose();
  }

  private contentAt(uri: Uri, mtime: number): Promise<Uint8Array> {
    const key = uri.toString();
    let known = this.kept.get(key);
    if (known?.mtime !== mtime) {
      known = { mtime, content: this.ask(uri) };
      known.content.catch(() => this.kept.delete(key));
    }
    this.kept.delete(key);
    this.kept.set(key, known);
    for (const oldest of [...this.kept.keys()].slice(0, -mostKept)) this.kept.delete(oldest);
    return known.content;
  }

  private async ask(uri: Uri): Promise<Uint8Array> {
    await this.client.start(); // at once where it runs; tabs of the last session come before it does
    const params = { uri: uri.toString() };
    const { text } = await this.client.sendRequest<{ text: string }>('workspace/textDocumentContent', params);
    return new TextEncoder().encode(text);
  }

  private async timeOf(uri: Uri): Promise<number> {
    if (uri.scheme === ruleScheme) return this.revision;
    const model =
      uri.scheme === reportScheme ? modelOf(uri.with({ path: uri.path.replace(/\.md$/, '') })) : modelOf(uri);
    const stat = await workspace.fs.stat(model).then(undefined, () => undefined);
    return Math.max(this.revision, stat?.mtime ?? 0);
  }

  private modelChanged(model: Uri): void {
    this.changed.fire([{ type: FileChangeType.Changed, uri: textViewOf(model) }]);
  }

  private settingsChanged(): void {
    this.revision = Date.now();
    const open = workspace.textDocuments.map(({ uri }) => uri);
    const ours = open.filter(({ scheme }) => [textScheme, reportScheme, ruleScheme].includes(scheme));
    this.changed.fire(ours.map((uri) => ({ type: FileChangeType.Changed, uri })));
  }
}
