import type { Localized } from '../../model';

/** Of a large repository, so many different texts are told; beyond them the same one may be held twice. */
const mostTexts = 5000;
const texts = new Map<string, Localized>();

/**
 * The same object for the same text: what thousands of findings say is held once for as long as they are, and goes to another
 * thread once with all that say it.
 */
export function oneText(text: Localized): Localized {
  const known = texts.get(text.en);
  if (known !== undefined && known.zh === text.zh) return known;
  if (texts.size >= mostTexts) texts.clear();
  texts.set(text.en, text);
  return text;
}
