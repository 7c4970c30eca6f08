import {
  CodeLensRefreshRequest,
  DiagnosticRefreshRequest,
  TextDocumentContentRefreshRequest,
} from 'vscode-languageserver';
import { textScheme } from './model-uri';
import type { Session } from './session';

/** A client that takes no such request shows what it has until it asks again. */
const ignore = () => undefined;

/** Tells the client that what it shows may be out of date. */
export async function refresh(session: Session): Promise<void> {
  const { connection, client, documents } = session;
  if (client.showsServerDocuments) {
    for (const { uri } of documents.all()) {
      if (uri.startsWith(`${textScheme}:`)) {
        await connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri }).catch(ignore);
      }
    }
  }
  await refreshFindings(session);
  await connection.sendNotification('portolan/settingsChanged');
}

/** Tells the client that findings may be out of date, of documents whose text and settings are not. */
export async function refreshFindings({ connection, client }: Session): Promise<void> {
  if (client.refreshesDiagnostics) await connection.sendRequest(DiagnosticRefreshRequest.type).catch(ignore);
  if (client.refreshesCodeLenses) await connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
}
