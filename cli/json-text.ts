/**
 * JSON that every reader takes and no terminal obeys: bigints are written as the integers they are, halves of surrogate
 * pairs (names of a file may be any bytes) become U+FFFD, control and bidirectional characters are escaped.
 */
export function jsonText(value: unknown, indent?: number): string {
  const integers = new Map<string, bigint>();
  const text = JSON.stringify(
    value,
    (_key, item) => {
      if (typeof item === 'string') return item.isWellFormed() ? item : item.toWellFormed();
      if (typeof item !== 'bigint') return item;
      const mark = `${integerMark}${item}`;
      integers.set(mark, item);
      return mark;
    },
    indent,
  );
  const exact =
    integers.size === 0
      ? text
      : text.replace(quotedInteger, (quoted) => String(integers.get(JSON.parse(quoted)) ?? quoted));
  return exact.replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** No string of a report begins with this private character and goes on like this. */
const integerMark = '\uf8ffinteger:';
const quotedInteger = /"\uf8ffinteger:-?\d+"/g;
const invisible = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
