import path from 'node:path';
import { type Entry, FileError, type FileSystem } from '../../cli/files/file-system';
import { bytesSource } from '../../core/model';

/** A file's content, or a symlink. */
export type Content = string | Uint8Array | { readonly link: string };
export type Files = Readonly<Record<string, Content>>;

/** A file system in memory. Folders are where files lie below them. Paths of `files` are absolute. */
export function memoryFileSystem(files: Files): FileSystem & { readonly written: Map<string, string> } {
  const contents = new Map(Object.entries(files));
  const written = new Map<string, string>();
  const folders = new Set(['/']);
  for (const file of contents.keys()) {
    for (let folder = path.posix.dirname(file); folder !== '/'; folder = path.posix.dirname(folder))
      folders.add(folder);
  }

  /** The path with its symlinks followed; undefined where it leads nowhere. */
  function realPath(asked: string, depth = 0): string | undefined {
    if (depth > 20) return undefined;
    let real = '/';
    for (const part of asked.split('/').filter((one) => one !== '')) {
      const next = path.posix.join(real, part);
      const content = contents.get(next);
      if (content !== undefined && typeof content === 'object' && 'link' in content) {
        const target = realPath(path.posix.resolve(real, content.link), depth + 1);
        if (target === undefined) return undefined;
        real = target;
      } else if (content === undefined && !folders.has(next)) return undefined;
      else real = next;
    }
    return real;
  }

  function bytes(asked: string): Uint8Array | undefined {
    const content = contents.get(realPath(asked) ?? '');
    if (typeof content === 'string') return new TextEncoder().encode(content);
    return content instanceof Uint8Array ? content : undefined;
  }

  function kindHere(place: string): Entry['kind'] | undefined {
    const content = contents.get(place);
    if (content === undefined) return folders.has(place) ? 'directory' : undefined;
    return typeof content === 'object' && 'link' in content ? 'symlink' : 'file';
  }

  function entries(asked: string): Entry[] {
    const folder = realPath(asked);
    if (folder === undefined) return [];
    const names = [...contents.keys(), ...folders].filter((one) => one !== '/' && path.posix.dirname(one) === folder);
    // In an order of their own: whoever needs one sorts.
    return names.reverse().map((one) => ({ name: path.posix.basename(one), kind: kindHere(one)! }));
  }

  const fileSystem: FileSystem = {
    open(asked) {
      const content = bytes(asked);
      if (content === undefined) throw new FileError({ en: 'permission denied', zh: '没有访问权限' });
      return { ...bytesSource(content), close: () => {} };
    },
    entries,
    kind(asked) {
      const real = realPath(asked);
      const kind = real === undefined ? undefined : kindHere(real);
      return kind === 'symlink' ? undefined : kind;
    },
    realPath: (asked) => realPath(asked),
    readText(asked) {
      const content = bytes(asked);
      return content && new TextDecoder().decode(content);
    },
    write: (asked, parts) => void written.set(asked, [...parts].join('')),
    status: async (asked) => {
      const parent = realPath(path.posix.dirname(asked));
      const place = parent && path.posix.join(parent, path.posix.basename(asked));
      const kind = place && kindHere(place);
      return kind ? { kind, size: bytes(asked)?.length ?? 0, links: 1 } : undefined;
    },
    resolve: async (asked) => realPath(asked),
    read: async (asked) => bytes(asked),
    list: async (asked) => entries(asked).map(({ name }) => name),
  };
  return { ...fileSystem, written };
}
