import type { PatternFact } from '../../model';
import type { Expression } from '../syntax/nodes';
import type { Meaning } from './definitions';

/** A computation that was found: its parts by what they are in it. */
export interface FoundPattern {
  readonly pattern: PatternFact['pattern'];
  readonly parts: Readonly<Record<string, Expression>>;
  readonly variant?: string | undefined;
}

/** Looks for one kind of computation. */
export interface PatternFinder {
  /** What its last step is: operators, or names of functions. Nothing else is looked at. */
  readonly endsIn: readonly string[];
  /** The computation whose last step an expression is. */
  find(expression: Meaning, text: string): FoundPattern | undefined;
}
