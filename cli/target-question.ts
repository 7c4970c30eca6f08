import type { Localized } from '../core/model';
import { targetsMeant } from '../core/targets';

/** Asks which target was meant by a name that is none; undefined where none is like it. */
export function whichWasMeant(written: string): Localized | undefined {
  const meant = targetsMeant(written);
  if (meant.length === 0) return undefined;
  const last = meant.at(-1)!;
  const before = meant.slice(0, -1);
  return {
    en: `Did you mean ${before.length === 0 ? last : `${before.join(', ')} or ${last}`}?`,
    zh: `是否想用 ${before.length === 0 ? last : `${before.join('、')} 或 ${last}`}？`,
  };
}
