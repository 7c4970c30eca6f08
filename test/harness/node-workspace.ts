import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import type { Workspace } from '../../core/model';

const absent = () => undefined;

/** The file system as a workspace, with nothing between. */
export const nodeWorkspace: Workspace = {
  async status(path) {
    const found = await lstat(path).catch(absent);
    if (found === undefined) return undefined;
    const kind = found.isSymbolicLink()
      ? 'symlink'
      : found.isFile()
        ? 'file'
        : found.isDirectory()
          ? 'directory'
          : 'other';
    return { kind, size: found.size, links: found.nlink };
  },
  resolve: (path) => realpath(path).catch(absent),
  read: (path) => readFile(path).catch(absent),
  list: (path) => readdir(path).catch(() => []),
};
