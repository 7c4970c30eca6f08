import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { configurationName, scriptKindOf } from '../core/lint';
import { decidesWhatIsIgnored } from '../core/lint/files/ignore-files';
import type { Serving } from './handlers/serving';
import { PushDiagnostics } from './push-diagnostics';
import { refresh, refreshFindings } from './refresh';
import type { FileChange } from './scripts/file-change';
import { pathOf } from './settings/model-settings';
import { changedFiles } from './watched-files';

/** Follows changes of documents, files, folders and settings. */
export async function follow(serving: Serving): Promise<void> {
  const { session } = serving;
  const push = session.client.pullsDiagnostics ? undefined : new PushDiagnostics(session, serving.listing);
  const follower = new Follower(serving, push);
  session.onWorkspaceRead = () => follower.run('workspaceRead', () => follower.everythingChanged());
  follower.followDocuments();
  if (push !== undefined) follower.pushDocuments(push);
  await follower.followWorkspace();
  await session.editorSettings(undefined);
  if (push !== undefined) await push.all();
}

class Follower {
  constructor(
    private readonly serving: Serving,
    private readonly push: PushDiagnostics | undefined,
  ) {}

  run(what: string, work: () => Promise<void> | void): void {
    void this.serving.guard.run(what, work);
  }

  async everythingChanged(): Promise<void> {
    const { session } = this.serving;
    session.changes.happened();
    await session.editorSettings(undefined); // settles the language
    if (this.push !== undefined) await this.push.all();
    await refresh(session);
  }

  followDocuments(): void {
    const { session } = this.serving;
    const { documents, notebooks } = session;
    documents.onDidChangeContent(({ document: { uri } }) => {
      session.typing.happened();
      session.scripts.typed(uri);
    });
    notebooks.onDidChange(({ notebookDocument: { uri } }) => session.scripts.typed(uri));
    documents.onDidClose(({ document: { uri } }) =>
      this.run('didClose', async () => {
        session.scripts.closed(uri);
        // What was typed and not saved is gone for those that import it, too.
        if (session.scripts.scriptOf(uri) !== undefined) {
          const exists = (await session.files(uri)?.version(uri)) !== undefined;
          await session.scripts.filesChanged([{ uri, exists }]);
        }
        session.changes.happened();
      }),
    );
    notebooks.onDidClose(({ uri }) => {
      session.scripts.closed(uri);
      session.changes.happened();
    });
  }

  pushDocuments(push: PushDiagnostics): void {
    const { documents, notebooks } = this.serving.session;
    documents.onDidOpen(({ document }) => this.run('didOpen', () => push.document(document.uri)));
    documents.onDidChangeContent(({ document }) => this.run('didChange', () => push.document(document.uri)));
    documents.onDidClose(({ document }) => this.run('didClose', () => push.closed(document.uri)));
    notebooks.onDidOpen(({ uri }) => this.run('didOpenNotebook', () => push.document(uri)));
    notebooks.onDidChange(({ notebookDocument: { uri } }) => this.run('didChangeNotebook', () => push.document(uri)));
    notebooks.onDidClose((notebook) => this.run('didCloseNotebook', () => push.closedNotebook(notebook)));
  }

  /** Settings, files and folders: some clients tell of them only when asked to. */
  async followWorkspace(): Promise<void> {
    const { connection, client } = this.serving.session;
    connection.onDidChangeConfiguration(({ settings }) =>
      this.run('didChangeConfiguration', async () => {
        this.serving.session.settingsChanged(settings);
        await this.everythingChanged();
      }),
    );
    connection.onDidChangeWatchedFiles(({ changes }) =>
      this.run('didChangeWatchedFiles', () => this.watchedFilesChanged(changes)),
    );
    if (client.watchesFiles) {
      // All files: of a folder that goes or comes, clients tell the folder.
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
    }
    if (client.registersConfigurationChanges) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'portolan' });
    }
    if (client.followsFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((change) =>
        this.run('didChangeWorkspaceFolders', () => this.foldersChanged(change)),
      );
    }
  }

  private async watchedFilesChanged(changes: readonly FileEvent[]): Promise<void> {
    const { session, listing } = this.serving;
    const hasConfigurations = changes.some(({ uri }) => uri.endsWith(`/${configurationName}`));
    if (hasConfigurations) session.configurationChanged();
    const files = await changedFiles(session, listing, changes);
    const isScript = ({ uri }: FileChange) => scriptKindOf(pathOf(uri)) !== undefined;
    await session.scripts.filesChanged(files.filter(isScript).map(({ uri, isListed }) => ({ uri, exists: isListed })));
    for (const file of files) {
      if (!isScript(file)) session.forget(file.uri);
      await listing.changed(file.uri, file.isListed);
    }
    const hasOtherList = changes.some(isOfOtherList);
    if (hasOtherList) this.listAnew();
    if (hasConfigurations || hasOtherList) await this.everythingChanged();
    else if (files.length > 0) {
      session.changes.happened();
      if (this.push !== undefined) await this.push.all();
      if (files.every(isScript)) await refreshFindings(session);
      else await refresh(session);
    }
  }

  private async foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
    const { session } = this.serving;
    const gone = new Set(removed.map(({ uri }) => uri));
    session.folders = [...session.folders.filter(({ uri }) => !gone.has(uri)), ...added];
    session.settingsChanged(undefined);
    this.listAnew();
    await this.everythingChanged();
  }

  private listAnew(): void {
    this.serving.listing.foldersChanged();
    this.serving.session.scripts.project.foldersChanged();
  }
}

/** Whether the workspace's files may be others when they are listed anew: of most files it counts only that they are there. */
function isOfOtherList({ uri, type }: FileEvent): boolean {
  return uri.endsWith('/.gitignore') || (type !== FileChangeType.Changed && decidesWhatIsIgnored(uri));
}
