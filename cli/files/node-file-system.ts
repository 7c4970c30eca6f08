import {
  accessSync,
  closeSync,
  constants,
  type Dirent,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { bytesSource, type FileStatus, type Localized } from '../../core/model';
import { type Entry, FileError, type FileSystem, type OpenFile } from './file-system';
import { positionedSource } from './positioned-source';

/** The machine's files. Calls are synchronous: a command has nothing else to do meanwhile, and they start faster. */
export const nodeFileSystem: FileSystem = {
  open,
  entries: (path) => attempt(() => readdirSync(path, { withFileTypes: true }), [] as Dirent[]).map(entry),
  kind(path) {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return undefined;
    const kind = kindOf(status);
    return kind === 'symlink' ? 'other' : kind;
  },
  realPath: (path) => attempt(() => withSlashes(realpathSync(path)), undefined),
  readText(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw new FileError(reason(error));
    }
  },
  write(path, parts) {
    const file = attempt(() => realpathSync(path), path);
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      const status = statSync(file, { throwIfNoEntry: false });
      // What is no file, such as /dev/stdout, cannot be replaced.
      if (status?.isFile() === false) return writeParts(file, parts);
      // A file that may not be written is not replaced either, though its folder would allow it.
      if (status !== undefined) accessSync(file, constants.W_OK);
      writeParts(temporary, parts, status?.mode);
      renameSync(temporary, file);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw new FileError(reason(error));
    }
  },
  status: async (path) => attempt(() => status(path), undefined),
  resolve: async (path) => nodeFileSystem.realPath(path),
  read: async (path) => attempt(() => readFileSync(path), undefined),
  list: async (path) => attempt(() => readdirSync(path), []),
};

export function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

function writeParts(path: string, parts: Iterable<string>, mode?: number): void {
  const descriptor = openSync(path, 'w', mode);
  try {
    // As it was, whatever the process's own mask.
    if (mode !== undefined) fchmodSync(descriptor, mode);
    for (const part of parts) writeFileSync(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
}

function open(path: string): OpenFile {
  try {
    const descriptor = openSync(path, 'r');
    const stats = fstatSync(descriptor);
    if (stats.isFile()) {
      const { size, read } = positionedSource(stats.size, (target, length, position) =>
        readSync(descriptor, target, 0, length, position),
      );
      return { size, read, close: () => closeSync(descriptor) };
    }
    try {
      // A pipe, such as a shell's <(command): it has no size and no positions.
      return { ...bytesSource(readFileSync(descriptor)), close: () => {} };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new FileError(reason(error));
  }
}

function status(path: string): FileStatus | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats && { kind: kindOf(stats), size: stats.size, links: stats.nlink };
}

function kindOf(item: Stats | Dirent): Entry['kind'] {
  if (item.isFile()) return 'file';
  if (item.isDirectory()) return 'directory';
  return item.isSymbolicLink() ? 'symlink' : 'other';
}

function entry(item: Dirent): Entry {
  return { name: item.name, kind: kindOf(item) };
}

function attempt<T>(action: () => T, otherwise: T): T {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const reasons: Readonly<Record<string, Localized>> = {
  ENOENT: { en: 'no such file or folder', zh: '文件或文件夹不存在' },
  ENOTDIR: { en: 'a part of the path is not a folder', zh: '路径中有一部分不是文件夹' },
  EACCES: { en: 'permission denied', zh: '没有访问权限' },
  EPERM: { en: 'operation not permitted', zh: '操作不被允许' },
  EISDIR: { en: 'it is a folder', zh: '这是一个文件夹' },
  ELOOP: { en: 'too many symbolic links', zh: '符号链接层数过多' },
  EMFILE: { en: 'too many open files', zh: '打开的文件过多' },
  ENOSPC: { en: 'no space left on the device', zh: '磁盘空间不足' },
  EROFS: { en: 'the file system is read-only', zh: '文件系统只读' },
  ENAMETOOLONG: { en: 'the name is too long', zh: '文件名过长' },
};

function reason(error: unknown): Localized {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? { en: message, zh: message };
}
