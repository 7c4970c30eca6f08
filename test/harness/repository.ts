import { existsSync } from 'node:fs';
import path from 'node:path';

/** The repository's root: tests are started there. */
export const repositoryRoot = process.cwd();

/** A path in the repository. */
export function inRepository(...parts: string[]): string {
  return path.join(repositoryRoot, ...parts);
}

/** A path in the folder of facts and corpora beside the repository; undefined where that is absent. */
export function inShared(...parts: string[]): string | undefined {
  const file = path.join(repositoryRoot, '..', 'shared', ...parts);
  return existsSync(file) ? file : undefined;
}

/** The reason for skipping a test that needs the shared folder, or false where it is there: `{ skip: withoutShared('corpus') }`. */
export function withoutShared(...parts: string[]): string | false {
  return inShared(...parts) === undefined ? `NOT RUN: ../shared/${parts.join('/')} is absent` : false;
}
