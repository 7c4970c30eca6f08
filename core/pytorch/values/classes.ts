import type { Certainty } from '../../model';
import type { Scope } from '../names/scope';
import type { Evaluator } from './evaluator';
import { OwnClass } from './own-class';
import { isModuleClassName } from './torch-returns';
import { isWorkspaceName, type Value } from './value';
import { type ClassView, splitName } from './workspace-names';

/** Longer chains of bases are cut: they may be cycles. */
const mostBases = 16;

/** The classes that a file uses, its own and those of other files of the workspace. */
export class Classes {
  private readonly views = new Map<string, ClassView | undefined>();
  private readonly modules = new Map<string, Certainty | undefined>();
  private readonly scopes = new Map<string, Scope>();

  constructor(private readonly evaluator: Evaluator) {
    for (const scope of evaluator.scopes.of.values()) {
      // Of two definitions of one name the later one is meant.
      if (scope.path !== '') this.scopes.set(scope.path, scope);
    }
  }

  /** The scope of a class or function of this file, by its qualified name. */
  scopeAt(name: string): Scope | undefined {
    return this.scopes.get(name);
  }

  view(name: string): ClassView | undefined {
    if (this.views.has(name)) return this.views.get(name);
    const split = splitName(name);
    const view =
      split && split.path !== this.evaluator.path
        ? this.evaluator.workspace.classOf(split.path, split.name)
        : this.own(split?.name ?? '');
    this.views.set(name, view);
    return view;
  }

  private own(name: string): ClassView | undefined {
    const scope = this.scopes.get(name);
    return scope?.node.kind === 'Class' && scope.parent
      ? new OwnClass(this.evaluator, scope, scope.node, scope.parent)
      : undefined;
  }

  /** A method or attribute of a class or of its bases. */
  member(name: string, member: string): { readonly value: Value | undefined; readonly isOpen: boolean } {
    // Most members are the class's own.
    const own = isWorkspaceName(name) ? this.view(name)?.member(member) : undefined;
    return own ? { value: own, isOpen: false } : this.inherited(name, member);
  }

  private inherited(name: string, member: string): ReturnType<Classes['member']> {
    let isOpen = false;
    const seen = new Set<string>();
    const ahead = [name];
    for (let next = ahead.shift(); next !== undefined && seen.size < mostBases; next = ahead.shift()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const view = isWorkspaceName(next) ? this.view(next) : undefined;
      if (!view) {
        isOpen ||= !isModuleClassName(next) && next !== 'object';
        continue;
      }
      const value = view.member(member);
      if (value) return { value, isOpen };
      isOpen ||= view.isOpen;
      ahead.push(...view.bases);
    }
    return { value: undefined, isOpen };
  }

  /** Whether instances of a class are modules of PyTorch, and how sure that is. */
  isModule(name: string, depth = 0): Certainty | undefined {
    if (!isWorkspaceName(name)) return isModuleClassName(name) ? 'proven' : undefined;
    if (depth > mostBases) return undefined;
    if (this.modules.has(name)) return this.modules.get(name);
    this.modules.set(name, undefined);
    let found: Certainty | undefined;
    for (const base of this.view(name)?.bases ?? []) found ??= this.isModule(base, depth + 1);
    this.modules.set(name, found);
    return found;
  }
}
