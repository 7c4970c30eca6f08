/**
 * A file's bytes. Reading is synchronous: the reader of a 2 GB model asks for a few kilobytes here and there, and an
 * `await` for each would cost more than the reading. Hosts without synchronous files hand over bytes in memory.
 */
export interface ByteSource {
  readonly size: number;
  /** Bytes [offset, offset + length), cut at the end of the source. The caller does not keep or change them. */
  read(offset: number, length: number): Uint8Array;
}

export interface FileStatus {
  readonly kind: 'file' | 'directory' | 'symlink' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Number of hard links, where the host knows. */
  readonly links?: number | undefined;
}

/** The files around the one under analysis. Paths use `/`. Nothing is written, executed or downloaded through it. */
export interface Workspace {
  /** Of the entry itself: a symlink is reported as one, never followed. Undefined where there is none. */
  status(path: string): Promise<FileStatus | undefined>;
  /** The path with every symlink resolved; undefined where there is no such file. */
  resolve(path: string): Promise<string | undefined>;
  read(path: string): Promise<Uint8Array | undefined>;
  /** Names of the entries of a folder; empty where there is none. */
  list(path: string): Promise<readonly string[]>;
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, Math.min(bytes.length, offset + length)),
  };
}
