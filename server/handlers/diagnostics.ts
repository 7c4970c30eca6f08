import {
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
import { previousIds, workspaceDiagnostics } from '../workspace-diagnostics';
import type { Serving } from './serving';

/** Diagnostics for clients that ask for them. */
export function registerDiagnostics({ session, models, guard }: Serving): void {
  const { connection, client } = session;

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    guard.request('textDocument/diagnostic', token, async (): Promise<DocumentDiagnosticReport> => {
      // What has been typed meanwhile, and that nobody waits for this answer any more, comes in first.
      await breathe();
      if (token.isCancellationRequested) throw new Cancelled();
      const found = await diagnosticsOf(session, uri, token, previousResultId);
      if (found === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      if (found.resultId === previousResultId) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: found.resultId };
      }
      return { kind: DocumentDiagnosticReportKind.Full, resultId: found.resultId, items: [...found.items] };
    }),
  );

  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, _workDone, partial) =>
    guard.request('workspace/diagnostic', token, async (): Promise<WorkspaceDiagnosticReport> => {
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const progress = new Progress(connection, session.say(messages.checkingWorkspace), client.showsProgress);
      try {
        await workspaceDiagnostics(session, models, previousIds(previousResultIds), {
          token,
          report: (report) => {
            if (partial === undefined) items.push(report);
            else partial.report({ items: [report] });
          },
          progress: (done, all, uri) => progress.report(done / all, `${done + 1}/${all} ${fileName(uri)}`),
        });
      } finally {
        progress.end();
      }
      return { items };
    }),
  );
}
