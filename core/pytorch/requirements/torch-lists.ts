import {
  acceleratorOfList,
  anyRange,
  excludesLinux,
  parseSpecifier,
  purposeOfList,
  type ReleaseRange,
  type RequirementFact,
  rangeOf,
  type TorchPin,
  type TorchReleases,
} from '../../model';
import type { PythonParser } from '../syntax/parser';
import { readRequirementFile } from '.';
import { isLockFile, isRequirementFile } from './formats';
import { requirementsOfSetup } from './setup-script';

type Accelerator = 'npu' | 'tpu';

interface Statement {
  readonly range: ReleaseRange;
  readonly pin: TorchPin;
  /** The accelerator that the list is made for. */
  readonly accelerator: Accelerator | undefined;
}

/** Longer lists are none, or are written by a tool for itself alone. */
const longest = 1 << 20;
const longestLock = 4 << 20;

/** The lists of a workspace's packages, asked for the releases of PyTorch that they pin for the scripts beside and below them. */
export class TorchLists {
  /** By the folder that they speak for, which ends in `/`. */
  private readonly lists = new Map<string, Map<string, string | (() => string)>>();
  private readonly statements = new Map<string, readonly Statement[]>();
  private readonly answers = new Map<string, TorchReleases | undefined>();

  constructor(private readonly parser: PythonParser) {}

  static isList(path: string): boolean {
    return isRequirementFile(path) || /(^|\/)setup\.py$/.test(path);
  }

  /** The folder whose scripts a list speaks for: `requirements/` and the like stand for the folder that they are in. */
  static folderOf(path: string): string {
    const folder = parentOf(path);
    return /(^|\/)(requirements|reqs)\/$/i.test(folder) ? parentOf(folder.slice(0, -1)) : folder;
  }

  update(path: string, text: string | (() => string)): void {
    const folder = TorchLists.folderOf(path);
    const lists = this.lists.get(folder) ?? new Map<string, string | (() => string)>();
    this.lists.set(folder, lists.set(path, text));
    this.forget(folder);
  }

  remove(path: string): void {
    const folder = TorchLists.folderOf(path);
    this.lists.get(folder)?.delete(path);
    this.forget(folder);
  }

  /**
   * What the nearest folder's lists say of the scripts at `path`. Several lists are alternatives: only what all of them
   * agree on holds. A list that is made for the accelerator goes before the others.
   */
  of(path: string, accelerator: Accelerator): TorchReleases | undefined {
    for (let folder = parentOf(path); ; folder = parentOf(folder.slice(0, -1))) {
      const found = this.inFolder(folder, accelerator);
      if (found !== undefined || folder === '' || folder === '/') return found;
    }
  }

  /** What a lock file's project asks for, in the list that the lock was made from. */
  askedFor(lock: string): readonly RequirementFact[] {
    const manifest = manifestOf(lock);
    const text = this.lists.get(TorchLists.folderOf(manifest))?.get(manifest);
    if (text === undefined) return [];
    return readRequirementFile(manifest, typeof text === 'function' ? text() : text).facts.requirements;
  }

  private forget(folder: string): void {
    this.statements.delete(folder);
    this.answers.clear();
  }

  private inFolder(folder: string, accelerator: Accelerator): TorchReleases | undefined {
    if (!this.lists.has(folder)) return undefined;
    const key = `${accelerator} ${folder}`;
    if (!this.answers.has(key)) this.answers.set(key, together(this.said(folder), accelerator));
    return this.answers.get(key);
  }

  private said(folder: string): readonly Statement[] {
    let statements = this.statements.get(folder);
    if (statements === undefined) {
      const all = [...this.lists.get(folder)!].flatMap(([path, text]) =>
        this.statementsOf(path, typeof text === 'function' ? text() : text),
      );
      // What a lock says of a release is what is installed of the releases that its project admits.
      const replaced = new Set(all.flatMap(({ pin }) => (isLockFile(pin.path) ? [manifestOf(pin.path)] : [])));
      statements = all.filter(({ pin }) => !replaced.has(pin.path));
      this.statements.set(folder, statements);
    }
    return statements;
  }

  private statementsOf(path: string, text: string): Statement[] {
    if (
      text.length > (isLockFile(path) ? longestLock : longest) ||
      !text.includes('torch') ||
      purposeOfList(path) === 'other'
    )
      return [];
    const requirements = isRequirementFile(path)
      ? readRequirementFile(path, text).facts.requirements
      : requirementsOfSetup(this.parser.parse(text).module, text);
    return requirements.filter(isTorch).flatMap((requirement) => statementOf(requirement, path, text));
  }
}

function manifestOf(lock: string): string {
  return parentOf(lock) + (lock.endsWith('Pipfile.lock') ? 'Pipfile' : 'pyproject.toml');
}

function together(statements: readonly Statement[], accelerator: Accelerator): TorchReleases | undefined {
  const own = statements.filter((statement) => statement.accelerator === accelerator);
  const meant = own.length > 0 ? own : statements.filter((statement) => statement.accelerator === undefined);
  if (meant.length === 0) return undefined;
  const rangeOfAll = (all: readonly Statement[]) => anyRange(all.map(({ range }) => range));
  const found = { ...rangeOfAll(meant), pins: meant.map(({ pin }) => pin) };
  const others = statements.filter((statement) => statement.accelerator === undefined);
  return own.length > 0 && others.length > 0 ? { ...found, everywhere: rangeOfAll([...own, ...others]) } : found;
}

function isTorch({ name, group, marker }: RequirementFact): boolean {
  const isMeant = (name === 'torch' || name === 'pytorch') && !excludesLinux({ marker });
  return isMeant && (group === undefined || purposeOfList(group) !== 'other');
}

/** Nothing where no release is named: such a list leaves it to others. */
function statementOf(fact: RequirementFact, path: string, text: string): Statement[] {
  const { name, span, group } = fact;
  const specifier = releaseOfWheel(fact.specifier) ?? fact.specifier;
  const clauses = parseSpecifier(specifier);
  if (clauses?.length === 0) return [];
  // A build for other devices than ours says nothing of theirs.
  if (/\+xpu/.test(specifier)) return [];
  const line = text.slice(0, span.start).split('\n').length;
  const isPlain = /^([=<>!]|~=)/.test(specifier);
  return [
    {
      range: clauses === undefined ? {} : rangeOf(clauses),
      pin: { path, line, requirement: `${name}${isPlain ? '' : ' '}${specifier.replaceAll(/\s+/g, '')}` },
      accelerator: acceleratorOfList(group ?? '') ?? acceleratorOfList(path),
    },
  ];
}

/** `==2.6.0+cu124` of `@ https://download.pytorch.org/whl/cu124/torch-2.6.0%2Bcu124-cp311-cp311-linux_x86_64.whl`. */
function releaseOfWheel(specifier: string): string | undefined {
  const version = /^@.*\/torch-(\d[\w.]*(?:(?:\+|%2B)[\w.]+)?)-[^/]*\.whl/i.exec(specifier)?.[1];
  return version && `==${version.replace(/%2B/i, '+')}`;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
