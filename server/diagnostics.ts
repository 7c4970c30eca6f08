import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { configurationName } from '../core/lint';
import { readConfiguration } from '../core/lint/configuration';
import { inLanguage } from '../core/model';
import type { ModelAnalysis } from './analysis/model-analysis';
import { isConfigurationName } from './checkpoints/configuration-uri';
import { checkpointDiagnostics } from './checkpoints/diagnostics';
import { normal, textScheme, textViewOf } from './model-uri';
import { scriptDiagnostics } from './scripts/script-diagnostics';
import { isText, type Session } from './session';
import { pathOf } from './settings/model-settings';
import { toDiagnostics } from './to-protocol/diagnostic';

/** Diagnostics of one document, with an id that is equal while they are. */
export interface DocumentDiagnostics {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** The diagnostics of any document that the server knows: text views, models, models as text, configurations. */
export async function diagnosticsOf(
  session: Session,
  uri: string,
  token: CancellationToken | undefined,
  previousResultId?: string,
): Promise<DocumentDiagnostics | undefined> {
  if (isConfiguration(uri)) return configurationDiagnostics(session, uri);
  if (isConfigurationName(uri)) return checkpointReport(session, uri);
  if (session.scripts.scriptOf(uri) !== undefined)
    return scriptDocumentDiagnostics(session, uri, token, previousResultId);
  const kind = await placeOf(session, uri, token);
  const model = kind === undefined ? undefined : await session.analysis(uri, token);
  if (kind === undefined || model === undefined) return undefined;
  const resultId = `${kind} ${hash(model.version)}`;
  if (resultId === previousResultId) return { resultId, items: [] };
  return { resultId, items: modelDiagnostics(session, model, kind === 'file' ? undefined : uri) };
}

/** Of a model's configuration; nothing for other programs' files of that name. */
async function checkpointReport(session: Session, uri: string): Promise<DocumentDiagnostics> {
  const checkpoint = await session.checkpoints.of(uri);
  if (checkpoint === undefined) return { resultId: 'none', items: [] };
  const { language, client } = session;
  const items = checkpointDiagnostics(checkpoint, { language, linksRules: client.showsServerDocuments });
  return { resultId: `checkpoint ${hash(checkpoint.version)}`, items };
}

/** Of a file, or of one cell of a notebook. */
async function scriptDocumentDiagnostics(
  session: Session,
  uri: string,
  token: CancellationToken | undefined,
  previousResultId: string | undefined,
): Promise<DocumentDiagnostics | undefined> {
  const script = await session.scripts.analysis(uri, undefined, token);
  if (script === undefined) return undefined;
  const resultId = scriptResultId(session, script.version);
  if (resultId === previousResultId) return { resultId, items: [] };
  const { language, client } = session;
  const found = scriptDiagnostics(script, { language, linksRules: client.showsServerDocuments });
  return { resultId, items: found.get(uri) ?? (script.document.cells === undefined ? [...found.values()].flat() : []) };
}

function scriptResultId({ language }: Session, version: string): string {
  return `script ${hash(`${version} ${language}`)}`;
}

/** `document`: the one that has the model's lines and is reported on; undefined: the binary file. */
function modelDiagnostics(session: Session, model: ModelAnalysis, document: string | undefined): Diagnostic[] {
  return toDiagnostics(model.report, session.text(model), {
    language: session.language,
    linksRules: session.client.showsServerDocuments,
    onFile: document === undefined,
    lines: document ?? (session.client.showsServerDocuments ? textViewOf(model.uri) : undefined),
  });
}

/** The id that a report on the file itself would have now, found without an analysis. */
export async function fileResultId(session: Session, model: string): Promise<string | undefined> {
  if (isConfigurationName(model)) return (await checkpointReport(session, model)).resultId;
  if (session.scripts.scriptOf(model) !== undefined) {
    const version = await session.scripts.version(model);
    return version && scriptResultId(session, version);
  }
  const current = await session.version(model);
  return current && `file ${hash(current.version)}`;
}

/** Whether a URI's diagnostics stand on lines, or on the binary file as a whole. */
async function placeOf(
  session: Session,
  uri: string,
  token: CancellationToken | undefined,
): Promise<'lines' | 'file' | undefined> {
  const { scheme } = URI.parse(uri);
  if (scheme === textScheme || isText(uri)) return 'lines';
  // An editor without server documents may have filled the buffer of the .onnx itself with its text view.
  const shown = session.documents.get(normal(uri)) ?? session.documents.get(uri);
  if (shown === undefined) return 'file';
  const model = await session.analysis(uri, token);
  return model !== undefined && sameText(shown.getText(), session.text(model).text) ? 'lines' : 'file';
}

/** Equal but for line ends and what an editor adds at the end. */
export function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a) === plain(b);
}

function isConfiguration(uri: string): boolean {
  return URI.parse(uri).path.endsWith(`/${configurationName}`);
}

async function configurationDiagnostics(session: Session, uri: string): Promise<DocumentDiagnostics | undefined> {
  const text = session.documents.get(uri)?.getText();
  if (text === undefined) return undefined;
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  const { problems } = readConfiguration(text, pathOf(uri));
  const items = problems.map(({ code, severity, message, span }) => ({
    range: { start: document.positionAt(span?.start ?? 0), end: document.positionAt(span?.end ?? 0) },
    severity: severity === 'error' ? (1 as const) : (2 as const),
    source: 'portolan',
    code,
    message: inLanguage(message, session.language),
  }));
  return { resultId: `configuration ${hash(text + session.language)}`, items };
}

/** FNV-1a over UTF-16 units, twice with different bases: an id, no protection. */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0xc9dc5118;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x01000193);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
