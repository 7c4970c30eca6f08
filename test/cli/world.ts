import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { ExitCode } from '../../cli/host';
import { main } from '../../cli/main';
import { inRepository } from '../harness/repository';
import { type Files, memoryFileSystem } from './memory-file-system';

/** What the program is run on. */
export interface World {
  readonly args: readonly string[];
  /** By path, relative to the current folder. */
  readonly files?: Files;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: Uint8Array;
  /** Width, where standard output and error are a terminal. In memory only. */
  readonly columns?: number;
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** By path, relative to the current folder. */
  readonly written: ReadonlyMap<string, string>;
}

const cwd = '/home/user/project';

/** Runs `main` on files in memory. Time passes by 20 ms at each look at the clock. */
export async function inMemory({ args, files = {}, env = {}, stdin, columns }: World): Promise<Outcome> {
  const fs = memoryFileSystem(
    Object.fromEntries(
      [...Object.entries(files), ['.git/HEAD', ''] as const].map(([name, content]) => [
        path.posix.resolve(cwd, name),
        content,
      ]),
    ),
  );
  const printed = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      printed[name] += text;
    },
    isTerminal: columns !== undefined,
    columns,
  });
  let clock = 0;
  const code: ExitCode = await main({
    argv: args,
    fs,
    cwd,
    stdin: { read: async () => stdin ?? new Uint8Array() },
    stdout: output('stdout'),
    stderr: output('stderr'),
    env,
    today: () => '2026-01-02',
    now: () => {
      clock += 20;
      return clock;
    },
  });
  const written = new Map([...fs.written].map(([file, text]) => [path.posix.relative(cwd, file), text]));
  return { code, ...printed, written };
}

/** Runs the program on files in a folder of its own. */
export async function asProcess({ args, files = {}, env = {}, stdin }: World, bin: string): Promise<Outcome> {
  // Below the repository: what lies above it, such as a configuration in the machine's temporary folder, has no say.
  mkdirSync(inRepository('out'), { recursive: true });
  const folder = mkdtempSync(inRepository('out', 'world-'));
  try {
    mkdirSync(path.join(folder, '.git'));
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, file);
      else writeFileSync(file, content);
    }
    const before = new Map(allFiles(folder).map((file) => [file, contentOf(folder, file)]));
    const { PATH } = process.env;
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env: { PATH, ...env } });
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        printed[name] += text;
      });
    }
    child.stdin.on('error', () => {}).end(stdin ?? '');
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    const after = allFiles(folder).map((file) => [file, contentOf(folder, file)] as const);
    return { code, ...printed, written: new Map(after.filter(([file, text]) => before.get(file) !== text)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function contentOf(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

function allFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
