/**
 * Whether a character takes two columns on a terminal: East Asian Wide and Fullwidth of Unicode Standard Annex #11, as far
 * as Chinese, Japanese and Korean text and pictographs need it.
 */
function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u.test(
    character,
  );
}

/** In a function: a class of Unicode takes half a millisecond to make ready, and most reports have no such character. */
function isWithoutWidth(character: string): boolean {
  return /[\p{Mn}\p{Me}\p{Cf}]/u.test(character);
}

/** Punctuation, arrows, blocks and marks, as reports have them. */
const common = /[\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2500-\u27bf]/;
const escapes = /\u001b\[[0-9;]*m/g;
const plain = /^[\u0020-\u007e]*$/;

/** Columns that `text` takes on a terminal; its colours take none. */
export function displayWidth(text: string): number {
  const bare = text.replace(escapes, '');
  if (plain.test(bare)) return bare.length;
  let width = 0;
  for (const character of bare) width += characterWidth(character);
  return width;
}

export function characterWidth(character: string): 0 | 1 | 2 {
  if (character < '\u0300' || common.test(character)) return 1;
  if (character >= '\u4e00' && character <= '\u9fff') return 2;
  if (isWithoutWidth(character)) return 0;
  return isWide(character) ? 2 : 1;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** `text` cut to `width` columns, the cut marked. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let result = '';
  let used = 1;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    result += character;
  }
  return `${result}…`;
}
