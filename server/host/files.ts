import type { IgnoreFiles } from '../../core/lint/files/ignore-files';
import type { ByteSource, Workspace } from '../../core/model';

/** Tells one state of a file from another without reading it. */
export interface FileVersion {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/** A file's bytes, to be given back when the analysis is done. */
export interface OpenFile {
  readonly source: ByteSource;
  close(): void;
}

/** The files of one kind of URI, as the server's host can reach them. Nothing of a user's file is ever written. */
export interface Files {
  /** Undefined where there is no such file. */
  version(uri: string): Promise<FileVersion | undefined>;
  /** Undefined where it cannot be read; throws a {@link FileTooLarge} where it does not fit in memory and must. */
  open(uri: string): Promise<OpenFile | undefined>;
  /** The .onnx files below a folder, as URIs; at most `limit`. */
  findModels(folder: string, limit: number): Promise<readonly string[]>;
  /** Python files and what goes with them, below a folder, as URIs; at most `limit`. Notebooks are told when they are open. */
  findScripts(folder: string, limit: number): Promise<readonly string[]>;
  /** What the lists of a folder pass over, as it is now. */
  ignoreFiles(): IgnoreFiles;
  /** A file's bytes without waiting, where the host can; undefined where it cannot be read. */
  readNow?(uri: string): Uint8Array | undefined;
  /** The files around those of this kind, by path. */
  readonly workspace: Workspace;
}

export class FileTooLarge extends Error {
  constructor(readonly size: number) {
    super(`a file of ${size} bytes does not fit`);
  }
}
