import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { breathe, Cancelled } from '../analysis/job';
import { diagnosticsOf } from '../diagnostics';
import { messages } from '../messages';
import { fileName } from '../model-uri';
import { Progress } from '../progress';
import { goneReport, previousIds, workspaceDiagnostics } from '../workspace-diagnostics';
import type { Serving } from './serving';

/** Milliseconds after which files are looked at though no change was told: not every file system tells all. */
const longestWait = 60_000;

/** Diagnostics for clients that ask for them. */
export function registerDiagnostics({ session, listing, guard }: Serving): void {
  const { connection, client } = session;
  /** Documents that were told to have findings: to a client that asks for those of the workspace, they keep them when closed. */
  const told = new Set<string>();

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    guard.request('textDocument/diagnostic', token, async (): Promise<DocumentDiagnosticReport> => {
      // What has been typed meanwhile, and that nobody waits for this answer any more, comes in first.
      await breathe();
      if (token.isCancellationRequested) throw new Cancelled();
      const found = await diagnosticsOf(session, uri, token, previousResultId);
      if (found === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      if (found.items.length > 0) told.add(uri);
      if (found.resultId === previousResultId) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: found.resultId };
      }
      return { kind: DocumentDiagnosticReportKind.Full, resultId: found.resultId, items: [...found.items] };
    }),
  );

  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, _workDone, partial) =>
    guard.request('workspace/diagnostic', token, async (): Promise<WorkspaceDiagnosticReport> => {
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const previous = previousIds(previousResultIds);
      const { changes } = session;
      for (;;) {
        const { count } = changes;
        const report = (one: WorkspaceDocumentDiagnosticReport) => {
          if (partial === undefined) items.push(one);
          // A client that takes parts keeps what it is not told of. It may have closed the document since it asked.
          else if (one.kind === DocumentDiagnosticReportKind.Full) partial.report({ items: [one] });
        };
        const isOther = await walk(previous, report, token);
        if (partial === undefined || isOther || !client.watchesFiles || changes.count !== count) return { items };
        // A client that takes parts asks again and again: the answer waits until there may be one.
        await changes.after(count, longestWait, token);
        if (token.isCancellationRequested) throw new Cancelled();
        // By the ids that the client has by then.
        if (changes.count !== count) return { items };
      }
    }),
  );

  async function walk(
    previous: ReadonlyMap<string, string>,
    report: (report: WorkspaceDocumentDiagnosticReport) => void,
    token: CancellationToken,
  ): Promise<boolean> {
    let progress: Progress | undefined;
    try {
      const isOther = await workspaceDiagnostics(session, listing, previous, {
        token,
        report,
        progress: (done, all, uri) => {
          progress ??= new Progress(connection, session.say(messages.checkingWorkspace), client.showsProgress);
          progress.report(done / all, `${done + 1}/${all} ${fileName(uri)}`);
        },
      });
      for (const uri of told) {
        if (isOpen(uri)) continue;
        told.delete(uri);
        if (!(await listing.has(uri))) report(goneReport(uri));
      }
      return isOther;
    } finally {
      progress?.end();
    }
  }

  function isOpen(uri: string): boolean {
    return session.documents.get(uri) !== undefined || session.notebooks.findNotebookDocumentForCell(uri) !== undefined;
  }
}
