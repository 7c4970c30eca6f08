import type { FileSystem } from './files/file-system';
import type { Threads } from './threads';

/** 0: nothing at or above the threshold; 1: findings; 2: usage, configuration or I/O error. */
export type ExitCode = 0 | 1 | 2;

/** A stream that text is written to. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
}

/** Everything that a command may use of its surroundings, so that tests give it a world of their own. */
export interface Host {
  /** Without the program's own path. */
  readonly argv: readonly string[];
  readonly fs: FileSystem;
  /** Absolute, with `/`. */
  readonly cwd: string;
  readonly stdin: { read(): Promise<Uint8Array> };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The day, as in `2026-11-28`. */
  today(): string;
  /** Loaded where there is work for several; absent where everything is done on one. */
  readonly threads?: (() => Promise<Threads>) | undefined;
  /** Says that the same code is going to run for a while, over many files. */
  readonly expectLongRun?: (() => void) | undefined;
  /** Milliseconds; only differences mean something. */
  now(): number;
}
