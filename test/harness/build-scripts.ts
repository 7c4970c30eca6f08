import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { inRepository } from './repository';

/** The plugin that gives the repository's tables and pages as text (scripts/own-data.mjs). */
export async function ownDataAsText(): Promise<Plugin> {
  const { ownDataAsText } = await script<{ ownDataAsText: () => Plugin }>('own-data.mjs');
  return ownDataAsText();
}

/** A table as the programs have it (scripts/stored-table.mjs). */
export async function storedTable(table: object, lists: readonly string[]): Promise<string> {
  const { storedTable } = await script<{ storedTable: (table: object, lists: readonly string[]) => string }>(
    'stored-table.mjs',
  );
  return storedTable(table, lists);
}

/** Scripts of the build run as they are: they are JavaScript, and know their place in the repository. */
function script<Exports>(name: string): Promise<Exports> {
  return import(pathToFileURL(inRepository('scripts', name)).href) as Promise<Exports>;
}
