import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository, repositoryRoot } from '../harness/repository';

/** The TypeScript files of a folder of the repository, by their paths in it. */
export function sources(folder: string): string[] {
  return readdirSync(inRepository(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?ts$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')));
}

/** What a file imports or exports from elsewhere, types too, as it is written there. */
export function imports(file: string): string[] {
  const text = readFileSync(path.join(repositoryRoot, file), 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3])!);
}
