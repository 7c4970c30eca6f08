import { posix } from 'node:path';

/** An absolute path with `/`: of `path`, seen from `cwd`. */
export function absolute(cwd: string, path: string): string {
  const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  if (/^[A-Za-z]:\//.test(slashed)) return posix.normalize(slashed);
  return trimmed(posix.resolve(cwd, slashed));
}

/** `path` as seen from `cwd` where it lies below it; else as it is. */
export function shown(cwd: string, path: string): string {
  const base = cwd.endsWith('/') ? cwd : `${cwd}/`;
  if (path === cwd) return '.';
  return path.startsWith(base) ? path.slice(base.length) : path;
}

/** The folders above `path`, the nearest first. */
export function ancestors(path: string): string[] {
  const result: string[] = [];
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    result.push(folder);
    if (folder === posix.dirname(folder)) return result;
  }
}

function trimmed(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
