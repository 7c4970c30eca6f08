import type { GuardFact, ScriptFacts } from '../../model';
import { isMain, isTest } from './programs';

/** The files of a workspace, as far as it is asked which of them may be left out. */
export interface LoadedFiles {
  textOf(path: string): string | undefined;
  factsOf(path: string): ScriptFacts | undefined;
  /** The files that run when `importer` imports `name`: the module's own, and the packages above it. */
  filesOf(importer: string, name: string): readonly string[];
  /** The files whose imports run `path`. */
  runnersOf(path: string): readonly string[];
}

/** How a file is loaded by another one. */
interface Loading {
  /** Some import of it stands where nothing is asked before. */
  isSure: boolean;
  /** The questions for CUDA behind which the other imports stand. */
  readonly guards: GuardFact[];
}

/** More files than these are not followed: what they load counts as loaded. */
const mostFiles = 200;

/**
 * Modules that a program can do without: `if is_bnb_available(): from .bnb import Linear8bitLt` is all that loads `bnb.py`, so
 * that its own `import bitsandbytes` is reached where the library is there, and fails nobody else.
 */
export class OptionalModules {
  /** What the files load that were asked, by the file. */
  readonly #loadings = new Map<string, ReadonlyMap<string, Loading>>();
  /** Files that have changed since they were asked. */
  readonly #stale = new Map<string, ReadonlyMap<string, Loading>>();
  #isAsked = false;
  #changes = 0;

  constructor(private readonly files: LoadedFiles) {}

  /**
   * Whether a file is loaded by nothing but imports that are guarded, stand in functions, or in files that are optional
   * themselves. Not a file that nobody imports, or that runs as a program; tests do not count. `isClosed`: whether what stands
   * behind a guard does not run.
   */
  isOptional(path: string, isClosed: (guard: GuardFact) => boolean): boolean {
    this.#isAsked = true;
    const loading = new Set([path]);
    let isGuarded = false;
    for (const file of loading) {
      if (loading.size > mostFiles || isMain.test(this.files.textOf(file) ?? '')) return false;
      let runners = 0;
      for (const runner of this.files.runnersOf(file)) {
        const how = isTest.test(runner) ? undefined : this.#loadedBy(runner).get(file);
        if (how === undefined) continue;
        runners++;
        if (how.isSure || !how.guards.every(isClosed)) loading.add(runner);
        else isGuarded = true;
      }
      if (runners === 0) return false;
    }
    return isGuarded;
  }

  /** A file is new, changed or gone. `sameImports`: it imports what it did. */
  changed(path: string, sameImports: boolean): void {
    if (!sameImports && this.#isAsked) this.#changes++;
    const before = this.#loadings.get(path);
    if (before === undefined) return;
    this.#loadings.delete(path);
    if (!this.#stale.has(path)) this.#stale.set(path, before);
  }

  /** Another number where an answer may be another. */
  version(): number {
    for (const [path, before] of this.#stale) {
      if (!areSame(before, this.#loadedBy(path))) this.#changes++;
    }
    this.#stale.clear();
    return this.#changes;
  }

  #loadedBy(path: string): ReadonlyMap<string, Loading> {
    let loaded = this.#loadings.get(path);
    if (loaded === undefined) this.#loadings.set(path, (loaded = this.#find(path)));
    return loaded;
  }

  #find(path: string): ReadonlyMap<string, Loading> {
    const loaded = new Map<string, Loading>();
    const facts = this.files.factsOf(path);
    for (const { name, guarded, guard, function: within, ported } of facts?.imports ?? []) {
      const isAsked = guarded || within !== undefined || ported.length > 0;
      for (const file of this.files.filesOf(path, name)) {
        if (isAbove(file, path)) continue;
        let how = loaded.get(file);
        if (how === undefined) loaded.set(file, (how = { isSure: false, guards: [] }));
        if (isAsked) continue;
        if (guard === undefined) how.isSure = true;
        else how.guards.push(facts!.guards[guard]!);
      }
    }
    return loaded;
  }
}

/** A file runs after the packages that it is in. */
function isAbove(file: string, path: string): boolean {
  return file.endsWith('__init__.py') && path.startsWith(file.slice(0, file.lastIndexOf('/') + 1));
}

function areSame(one: ReadonlyMap<string, Loading>, other: ReadonlyMap<string, Loading>): boolean {
  const told = (loadings: ReadonlyMap<string, Loading>) =>
    [...loadings]
      .map(([file, { isSure, guards }]) => `${file} ${isSure} ${guards.map(({ name }) => name).join()}`)
      .sort();
  return told(one).join('\n') === told(other).join('\n');
}
