import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(process.cwd(), '..', 'shared', 'facts');

/** A file of facts, such as `sophgo/chips.json`. */
// biome-ignore lint/suspicious/noExplicitAny: the facts have a shape of their own for every file
export function readFacts(name: string): any {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}
