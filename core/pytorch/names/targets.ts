import type { Expression, Name } from '../syntax/nodes';
import type { Step } from './scope';

/** A name, or an attribute, that an assignment stores to. */
export interface Target {
  readonly node: Expression;
  /** Which part of the assigned value it gets; undefined where that cannot be said. */
  readonly path: readonly Step[] | undefined;
}

/** The names and attributes that a target such as `a, (b, self.c)` stores to. */
export function targetsOf(target: Expression, path: readonly Step[] | undefined = []): Target[] {
  switch (target.kind) {
    case 'Tuple':
    case 'List': {
      const star = target.elements.findIndex(({ kind }) => kind === 'Starred');
      return target.elements.flatMap((element, index) => {
        const known = path !== undefined && (star < 0 || index < star);
        return targetsOf(element, known ? [...path, index] : undefined);
      });
    }
    case 'Starred':
      return targetsOf(target.value, undefined);
    default:
      return [{ node: target, path }];
  }
}

export const isName = (node: Expression | undefined): node is Name => node?.kind === 'Name';
