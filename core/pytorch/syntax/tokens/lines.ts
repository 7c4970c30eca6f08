import { isStatementKeyword, keywords } from './token';

const carriageReturn = 13;
const lineFeed = 10;

export const isNewline = (code: number) => code === lineFeed || code === carriageReturn;

/** Where the line ends that a place is in, its line feed excluded. */
export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isNewline(text.charCodeAt(at))) at++;
  return at;
}

/** Where the next line begins after the line feed, the carriage return, or both, at `at`. */
export function afterNewline(text: string, at: number): number {
  return text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
}

/** The column that white space leads to, as Python counts it: a tab goes to the next multiple of 8, a form feed to 0. */
export function nextColumn(column: number, space: number): number {
  if (space === 9) return (column & ~7) + 8;
  return space === 12 ? 0 : column + 1;
}

const statement = new RegExp(
  `(?:(?:${keywords
    .filter(([, token]) => isStatementKeyword(token))
    .map(([keyword]) => keyword)
    .join('|')})(?!\\w)|from[ \\t]+[\\w.]+[ \\t]+import\\b)`,
  'y',
);

/** Whether a place begins with a keyword that stands in no bracket. */
export function beginsStatement(text: string, at: number): boolean {
  statement.lastIndex = at;
  return statement.test(text);
}
