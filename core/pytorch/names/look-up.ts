import type { Expression } from '../syntax/nodes';
import { type Binding, enclosingClass, type Loop, type Scope } from './scope';

/** A name that is bound more often is not followed: what it is then cannot be said in bounded time. */
const mostBindings = 64;

export interface Found {
  readonly bindings: readonly Binding[];
  readonly scope: Scope;
}

/**
 * The bindings that a use of `name` at the offset `at` in `scope` can see. In the scope that binds it they are those that
 * can reach the use; from a function within, any of them may be the last to have run. Empty: none that can be followed.
 */
export function lookUp(name: string, scope: Scope, at?: number): Found | undefined {
  let isOwn = true;
  for (let owner: Scope | undefined = scope; owner; owner = owner.parent) {
    if (owner.kind === 'class' && owner !== scope) continue;
    const outer = owner.outer?.get(name);
    if (outer === 'global') {
      while (owner.parent) owner = owner.parent;
      isOwn = false;
    }
    const bindings = outer === 'nonlocal' ? undefined : owner.names.get(name);
    if (bindings) {
      const visible = isOwn && at !== undefined ? reaching(bindings, at) : bindings;
      return { bindings: visible.length > mostBindings ? [] : visible, scope: owner };
    }
    // A comprehension or lambda runs where it stands; a function when it is called.
    if (owner.kind === 'function' || owner.kind === 'class') isOwn = false;
  }
  return undefined;
}

/** What binds a name, or an attribute of the object itself, as far as a use of it can see. */
export function bindingsOf(node: Expression, scope: Scope): readonly Binding[] | undefined {
  if (node.kind === 'Name') return lookUp(node.id, scope, node.start)?.bindings;
  const isOwn = node.kind === 'Attribute' && node.object.kind === 'Name' && node.object.id === 'self';
  return isOwn ? enclosingClass(scope)?.attributes.get(node.name.id) : undefined;
}

/** The expression that a name or `self.name` stands for, where nothing but one assignment can have bound it. */
export function onlyValue(node: Expression, scope: Scope): Expression | undefined {
  const [binding, more] = bindingsOf(node, scope) ?? [];
  return more === undefined && binding?.what.kind === 'value' ? binding.what.value : undefined;
}

/** What can be the last binding that ran before `at`. */
function reaching(bindings: readonly Binding[], at: number): readonly Binding[] {
  const last = bindings[bindings.length - 1]!;
  const [first] = bindings;
  if (last === first) return bindings;
  const found: Binding[] = [];
  const before = firstAfter(bindings, at);
  let certain: Binding | undefined;
  for (let index = before - 1; index >= 0 && !certain; index--) {
    const binding = bindings[index]!;
    if (found.length >= mostBindings) return bindings;
    found.unshift(binding);
    if (contains(binding.suite, at)) certain = binding;
  }
  for (let index = before; index < bindings.length && index < before + mostBindings; index++) {
    const binding = bindings[index]!;
    if (comesAround(binding, at, certain)) found.push(binding);
  }
  // A use above every binding, as in a broken text: any may be meant.
  return found.length === 0 ? bindings : found;
}

/** The index of the first binding that holds only behind `at`; bindings stand in the order of the text. */
function firstAfter(bindings: readonly Binding[], at: number): number {
  let low = 0;
  let high = bindings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bindings[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a later binding is seen in the next round of a loop, which `certain` does not bind again before `at`. */
function comesAround(later: Binding, at: number, certain: Binding | undefined): boolean {
  for (let loop: Loop | undefined = later.loop; loop; loop = loop.outer) {
    if (contains(loop, at) && !(certain && contains(loop, certain.at) && certain.at <= at)) return true;
  }
  return false;
}

const contains = ({ start, end }: { start: number; end: number }, at: number) => start <= at && at <= end;
