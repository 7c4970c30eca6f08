import type { TextEdit as ProtocolEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../../core/model';
import { placeOfSpan, type ScriptDocument } from './script-document';

/** Edits of a script as edits of its documents; undefined where one is of another file or would join two cells. */
export function workspaceEdit(document: ScriptDocument, edits: readonly TextEdit[]): WorkspaceEdit | undefined {
  const changes: Record<string, ProtocolEdit[]> = {};
  for (const { path, span, newText } of edits) {
    const { uri, range } = placeOfSpan(document, span);
    const part = document.parts.find((one) => one.document.uri === uri);
    if (path !== undefined || part === undefined || span.end > part.span.end) return undefined;
    const lineBreak = document.text.includes('\r\n') ? '\r\n' : '\n';
    (changes[uri] ??= []).push({ range, newText: newText.replaceAll(/\r?\n/g, lineBreak) });
  }
  return { changes };
}

/** The one edit that makes `after` of `before`; what is alike at both ends stays. None where nothing differs. */
export function differenceEdit(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [{ span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) }];
}
