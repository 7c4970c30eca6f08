import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';

const mostRanges = 20_000;
const open = new Map([
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
  ['<', '>'],
]);
const closing = new Set(open.values());

/** A range for every pair of brackets on different lines, and for comments of several lines. */
export function foldingRanges(text: string): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const pending: { bracket: string; line: number }[] = [];
  let line = 0;
  let commentFrom: number | undefined;
  for (const { 0: token } of text.matchAll(/\n|#[^\n]*|"(?:[^"\\]|\\.)*"|=>|[{}[\]()<>]/gs)) {
    if (ranges.length >= mostRanges) break;
    if (token === '\n') line++;
    else if (token.startsWith('#')) commentFrom ??= line;
    else {
      if (token.startsWith('"')) line += token.split('\n').length - 1;
      else if (open.has(token)) pending.push({ bracket: token, line });
      else if (closing.has(token)) close(token);
    }
    if (commentFrom !== undefined && token !== '\n' && !token.startsWith('#')) endComment();
  }
  return ranges;

  function close(bracket: string): void {
    const at = pending.findLastIndex((each) => open.get(each.bracket) === bracket);
    if (at < 0) return;
    const { line: from } = pending[at]!;
    pending.length = at;
    if (line - 1 > from) ranges.push({ startLine: from, endLine: line - 1 });
  }

  function endComment(): void {
    const from = commentFrom!;
    commentFrom = undefined;
    if (line - 1 > from) ranges.push({ startLine: from, endLine: line - 1, kind: FoldingRangeKind.Comment });
  }
}
