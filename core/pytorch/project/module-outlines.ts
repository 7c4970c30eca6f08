import { ownText } from '../../model';
import type { Evaluator } from '../values/evaluator';
import { functionOfStar } from '../values/torch-returns';
import type { ModulePaths } from './module-paths';

/** The names that a file binds at module level: what is kept of it when its syntax is not. */
interface ModuleOutline {
  readonly names: ReadonlySet<string>;
  /** Modules whose every name is imported, in their order. */
  readonly stars: readonly string[];
  /** The files of the workspace among them; undefined where they are to be found out. */
  starred: readonly string[] | undefined;
}

/**
 * Whether modules have a name at all, star imports followed: a package may import every name of hundreds of modules, and what
 * the name is need be asked of none but the one that has it.
 */
export class ModuleOutlines {
  readonly #outlines = new Map<string, ModuleOutline>();
  readonly #lists = new Map<string, ReadonlySet<string> | undefined>();

  constructor(
    private readonly modules: ModulePaths,
    private readonly textOf: (path: string) => string | undefined,
    /** Parses a file, which hands it to `keep`. */
    private readonly parse: (path: string) => void,
  ) {}

  /** A file has been parsed, for whatever reason. */
  keep({ path, scopes: { root } }: Evaluator): void {
    if (this.#outlines.has(path)) return;
    this.#outlines.set(path, { names: new Set(root.names.keys()), stars: [...root.stars], starred: undefined });
  }

  forget(path: string): void {
    this.#outlines.delete(path);
    this.#lists.delete(path);
  }

  /** What imports mean may be another file now. */
  forgetImports(): void {
    for (const outline of this.#outlines.values()) outline.starred = undefined;
  }

  /** Whether the module at `path` may have the name: its own, one that a star import brings, or a module below it. */
  has(path: string, name: string): boolean {
    const met = new Set<string>();
    const ahead = [path];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      if (met.has(at)) continue;
      met.add(at);
      const outline = this.#of(at);
      if (outline === undefined) continue;
      if (outline.names.has(name) || this.modules.submodule(at, name) !== undefined) return true;
      if (functionOfStar(outline.stars, name) !== undefined) return true;
      for (const module of this.#starredBy(at, outline)) if (this.#gives(module, name)) ahead.push(module);
    }
    return false;
  }

  /** The file that `from module import *` may take the name from, where it is one of the workspace. */
  starred(importer: string, module: string, name: string): string | undefined {
    const path = this.#fileOf(importer, module);
    return path !== undefined && this.#gives(path, name) ? path : undefined;
  }

  #fileOf(importer: string, module: string): string | undefined {
    const found = this.modules.find(importer, module);
    const isModule = found && module.replace(/^\.+/, '').split('.').filter(Boolean).length === found.parts;
    return isModule && found.path !== importer ? found.path : undefined;
  }

  #starredBy(path: string, outline: ModuleOutline): readonly string[] {
    outline.starred ??= outline.stars.flatMap((module) => this.#fileOf(path, module) ?? []);
    return outline.starred;
  }

  /** Whether a star import takes the name, where the module has it: what its `__all__` lists, or what does not begin with `_`. */
  #gives(path: string, name: string): boolean {
    if (!this.#lists.has(path)) this.#lists.set(path, listedNames(this.textOf(path) ?? ''));
    return this.#lists.get(path)?.has(name) ?? !name.startsWith('_');
  }

  #of(path: string): ModuleOutline | undefined {
    if (!this.#outlines.has(path)) this.parse(path);
    return this.#outlines.get(path);
  }
}

/** What `__all__` lists; undefined where a file has none, or makes it of more than one list of texts. */
function listedNames(text: string): ReadonlySet<string> | undefined {
  const at = text.indexOf('__all__');
  if (at < 0 || text.includes('__all__', at + 1)) return undefined;
  list.lastIndex = at;
  const [, bracket, listed, closing] = list.exec(text) ?? [];
  const isAlone = (at === 0 || text[at - 1] === '\n') && (bracket === '[') === (closing === ']');
  return listed === undefined || !isAlone
    ? undefined
    : new Set([...listed.matchAll(/["']([^"']*)["']/g)].map(([, name]) => ownText(name!)));
}

/** `__all__ = ["One", "two"]`, with comments and line breaks, and nothing behind it that belongs to it. */
const list = /__all__[ \t]*=[ \t]*([[(])((?:\s|,|#[^\n]*|"[\w.]*"|'[\w.]*')*)([\])])[ \t]*(?=[\r\n#]|$)/y;
