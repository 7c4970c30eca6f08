/**
 * Whether the brackets of a JSON text, broken or not, are nested deeper than `deepest`. Parsers that recurse do not come back
 * from some thousands.
 */
export function nestsDeeper(text: string, deepest: number): boolean {
  let depth = 0;
  for (const { 0: token } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
