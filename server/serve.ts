import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  NotebookDocuments,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilities } from './capabilities';
import { clientProfile } from './client-profile';
import { follow } from './follow';
import { Guard } from './guard';
import { registerInlayHints } from './handlers/checkpoints';
import { registerDiagnostics } from './handlers/diagnostics';
import { registerDocuments } from './handlers/documents';
import { registerOwnRequests } from './handlers/own-requests';
import type { Serving } from './handlers/serving';
import { messages } from './messages';
import { type FilesOf, Session } from './session';
import { WorkspaceListing } from './workspace-listing';

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
    serving = { session, listing: new WorkspaceListing(session), guard };
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

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly WorkspaceFolder[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders;
  return rootUri ? [{ uri: rootUri, name: '' }] : [];
}
