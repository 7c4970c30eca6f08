import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { IgnoreFiles } from '../../core/lint/files/ignore-files';
import { bytesSource, type FileStatus } from '../../core/model';
import { type Files, FileTooLarge, type FileVersion, type OpenFile } from './files';

/** What comes whole through a message and into memory; a browser's tab has a few gigabytes at most. */
const largestFile = 512 * 1024 * 1024;

type Status = FileStatus & { readonly mtime: number };

/**
 * Files that only the client can read: all of them for a server in a web worker, and those of virtual file systems for
 * others. The client answers `portolan/readFile`, `portolan/fileStatus`, `portolan/readDirectory`, `portolan/findModels`,
 * `portolan/findScripts`.
 *
 * @param base a URI of the file system: its scheme and authority hold for every path of the workspace.
 */
export function clientFiles(connection: Connection, base: string): Files {
  const ask = <T>(method: string, uri: string): Promise<T | null> =>
    connection.sendRequest<T | null>(method, { uri }).catch(() => null);
  const status = (uri: string) => ask<Status>('portolan/fileStatus', uri);
  const read = async (uri: string): Promise<Uint8Array | undefined> => {
    const content = await ask<string | Uint8Array>('portolan/readFile', uri);
    return content === null ? undefined : typeof content === 'string' ? fromBase64(content) : content;
  };
  const at = (path: string) => URI.parse(base).with({ path, query: '', fragment: '' }).toString();

  return {
    async version(uri): Promise<FileVersion | undefined> {
      const found = await status(uri);
      return found === null || found.kind === 'directory' ? undefined : { size: found.size, mtime: found.mtime };
    },

    async open(uri): Promise<OpenFile | undefined> {
      const found = await status(uri);
      if (found !== null && found.size > largestFile) throw new FileTooLarge(found.size);
      const bytes = await read(uri);
      return bytes && { source: bytesSource(bytes), close: () => undefined };
    },

    async findModels(folder, limit): Promise<readonly string[]> {
      return ((await ask<readonly string[]>('portolan/findModels', folder)) ?? []).toSorted().slice(0, limit);
    },

    async findScripts(folder, limit): Promise<readonly string[]> {
      return ((await ask<readonly string[]>('portolan/findScripts', folder)) ?? []).toSorted().slice(0, limit);
    },

    // Its files cannot be looked at without waiting: folders go by their names.
    ignoreFiles: () => new IgnoreFiles({ kind: () => undefined, readText: () => undefined }),

    workspace: {
      status: async (path) => (await status(at(path))) ?? undefined,
      // A virtual file system shows no symlinks: every path is its own.
      resolve: async (path) => ((await status(at(path))) === null ? undefined : path),
      read: (path) => read(at(path)),
      list: async (path) => (await ask<readonly string[]>('portolan/readDirectory', at(path))) ?? [],
    },
  };
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
