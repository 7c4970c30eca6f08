import type { ScriptFacts } from '../../model';

/** Something that a program does in one of its files, for all of them. */
export interface ProgramQuestion {
  /** A file without any of these words in its text does not do it. */
  readonly words: readonly string[];
  holds(facts: ScriptFacts): boolean;
}

/** What programs are made of. */
export interface ProgramFiles {
  paths(): Iterable<string>;
  textOf(path: string): string | undefined;
  factsOf(path: string): ScriptFacts | undefined;
  /** The files that run when `path` is imported: those that it imports, and the packages above them. */
  importedBy(path: string): readonly string[];
  importersOf(path: string): readonly string[];
  /** The packages that a file is in, the innermost first. */
  packagesOf(path: string): readonly string[];
  /** The files whose imports run `path`. */
  runnersOf(path: string): readonly string[];
}

/** Runs as a program, whatever else it is. */
export const isMain = /__name__\s*==\s*["']__main__["']/;
/** Something is done at module level. */
const does = /^(?:[A-Za-z_][\w.]*\(|for |while |with |if )/m;
/** Tests, and what sets them up, are not what is deployed, */
export const isTest = /(^|\/)(tests?\/|test_[^/]*$|[^/]*_test\.py$|conftest\.py$)/;
/** nor what sets up a package. */
const setsUp = /(^|\/)(setup|__init__)\.py$/;

/** Files of a program that are part of another program as well, which does what the first does not. */
export interface SharedModules {
  readonly modules: readonly string[];
  readonly program: string;
}

/** What is known of the files about one question, and what follows for the programs. */
interface Known {
  /** The files that do it. */
  readonly doing: Set<string>;
  /** Files that have changed since. */
  readonly stale: Set<string>;
  /** The files of programs that do it, and those of programs that do not; undefined where it is to be found out. */
  answer:
    | {
        readonly yes: ReadonlySet<string>;
        readonly no: ReadonlySet<string>;
        /** The programs that do it, and those that do not. */
        readonly doers: readonly string[];
        readonly others: readonly string[];
        /** What a file runs by importing it; asked for once. */
        imported(path: string): readonly string[];
      }
    | undefined;
}

/**
 * The programs of a project: a script, and all that it imports. A question about programs is answered by a few walks along
 * the imports, once for all files; where no file has the question's words, by none.
 */
export class Programs {
  private readonly known = new Map<ProgramQuestion, Known>();
  /** What the text of a file says it is: a program, something that may be one where nobody imports it, or neither. */
  private readonly looks = new Map<string, 'main' | 'script' | 'module'>();
  /** Counts the answers that may have become others. */
  private changes = 0;

  constructor(private readonly files: ProgramFiles) {}

  /** A file is new, changed or gone. `sameImports`: it imports what it did. */
  changed(path: string, sameImports: boolean): void {
    const before = this.looks.get(path);
    this.looks.delete(path);
    const isSame = sameImports && (before === undefined || this.looksLike(path) === before);
    for (const known of this.known.values()) {
      known.stale.add(path);
      if (!isSame && known.doing.size > 0) this.forget(known);
    }
  }

  /** Another number where an answer may be another. */
  version(): number {
    for (const [question, known] of this.known) this.look(known, question);
    return this.changes;
  }

  holds(path: string, question: ProgramQuestion): boolean | undefined {
    const { yes, no } = this.answerTo(question);
    // What is loaded by its name alone is of the programs that load its package; a test is run for itself.
    const packages = isTest.test(path) ? [] : this.files.packagesOf(path);
    for (const file of [path, ...packages]) {
      if (no.has(file)) return false;
      if (yes.has(file)) return true;
    }
    return undefined;
  }

  /**
   * Whether the programs do it that a file which is no script is likely to be for: all of those in the nearest folder around it
   * that has any, or has them below; undefined where there are none, or where nobody does it.
   */
  holdsAround(path: string, question: ProgramQuestion): boolean | undefined {
    const { doers, others } = this.answerTo(question);
    if (doers.length === 0) return undefined;
    for (let folder = folderOf(path); ; folder = folderOf(folder.slice(0, -1))) {
      const isInside = (program: string) => program.startsWith(folder);
      if (others.some(isInside)) return false;
      if (doers.some(isInside)) return true;
      if (folder === '' || folder === '/') return undefined;
    }
  }

  /** What a program that does not do it has in common with one that does; undefined where there is nothing, or it is none. */
  shared(path: string, question: ProgramQuestion): SharedModules | undefined {
    const { yes, no, doers, imported } = this.answerTo(question);
    if (yes.size === 0 || yes.has(path) || !no.has(path) || !this.isEntry(path)) return undefined;
    const modules = [...reached([path], imported)].filter((file) => file !== path && yes.has(file)).sort();
    const [first] = modules;
    const program = first && doers.find((doer) => reached([doer], imported).has(first));
    return program === undefined ? undefined : { modules, program };
  }

  private answerTo(question: ProgramQuestion): NonNullable<Known['answer']> {
    const known = this.known.get(question) ?? this.begin(question);
    this.look(known, question);
    known.answer ??= known.doing.size === 0 ? nobody : this.follow(known.doing);
    return known.answer;
  }

  private begin(question: ProgramQuestion): Known {
    const known: Known = { doing: new Set(), stale: new Set(this.files.paths()), answer: undefined };
    this.known.set(question, known);
    return known;
  }

  /** Looks again at the files that have changed. */
  private look(known: Known, { words, holds }: ProgramQuestion): void {
    for (const path of known.stale) {
      const text = this.files.textOf(path) ?? '';
      const facts = words.some((word) => text.includes(word)) ? this.files.factsOf(path) : undefined;
      const does = facts !== undefined && holds(facts);
      if (does === known.doing.has(path)) continue;
      this.forget(known);
      if (does) known.doing.add(path);
      else known.doing.delete(path);
    }
    known.stale.clear();
  }

  private follow(doing: ReadonlySet<string>): NonNullable<Known['answer']> {
    const entries = [...this.files.paths()].filter((path) => this.isEntry(path));
    const importing = reached(doing, (path) => this.files.runnersOf(path));
    const imported = kept((path) => this.files.importedBy(path));
    const isYes = (entry: string) => importing.has(entry);
    const isNo = (entry: string) => !importing.has(entry);
    const doers = entries.filter(isYes);
    const others = entries.filter(isNo);
    const no = reached(others, imported);
    const yes = this.withLoadedByName(reached(doers, imported), no);
    return { yes, no, doers, others, imported };
  }

  /**
   * With the modules that no program imports, but that import what such programs alone have: models and plugins, which those
   * load by their names.
   */
  private withLoadedByName(yes: ReadonlySet<string>, no: ReadonlySet<string>): ReadonlySet<string> {
    const own = [...yes].filter((path) => !no.has(path));
    const isLoaded = (path: string) => !yes.has(path) && !no.has(path) && !isTest.test(path);
    const loaded = reached(own, (path) =>
      this.files.importersOf(path).filter((importer) => isLoaded(importer) && this.looksLike(importer) === 'module'),
    );
    return new Set([...yes, ...loaded]);
  }

  private forget(known: Known): void {
    if (known.answer !== undefined) this.changes++;
    known.answer = undefined;
  }

  private isEntry(path: string): boolean {
    const looks = this.looksLike(path);
    return looks === 'main' || (looks === 'script' && this.files.importersOf(path).length === 0);
  }

  private looksLike(path: string): 'main' | 'script' | 'module' {
    let looks = this.looks.get(path);
    if (looks === undefined) {
      const text = isTest.test(path) || setsUp.test(path) ? '' : (this.files.textOf(path) ?? '');
      looks = isMain.test(text) ? 'main' : does.test(text) ? 'script' : 'module';
      this.looks.set(path, looks);
    }
    return looks;
  }
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

const nobody: NonNullable<Known['answer']> = {
  yes: new Set(),
  no: new Set(),
  doers: [],
  others: [],
  imported: () => [],
};

function kept<T>(find: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    let found = known.get(path);
    if (found === undefined) known.set(path, (found = find(path)));
    return found;
  };
}

function reached(from: Iterable<string>, next: (path: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(from);
  for (const path of found) for (const one of next(path)) found.add(one);
  return found;
}
