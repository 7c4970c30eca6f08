import type { PatternFact } from '../../model';
import type { Expression } from '../syntax/nodes';
import type { Meaning } from './definitions';

/** A computation that was found: its parts by what they are in it. */
export interface FoundPattern {
  readonly pattern: PatternFact['pattern'];
  readonly parts: Readonly<Record<string, Expression>>;
  readonly variant?: string | undefined;
}

/** Tells whether an expression is the last step of a computation. */
export type PatternFinder = (expression: Meaning, text: string) => FoundPattern | undefined;
