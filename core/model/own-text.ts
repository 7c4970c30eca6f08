/** Texts that are kept: names come again and again, and one file of made-up names may not fill the memory. */
const mostKept = 20_000;
/** Longer ones come once. */
const longestKept = 200;

const kept = new Map<string, string>();

/**
 * A name by itself, one text for all places that have it. What is cut from a file or put together keeps its parts alive, and
 * engines compare it with others unit by unit, where one text is the same at a glance.
 */
export function ownText(name: string): string {
  const before = kept.get(name);
  if (before !== undefined) return before;
  const own = name.split('').join('');
  if (own.length > longestKept) return own;
  if (kept.size >= mostKept) kept.clear();
  kept.set(own, own);
  return own;
}
