import type { SuppressionFact } from '../model';
import { suppressionOf } from '../pytorch';

/** The suppressions of a text whose comments begin with `#`. */
export function commentSuppressions(text: string): SuppressionFact[] {
  return [...text.matchAll(/#[ \t]*portolan:[^\n\r]*/g)].flatMap(
    ({ 0: said, index }) => suppressionOf(text, index, index + said.length) ?? [],
  );
}
