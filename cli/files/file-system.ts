import type { ByteSource, Localized, Workspace } from '../../core/model';

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'symlink' | 'other';
}

/** A file that is being read; close it. */
export interface OpenFile extends ByteSource {
  close(): void;
}

/** Why a file cannot be read or written. */
export class FileError extends Error {
  constructor(readonly text: Localized) {
    super(text.en);
  }
}

/** The files of the machine, or of a test. Paths are absolute and use `/`. */
export interface FileSystem extends Workspace {
  /** @throws FileError */
  open(path: string): OpenFile;
  /** Entries of a folder in no particular order; empty where it cannot be read. */
  entries(path: string): readonly Entry[];
  /** Of what the path leads to, symlinks followed. */
  kind(path: string): 'file' | 'directory' | 'other' | undefined;
  /** The path with every symlink resolved; undefined where it leads nowhere. */
  realPath(path: string): string | undefined;
  /** Undefined where there is no such file. @throws FileError where it cannot be read. */
  readText(path: string): string | undefined;
  /** Replaces the file as a whole or not at all; its mode stays, and a symlink leads to the new text. @throws FileError */
  write(path: string, parts: Iterable<string>): void;
}
