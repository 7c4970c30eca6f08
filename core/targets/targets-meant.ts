import { nearest, type Target } from '../model';
import { allTargets, chipOf } from './targets';

/** A longer list helps nobody to choose. */
const mostNamed = 4;

/**
 * The targets that a name which is none was likely meant for, the likeliest first: those whose id has it as a part
 * (`sc11-fp300`, `910b`), or whose chip the vendor's tools call so (`SG2260`); else the id that it may be a slip of.
 */
export function targetsMeant(written: string): readonly string[] {
  const part = written.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  // Of a name without a letter or digit every target has a part.
  if (!/[a-z0-9]/.test(part)) return [];
  const targets = allTargets();
  const having = targets.filter((target) => `-${target.id}`.includes(`-${part}`));
  const called = targets.filter((target) => chipOf(target).toolNames.some((name) => name.toLowerCase() === part));
  const meant = new Set([...shortestFirst(having), ...shortestFirst(called)]);
  if (meant.size > 0) return [...meant].slice(0, mostNamed);
  const slip = nearest(
    written,
    targets.map(({ id }) => id),
  );
  return slip === undefined ? [] : [slip];
}

const shortestFirst = (targets: readonly Target[]) =>
  targets.map(({ id }) => id).toSorted((a, b) => a.length - b.length);
