import { characterWidth, displayWidth } from './width';

/** Chinese punctuation that must not begin a line, and that which must not end one (as in GB/T 15834). */
const neverFirst = /^[，。、；：？！）】》」』”’…％]/u;
/** Text without wide characters or colours, which most is. */
const simple = /^[\u0020-\u02ff…–·→•×░█]*$/;
const neverLast = /[（【《「『“‘]$/u;

/** Breaks `text` into lines of at most `width` columns: at spaces, and between Chinese characters. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 10)));
}

function wrapLine(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text)) {
    const size = displayWidth(piece);
    if (used > 0 && used + displayWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece;
    used += size;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** The smallest parts that a line may be broken between: words with the space behind them, single wide characters. */
function pieces(text: string): string[] {
  if (simple.test(text)) return text.match(/^ +|[^ ]+ */g) ?? [];
  const result: string[] = [];
  let open = false;
  for (const character of text) {
    const last = result.at(-1);
    const isWide = characterWidth(character) === 2;
    const joins =
      last !== undefined &&
      (character === ' ' || neverFirst.test(character) || neverLast.test(last) || (open && !isWide));
    if (joins) result[result.length - 1] = last + character;
    else result.push(character);
    open = character !== ' ' && !isWide;
  }
  return result;
}
