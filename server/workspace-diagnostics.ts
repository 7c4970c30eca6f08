import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { scriptKindOf } from '../core/lint';
import { breathe, Cancelled } from './analysis/job';
import { isConfigurationName } from './checkpoints/configuration-uri';
import { type DocumentDiagnostics, diagnosticsOf, fileResultId } from './diagnostics';
import { normal } from './model-uri';
import type { Session } from './session';
import { pathOf } from './settings/model-settings';
import type { WorkspaceListing } from './workspace-listing';

/** How a walk through the workspace is followed. */
export interface Walk {
  readonly token: CancellationToken;
  report(report: WorkspaceDocumentDiagnosticReport): void;
  progress(done: number, all: number, uri: string): void;
}

/**
 * The findings of every model and script of the workspace, each told as soon as it is known. One that has not changed since
 * `previous` is not analysed again; one that is gone, or is not to be checked any more, is told to have none.
 *
 * @returns whether anything is other than in `previous`
 */
export async function workspaceDiagnostics(
  session: Session,
  listing: WorkspaceListing,
  previous: ReadonlyMap<string, string>,
  walk: Walk,
): Promise<boolean> {
  const { workspaceDiagnostics: wanted } = await session.editorSettings(undefined);
  const uris = wanted ? await listing.all() : [];
  let isOther = false;
  const tell = (uri: string, found: DocumentDiagnostics) => {
    isOther = true;
    walk.report(fullReport(uri, found));
  };
  const tellGone = (uri: string) => {
    if ((previous.get(uri) ?? gone.resultId) !== gone.resultId) tell(uri, gone);
  };
  for (const [index, uri] of uris.entries()) {
    if (walk.token.isCancellationRequested) throw new Cancelled();
    const resultId = await fileResultId(session, uri);
    if (resultId === undefined) {
      tellGone(uri);
      continue;
    }
    if (previous.get(uri) === resultId) {
      walk.report({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId });
      continue;
    }
    await breathe(session.typing.pause);
    walk.progress(index, uris.length, uri);
    const found = await diagnosticsOf(session, uri, walk.token);
    if (found !== undefined) tell(uri, found);
  }
  const known = new Set(uris);
  for (const uri of previous.keys()) {
    const isOurs = /\.onnx$/i.test(uri) || isConfigurationName(uri) || scriptKindOf(pathOf(uri)) !== undefined;
    if (!known.has(uri) && uri.startsWith('file') && isOurs) tellGone(uri);
  }
  return isOther;
}

/** That nothing is to be told of a file: it was deleted, or lies in no folder of the workspace and was closed. */
export function goneReport(uri: string): WorkspaceDocumentDiagnosticReport {
  return fullReport(uri, gone);
}

const gone: DocumentDiagnostics = { resultId: 'gone', items: [] };

/** The ids of an earlier answer by URI in the one spelling. */
export function previousIds(
  ids: readonly { readonly uri: string; readonly value: string }[],
): ReadonlyMap<string, string> {
  return new Map(ids.map(({ uri, value }) => [normal(uri), value]));
}

function fullReport(uri: string, { resultId, items }: DocumentDiagnostics): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...items] };
}
