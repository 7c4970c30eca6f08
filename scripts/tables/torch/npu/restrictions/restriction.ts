import type { Localized } from '../../../../../core/model';
import { text } from '../../evidence';

/** A line of the column "limits" of the vendor's tables, and what becomes of it. */
export interface Restriction {
  /** The line as {@link plain} makes it. */
  readonly pattern: RegExp;
  /** What a hover says; absent where another field of the table says it, or where it is a heading. */
  readonly text?: Localized | undefined;
  /** Limits that check it on a call, by their ids; a hover over a call says what they find instead. */
  readonly limits: readonly string[];
}

/** What no call shows: it is told as it is. */
export function told(pattern: RegExp, en: string, zh: string): Restriction {
  return { pattern, text: text(en, zh), limits: [] };
}

/** What a limit checks on a call. */
export function checked(limits: readonly string[], pattern: RegExp, en: string, zh: string): Restriction {
  return { pattern, text: text(en, zh), limits };
}

/** What a field of its own says, a heading, or what restricts nothing. */
export function elsewhere(pattern: RegExp): Restriction {
  return { pattern, limits: [] };
}

/** A line without the marks of a list, code and links, quotes, spaces and closing colons, which vary between releases. */
export function plain(line: string): string {
  return line
    .trim()
    .replace(/^-\s*/, '')
    .replaceAll('`', '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[\s"“”*]/g, '')
    .replace(/(，?例如)?[：:]$/, '')
    .replace(/。$/, '');
}
