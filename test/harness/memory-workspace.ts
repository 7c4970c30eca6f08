import type { Workspace } from '../../core/model';

/** A workspace of files in memory, by path. Folders are where a file lies below them. */
export function memoryWorkspace(files: ReadonlyMap<string, string | Uint8Array>): Workspace {
  const bytesOf = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const below = (path: string): string[] =>
    [...files.keys()].filter((file) => file.startsWith(path.endsWith('/') ? path : `${path}/`));
  return {
    async status(path) {
      const content = files.get(path);
      if (content !== undefined) return { kind: 'file', size: bytesOf(content).length, links: 1 };
      return below(path).length > 0 ? { kind: 'directory', size: 0 } : undefined;
    },
    async resolve(path) {
      return files.has(path) || below(path).length > 0 ? path : undefined;
    },
    async read(path) {
      const content = files.get(path);
      return content === undefined ? undefined : bytesOf(content);
    },
    async list(path) {
      const prefix = path.endsWith('/') ? path : `${path}/`;
      return [...new Set(below(path).map((file) => file.slice(prefix.length).split('/')[0]!))];
    },
  };
}
