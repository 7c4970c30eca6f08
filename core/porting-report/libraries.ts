import type { Library, MigrationTable } from '../model';
import type { LibraryPorting } from './report';
import type { ScriptSummary } from './script-summary';

/** Rows that stand for single operators or for building them: kernels and findings tell of those. */
const noLibrary = /^(cuda-extension|torchvision-ops|mmcv-without-kernel)/;

/** Libraries that do not run on the target as they are, the most used first. */
export function librariesOf(
  scripts: readonly ScriptSummary[],
  table: MigrationTable,
  family: string,
): LibraryPorting[] {
  const rows = new Map<string, { library: Library; name: string; imports: number; requirements: number }>();
  for (const { modules, packages } of scripts) {
    count(modules, (name) => table.library(name), moduleOf, 'imports');
    count(
      packages,
      (name) => table.distribution(name),
      (name) => name,
      'requirements',
    );
  }
  return [...rows.values()]
    .sort((a, b) => b.imports + b.requirements - (a.imports + a.requirements) || (a.name < b.name ? -1 : 1))
    .map(({ library, name, imports, requirements }) => ({
      id: library.id,
      name,
      ...standing(library, family),
      note: library.note,
      imports,
      requirements,
    }));

  /** Each library once a file. */
  function count(
    names: readonly string[],
    find: (name: string) => Library | undefined,
    call: (name: string, library: Library) => string,
    kind: 'imports' | 'requirements',
  ): void {
    const seen = new Set<string>();
    for (const name of names) {
      const library = find(name);
      if (library === undefined || seen.has(library.id) || noLibrary.test(library.id)) continue;
      if (library.status === 'works' || library.status === 'unknown') continue;
      seen.add(library.id);
      const row = rows.get(library.id) ?? { library, name: call(name, library), imports: 0, requirements: 0 };
      rows.set(library.id, row);
      // What the code calls it says more than the name of a package, of which there may be several.
      if (kind === 'imports' && row.imports === 0) row.name = call(name, library);
      row[kind] += 1;
    }
  }
}

function moduleOf(name: string, { imports }: Library): string {
  const own = imports.filter((module) => name === module || name.startsWith(`${module}.`));
  return own.sort((a, b) => b.length - a.length)[0] ?? name;
}

/** A replacement for other chips is none. */
function standing(
  { status, replacement, families }: Library,
  family: string,
): Pick<LibraryPorting, 'status' | 'replacement'> {
  if (families !== undefined && !families.includes(family)) return { status: 'none' };
  return { status, ...(replacement === undefined ? {} : { replacement }) };
}
