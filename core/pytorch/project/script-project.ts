import { atOnce, type GuardFact, type RequirementFact, type Steps, type TorchReleases } from '../../model';
import { type AnalyzedScript, evaluatorOf, factsInSteps, type ScriptIndex } from '../analyze';
import { isAboutGooglesTpu } from '../facts/googles-tpu';
import { isRequirementFile } from '../requirements/formats';
import { TorchLists } from '../requirements/torch-lists';
import type { PythonParser } from '../syntax/parser';
import { importedModules } from './import-scan';
import { KeptSyntax, type Parsed } from './kept-syntax';
import { ModuleOutlines } from './module-outlines';
import { ModulePaths } from './module-paths';
import { OptionalModules } from './optional-modules';
import { OtherFiles } from './other-files';
import { type ProgramQuestion, Programs, type SharedModules } from './programs';
import { SearchFolders } from './search-folders';

/**
 * The Python files of a workspace, and what they import from each other. Texts come from the host: the project reads no
 * file. A file is parsed when it, or something that it defines, is asked for; the files that were asked for last are kept.
 */
export interface ScriptProject extends ScriptIndex {
  /**
   * Adds a file, a Python script or a list of packages, or replaces its text. A function is called when the text is needed,
   * and each time again.
   */
  update(path: string, text: string | (() => string)): void;
  remove(path: string): void;
  /** The facts of a file of the project; undefined for a path that is none. */
  analyze(path: string): AnalyzedScript | undefined;
  /** The facts of a text that stands, or would stand, at `path`: a notebook's cells, a file after a fix. */
  analyzeText(path: string, text: string): AnalyzedScript;
  analyzeInSteps(path: string, text: string): Steps<AnalyzedScript>;
  has(path: string): boolean;
  isAboutGooglesTpu(path: string): boolean;
  foldersNamed(name: string): readonly string[];
  /** Of all its scripts. */
  paths(): Iterable<string>;
  torchOf(path: string, accelerator: 'npu' | 'tpu'): TorchReleases | undefined;
  askedFor(lock: string): readonly RequirementFact[];
  holdsInPrograms(path: string, question: ProgramQuestion): boolean | undefined;
  holdsAround(path: string, question: ProgramQuestion): boolean | undefined;
  sharedWithPrograms(path: string, question: ProgramQuestion): SharedModules | undefined;
  isOptional(path: string, isClosed: (guard: GuardFact) => boolean): boolean;
  /** Another number where an answer about programs, or about optional modules, may be another. */
  programsVersion(): number;
  /**
   * The files whose findings may change when `path` does: those that import it, or import such a file; of a list of packages,
   * the scripts that it speaks for.
   */
  importersOf(path: string): readonly string[];
  dispose(): void;
}

export interface ScriptProjectOptions {
  /** How many characters of text may be held as syntax at a time; about twenty bytes each. */
  readonly charactersKept?: number | undefined;
}

/** 80 MB of syntax: what a large package's files import of each other is about as much. */
const charactersKept = 4_000_000;

/** Whether a project has a use for a file: Python, and the lists that say which packages it runs on. */
export function isProjectFile(path: string): boolean {
  return path.endsWith('.py') || TorchLists.isList(path);
}

const isScript = (path: string) => !isRequirementFile(path);

export function createScriptProject(parser: PythonParser, options: ScriptProjectOptions = {}): ScriptProject {
  const texts = new Map<string, string | (() => string)>();
  const folders = new SearchFolders(() => texts.keys(), textOf, parser);
  const modules = new ModulePaths();
  const imports = new Map<string, readonly string[]>();
  /** Whether a file's text speaks of CUDA. */
  const aboutCuda = new Map<string, boolean>();
  const kept = new KeptSyntax(options.charactersKept ?? charactersKept);
  let importersByFile: ReadonlyMap<string, readonly string[]> | undefined;
  let runnersByFile: ReadonlyMap<string, readonly string[]> | undefined;

  const lists = new TorchLists(parser);
  const factsOfFile = (path: string) => analyzed(path)?.facts;
  const programs = new Programs({
    paths: () => texts.keys(),
    textOf,
    factsOf: factsOfFile,
    importedBy,
    packagesOf: (path) => modules.packagesOf(path),
    importersOf: (path) => graph().get(path) ?? [],
    runnersOf,
  });
  const optional = new OptionalModules({ textOf, factsOf: factsOfFile, filesOf, runnersOf });
  const outlines = new ModuleOutlines(modules, textOf, parsedOf);
  const others = new OtherFiles(modules, outlines, {
    evaluatorOf(path) {
      kept.askFor(path);
      return parsedOf(path)?.evaluator;
    },
    during: (path, action) => kept.during(path, action),
  });
  return {
    update(path, text) {
      if (TorchLists.isList(path)) lists.update(path, text);
      if (!isScript(path)) return;
      const isNew = !texts.has(path);
      let sameImports = false;
      if (isNew) {
        // It may be what an import meant that was not found before.
        others.forgetAll();
        kept.dropAll();
        modules.add(path);
        importsChanged();
      } else {
        forget(path);
        sameImports = hasSameImports(path, text);
        if (!sameImports) importsChanged();
      }
      texts.set(path, text);
      folders.forget(path);
      aboutCuda.delete(path);
      programs.changed(path, sameImports);
      optional.changed(path, sameImports);
    },
    remove(path) {
      if (TorchLists.isList(path)) lists.remove(path);
      if (!isScript(path)) return;
      forget(path);
      texts.delete(path);
      folders.forget(path);
      aboutCuda.delete(path);
      imports.delete(path);
      modules.remove(path);
      importsChanged();
      programs.changed(path, false);
      optional.changed(path, false);
    },
    analyze: (path) => analyzed(path),
    analyzeText: (path, text) => atOnce(analyzeInSteps(path, text)),
    analyzeInSteps,
    has: (path) => texts.has(path),
    isAboutGooglesTpu: (path) => isAboutGooglesTpu(textOf(path) ?? ''),
    foldersNamed: (name) => modules.foldersNamed(name),
    paths: () => texts.keys(),
    askedFor: (lock) => lists.askedFor(lock),
    torchOf: (path, accelerator) => lists.of(path, accelerator),
    holdsInPrograms: (path, question) => programs.holds(path, question),
    holdsAround: (path, question) => programs.holdsAround(path, question),
    sharedWithPrograms(path, question) {
      const found = programs.shared(path, question);
      const modules = found?.modules.filter(isAboutCuda) ?? [];
      return found && modules.length > 0 ? { ...found, modules } : undefined;
    },
    isOptional: (path, isClosed) => texts.has(path) && optional.isOptional(path, isClosed),
    programsVersion: () => programs.version() + optional.version(),
    importersOf: dependentsOf,
    dispose() {
      kept.dropAll();
    },
  };

  function* analyzeInSteps(path: string, text: string): Steps<AnalyzedScript> {
    if (texts.has(path) && (kept.get(path)?.evaluator.text ?? textOf(path)) === text) {
      return yield* analyzedInSteps(path, parsedOf(path, text)!);
    }
    const parsed = parser.parse(text);
    yield;
    const evaluator = evaluatorOf(path, text, parsed, others);
    const found = yield* factsInSteps(evaluator, parsed, (name) => isFirstParty(path, name));
    kept.release(path);
    return found;
  }

  function analyzed(path: string): AnalyzedScript | undefined {
    const found = parsedOf(path);
    return found && atOnce(analyzedInSteps(path, found));
  }

  function* analyzedInSteps(path: string, { evaluator, parsed }: Parsed): Steps<AnalyzedScript> {
    const facts = yield* kept.inSteps(
      path,
      factsInSteps(evaluator, parsed, (name) => isFirstParty(path, name)),
    );
    kept.release(path);
    return facts;
  }

  function isFirstParty(path: string, name: string): boolean {
    return modules.isPackage(name) || modules.find(path, name) !== undefined || modules.isAdded(path, name, folders);
  }

  function isAboutCuda(path: string): boolean {
    let is = aboutCuda.get(path);
    if (is === undefined) aboutCuda.set(path, (is = /cuda/i.test(textOf(path) ?? '')));
    return is;
  }

  function textOf(path: string): string | undefined {
    const text = texts.get(path);
    return typeof text === 'function' ? text() : text;
  }

  /** @param known the file's text, where it is at hand */
  function parsedOf(path: string, known?: string): Parsed | undefined {
    const before = kept.get(path);
    if (before) return before;
    const text = known ?? textOf(path);
    if (text === undefined) return undefined;
    const parsed = parser.parse(text);
    const found = { parsed, evaluator: evaluatorOf(path, text, parsed, others) };
    kept.add(path, found);
    outlines.keep(found.evaluator);
    return found;
  }

  /** What was found with the help of a file is found again. */
  function forget(path: string): void {
    for (const stale of [path, ...importersOf(path)]) {
      kept.drop(stale);
      others.forget(stale);
    }
  }

  function dependentsOf(path: string): readonly string[] {
    if (!TorchLists.isList(path)) return importersOf(path);
    const folder = TorchLists.folderOf(path);
    return [...texts.keys()].filter((script) => script.startsWith(folder) && script !== path);
  }

  function importersOf(path: string): readonly string[] {
    const importers = graph();
    const reached = new Set<string>();
    const ahead = [path];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      for (const importer of importers.get(next) ?? []) {
        if (importer === path || reached.has(importer)) continue;
        reached.add(importer);
        ahead.push(importer);
      }
    }
    return [...reached];
  }

  /** Who imports a file, by the file. */
  function graph(): ReadonlyMap<string, readonly string[]> {
    importersByFile ??= reversed(texts.keys(), (importer) =>
      importsOf(importer).flatMap((name) => modules.find(importer, name)?.path ?? []),
    );
    return importersByFile;
  }

  function importedBy(path: string): readonly string[] {
    return importsOf(path).flatMap((name) => filesOf(path, name));
  }

  /** The files that run when a file imports a name. */
  function filesOf(importer: string, name: string): readonly string[] {
    const found = modules.find(importer, name)?.path;
    return found === undefined ? [] : [found, ...modules.packagesOf(found)];
  }

  /** Who runs a file by importing it, or something below it. */
  function runnersOf(path: string): readonly string[] {
    runnersByFile ??= reversed(texts.keys(), importedBy);
    return runnersByFile.get(path) ?? [];
  }

  function importsChanged(): void {
    importersByFile = undefined;
    runnersByFile = undefined;
  }

  function importsOf(path: string): readonly string[] {
    let names = imports.get(path);
    if (!names) {
      names = importedModules(textOf(path) ?? '');
      imports.set(path, names);
    }
    return names;
  }

  /** Whether a new text of a file imports what the old one did: then nobody else's importers change. */
  function hasSameImports(path: string, text: string | (() => string)): boolean {
    const before = imports.get(path);
    if (!before || typeof text !== 'string') return false;
    const after = importedModules(text);
    imports.set(path, after);
    return before.length === after.length && before.every((name, index) => name === after[index]);
  }
}

/** Of each file, those that have it among their own. */
function reversed(
  paths: Iterable<string>,
  own: (path: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const by = new Map<string, string[]>();
  for (const path of paths) {
    for (const one of new Set(own(path))) {
      const all = by.get(one);
      if (all === undefined) by.set(one, [path]);
      else all.push(path);
    }
  }
  return by;
}
