import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Evidence } from '../../core/model';

/**
 * A file's evidence, each piece listed once under a short key: rows name keys, and what reads the file puts the evidence
 * in their place (core/targets/sources.ts).
 */
export class Sources {
  readonly #keys = new Map<string, number>();
  readonly list: Evidence[] = [];

  key(evidence: Evidence): number {
    const text = JSON.stringify(evidence);
    let key = this.#keys.get(text);
    if (key === undefined) {
      key = this.list.length;
      this.#keys.set(text, key);
      this.list.push(evidence);
    }
    return key;
  }
}

/** `table` with every array of evidence replaced by keys into its `sources`. */
export function withSources(table: object): object {
  const sources = new Sources();
  const replace = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) {
      if (name === 'evidence') return value.map((evidence: Evidence) => sources.key(evidence));
      return value.map((element) => replace(element, ''));
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replace(member, key)]));
  };
  const replaced = replace(table, '') as object;
  return { ...replaced, sources: sources.list };
}

/** JSON as a person reads it: what fits on a line stands on one. */
export function formatJson(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || (line.length + indent.length <= 110 && indent !== '')) return line;
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((element) => `${inner}${formatJson(element, inner)}`)
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => `${inner}${JSON.stringify(key)}: ${formatJson(member, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${members.join(',\n')}\n${indent}${close}`;
}

export function writeText(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  let old: string | undefined;
  try {
    old = readFileSync(file, 'utf8');
  } catch {
    // It is new.
  }
  if (old !== text) writeFileSync(file, text);
}

/** Writes one file per table into `folder` and removes those that are no longer made. */
export function writeFolder(folder: string, tables: ReadonlyMap<string, object>): void {
  for (const [name, table] of tables) writeText(path.join(folder, `${name}.json`), `${formatJson(table)}\n`);
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.json') && !tables.has(file.slice(0, -'.json'.length))) rmSync(path.join(folder, file));
  }
}
