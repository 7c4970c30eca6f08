import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  NotebookDocuments,
  TextDocumentContentRefreshRequest,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configurationName, scriptKindOf } from '../core/lint';
import { capabilities } from './capabilities';
import { clientProfile } from './client-profile';
import { Guard } from './guard';
import { registerInlayHints } from './handlers/checkpoints';
import { registerDiagnostics } from './handlers/diagnostics';
import { registerDocuments } from './handlers/documents';
import { registerOwnRequests } from './handlers/own-requests';
import type { Serving } from './handlers/serving';
import { messages } from './messages';
import { textScheme } from './model-uri';
import { PushDiagnostics } from './push-diagnostics';
import type { FileChange } from './scripts/file-change';
import { type FilesOf, Session } from './session';
import { pathOf } from './settings/model-settings';
import { changedFiles } from './watched-files';
import { WorkspaceModels } from './workspace-models';

/** What is different between Node and a web worker. */
export interface ServerHost {
  files(connection: Connection, clientServesFiles: boolean): FilesOf;
}

/** Speaks LSP on a connection until it closes. */
export function serve(connection: Connection, host: ServerHost): Guard {
  const documents = new TextDocuments(TextDocument);
  const notebooks = new NotebookDocuments(TextDocument);
  const guard = new Guard(connection.console, (what) => {
    const text = serving === undefined ? messages.unexpected(what).en : serving.session.say(messages.unexpected(what));
    void connection.sendNotification('window/showMessage', { type: 1, message: text });
  });
  let serving: Serving | undefined;

  connection.onInitialize((params): InitializeResult => {
    const client = clientProfile(params);
    const filesOf = host.files(connection, client.servesFiles);
    const session = new Session(connection, client, documents, notebooks, filesOf, foldersOf(params));
    serving = { session, models: new WorkspaceModels(session), guard };
    registerDocuments(serving);
    registerInlayHints(serving);
    registerDiagnostics(serving);
    registerOwnRequests(serving);
    return {
      capabilities: capabilities(client),
      serverInfo: { name: 'portolan', version: PORTOLAN_VERSION },
    };
  });

  connection.onInitialized(() => {
    if (serving !== undefined) void guard.run('initialized', () => follow(serving!));
  });

  documents.listen(connection);
  notebooks.listen(connection);
  connection.listen();
  return guard;
}

/** Follows changes of documents, files, folders and settings. */
async function follow({ session, models, guard }: Serving): Promise<void> {
  const { connection, client, documents, notebooks } = session;
  const push = client.pullsDiagnostics ? undefined : new PushDiagnostics(session, models);
  const run = (what: string, work: () => Promise<void> | void) => void guard.run(what, work);

  const everythingChanged = async () => {
    session.changes.happened();
    await session.editorSettings(undefined); // settles the language
    if (push !== undefined) await push.all();
    await refresh(session);
  };

  session.onWorkspaceRead = () => run('workspaceRead', everythingChanged);
  documents.onDidChangeContent(() => session.typing.happened());
  documents.onDidClose(({ document: { uri } }) =>
    run('didClose', async () => {
      // What was typed and not saved is gone for those that import it, too.
      if (session.scripts.scriptOf(uri) !== undefined) {
        const exists = (await session.files(uri)?.version(uri)) !== undefined;
        await session.scripts.filesChanged([{ uri, exists }]);
      }
      session.changes.happened();
    }),
  );
  notebooks.onDidClose(() => session.changes.happened());
  if (push !== undefined) {
    documents.onDidOpen(({ document }) => run('didOpen', () => push.document(document.uri)));
    documents.onDidChangeContent(({ document }) => run('didChange', () => push.document(document.uri)));
    documents.onDidClose(({ document }) => run('didClose', () => push.closed(document.uri)));
    notebooks.onDidOpen(({ uri }) => run('didOpenNotebook', () => push.document(uri)));
    notebooks.onDidChange(({ notebookDocument }) =>
      run('didChangeNotebook', () => push.document(notebookDocument.uri)),
    );
    notebooks.onDidClose((notebook) => run('didCloseNotebook', () => push.closedNotebook(notebook)));
  }
  connection.onDidChangeConfiguration(({ settings }) =>
    run('didChangeConfiguration', async () => {
      session.settingsChanged(settings);
      await everythingChanged();
    }),
  );
  connection.onDidChangeWatchedFiles(({ changes }) =>
    run('didChangeWatchedFiles', async () => {
      const hasConfigurations = changes.some(({ uri }) => uri.endsWith(`/${configurationName}`));
      if (hasConfigurations) session.configurationChanged();
      const files = await changedFiles(session, models, changes);
      const isScript = ({ uri }: FileChange) => scriptKindOf(pathOf(uri)) !== undefined;
      await session.scripts.filesChanged(
        files.filter(isScript).map(({ uri, isListed }) => ({ uri, exists: isListed })),
      );
      for (const file of files) {
        if (!isScript(file)) session.forget(file.uri);
        await models.changed(file.uri, file.isListed);
      }
      const hasOtherList = changes.some(({ uri }) => uri.endsWith('/.gitignore'));
      if (hasOtherList) {
        models.foldersChanged();
        session.scripts.project.foldersChanged();
      }
      if (hasConfigurations || hasOtherList) await everythingChanged();
      else if (files.length > 0) {
        session.changes.happened();
        if (push !== undefined) await push.all();
        if (files.every(isScript)) await refreshScripts(session);
        else await refresh(session);
      }
    }),
  );
  if (client.watchesFiles) {
    // All files: of a folder that goes or comes, clients tell the folder.
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] });
  }
  if (client.registersConfigurationChanges) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'portolan' });
  }
  if (client.followsFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      run('didChangeWorkspaceFolders', async () => {
        const gone = new Set(removed.map(({ uri }) => uri));
        session.folders = [...session.folders.filter(({ uri }) => !gone.has(uri)), ...added];
        session.settingsChanged(undefined);
        models.foldersChanged();
        session.scripts.project.foldersChanged();
        await everythingChanged();
      }),
    );
  }
  await session.editorSettings(undefined);
  if (push !== undefined) await push.all();
}

/** Tells the client that what it shows may be out of date. */
async function refresh(session: Session): Promise<void> {
  const { connection, client, documents } = session;
  const ignore = () => undefined;
  if (client.showsServerDocuments) {
    for (const { uri } of documents.all()) {
      if (uri.startsWith(`${textScheme}:`)) {
        await connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri }).catch(ignore);
      }
    }
  }
  await refreshScripts(session);
  await connection.sendNotification('portolan/settingsChanged');
}

/** Tells the client that findings may be out of date, of documents whose text and settings are not. */
async function refreshScripts({ connection, client }: Session): Promise<void> {
  const ignore = () => undefined;
  if (client.refreshesDiagnostics) await connection.sendRequest(DiagnosticRefreshRequest.type).catch(ignore);
  if (client.refreshesCodeLenses) await connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly WorkspaceFolder[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders;
  return rootUri ? [{ uri: rootUri, name: '' }] : [];
}
