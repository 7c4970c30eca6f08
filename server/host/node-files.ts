import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { scriptKindOf } from '../../core/lint';
import { IgnoreFiles } from '../../core/lint/files/ignore-files';
import type { ByteSource, FileStatus, Workspace } from '../../core/model';
import type { Files, FileVersion, OpenFile } from './files';
import { leavesOut } from './passed-over';

/** The local files of a Node process, for `file:` URIs. */
export const nodeFiles: Files = {
  async version(uri): Promise<FileVersion | undefined> {
    const status = await stat(fsPath(uri)).catch(() => undefined);
    return status?.isFile() ? { size: status.size, mtime: status.mtimeMs } : undefined;
  },

  async open(uri): Promise<OpenFile | undefined> {
    const status = await stat(fsPath(uri)).catch(() => undefined);
    if (!status?.isFile()) return undefined;
    try {
      const descriptor = openSync(fsPath(uri), 'r');
      return { source: descriptorSource(descriptor, status.size), close: () => closeSync(descriptor) };
    } catch {
      return undefined;
    }
  },

  findModels: (folder, limit) => filesBelow(folder, limit, 'model', isCheckable),

  findScripts: (folder, limit) => filesBelow(folder, limit, 'script', isWorkspaceScript),

  ignoreFiles,

  readNow(uri): Uint8Array | undefined {
    try {
      return readFileSync(fsPath(uri));
    } catch {
      return undefined;
    }
  },

  workspace: nodeWorkspace(),
};

/** Models, and what may be a model's configuration. */
function isCheckable(file: string): boolean {
  return /\.onnx$/i.test(file) || /(^|\/)config(_[\w.]+)?\.json$/.test(file);
}

/** In breadth, so that what is nearest to the folder is within the limit. */
async function filesBelow(
  folder: string,
  limit: number,
  what: 'model' | 'script',
  wanted: (path: string) => boolean,
): Promise<readonly string[]> {
  const ignore = ignoreFiles();
  const found: string[] = [];
  const pending = [fsPath(folder)];
  for (let next = 0; next < pending.length && found.length < limit; next += 1) {
    const current = pending[next]!;
    const entries = await readdir(current, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const full = path.join(current, entry.name);
      const isFolder = entry.isDirectory();
      // A link to a folder may lead in a circle.
      if (!isFolder && !(entry.isFile() && wanted(slashes(full)))) continue;
      if (leavesOut(ignore, what, slashes(full), isFolder)) continue;
      if (isFolder) pending.push(full);
      else found.push(URI.file(full).toString());
    }
  }
  return found.sort().slice(0, limit);
}

/** Notebooks are shown by an editor of their own, whose cells are told when they are open. */
function isWorkspaceScript(file: string): boolean {
  const kind = scriptKindOf(file);
  return kind !== undefined && kind !== 'notebook';
}

function ignoreFiles(): IgnoreFiles {
  return new IgnoreFiles({
    kind(file) {
      try {
        const status = statSync(file, { throwIfNoEntry: false });
        return status && (status.isFile() ? 'file' : status.isDirectory() ? 'directory' : 'other');
      } catch {
        return undefined; // below a file, or in a folder that may not be looked into
      }
    },
    readText(file) {
      try {
        return readFileSync(file, 'utf8');
      } catch {
        return undefined;
      }
    },
  });
}

function nodeWorkspace(): Workspace {
  return {
    async status(file): Promise<FileStatus | undefined> {
      const status = await lstat(file).catch(() => undefined);
      if (status === undefined) return undefined;
      const kind = status.isSymbolicLink()
        ? 'symlink'
        : status.isFile()
          ? 'file'
          : status.isDirectory()
            ? 'directory'
            : 'other';
      return { kind, size: status.size, links: status.nlink };
    },
    resolve: (file) => realpath(file).then(slashes, () => undefined),
    read: (file) => readFile(file).catch(() => undefined),
    list: (folder) => readdir(folder).catch(() => []),
  };
}

function descriptorSource(descriptor: number, size: number): ByteSource {
  return {
    size,
    read(offset, length): Uint8Array {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let done = 0;
      while (done < bytes.length) {
        const count = readSync(descriptor, bytes, done, bytes.length - done, offset + done);
        if (count === 0) return bytes.subarray(0, done); // cut while it was read
        done += count;
      }
      return bytes;
    },
  };
}

function fsPath(uri: string): string {
  return URI.parse(uri).fsPath;
}

function slashes(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}
