import { ownText } from './own-text';

/** Names that are kept: scripts have the same few again and again, and one text of made-up names may not fill the memory. */
const mostKept = 20_000;

/** `find`, which depends on nothing but the name, asked once for each name. */
export function keptByName<T>(find: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    let found = known.get(name);
    if (found !== undefined || known.has(name)) return found as T;
    if (known.size >= mostKept) known.clear();
    const own = ownText(name);
    known.set(own, (found = find(own)));
    return found;
  };
}
