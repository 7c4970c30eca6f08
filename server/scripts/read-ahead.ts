import { scriptText } from '../../core/lint/script';
import type { Files } from '../host/files';
import { pathOf } from '../settings/model-settings';

/** Each is a message to the client and back, and a browser's tab holds all of them. */
const mostFiles = 2000;
const mostBytes = 1024 * 1024;
const mostBytesTogether = 32 * 1024 * 1024;
/** Messages under way; the client answers them one beside the other. */
const atATime = 8;

/** How reading is followed, and ended before its time. */
export interface Following {
  isCancelled(): boolean;
  progress(fraction: number, uri: string): void;
}

export interface ReadTexts {
  /** By path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many files were not read: they are too many, too large or together too much. */
  readonly leftOut: number;
}

/**
 * Reads files that cannot be read at the moment when they are asked for, those nearest to the root first. What was read
 * before it was cancelled is given.
 */
export async function readAhead(files: Files, uris: readonly string[], following: Following): Promise<ReadTexts> {
  const texts = new Map<string, string>();
  const waiting = uris.toSorted((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1)).slice(0, mostFiles);
  let next = 0;
  let bytes = 0;
  let leftOut = uris.length - waiting.length;
  const read = async () => {
    while (next < waiting.length && !following.isCancelled()) {
      const uri = waiting[next]!;
      next += 1;
      const size = (await files.version(uri))?.size;
      if (size === undefined) continue;
      if (size > mostBytes || bytes + size > mostBytesTogether) {
        leftOut += 1;
        continue;
      }
      bytes += size;
      const content = await files.workspace.read(pathOf(uri));
      if (content !== undefined) texts.set(pathOf(uri), scriptText(content, 'python').text);
      following.progress(next / waiting.length, uri);
    }
  };
  await Promise.all(Array.from({ length: atATime }, read));
  return { texts, leftOut };
}

function depthOf(uri: string): number {
  return uri.split('/').length;
}
