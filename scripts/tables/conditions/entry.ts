import type { Localized, ReasonKind, Verdict } from '../../../core/model';

/** One condition of a table, as it is written by hand. */
export interface ConditionInput {
  /** Stable within the operator: `constant-bias`. */
  readonly id: string;
  /** When it bites: see rules/operators/README.md. */
  readonly when: string;
  readonly verdict: Verdict;
  readonly kind?: ReasonKind;
  readonly message: Localized;
  readonly advice?: Localized;
  /** Evidence of its own, where the fact's is not all or where there is no fact. */
  readonly source?: string;
}

/**
 * What becomes of one condition of the facts. The fact's own text stands beside it: a generator that meets a fact without
 * an entry, or an entry whose fact has changed, stops.
 */
export interface Entry {
  /** Undefined: the condition comes from elsewhere and names its source. */
  readonly fact: string | undefined;
  readonly conditions: readonly ConditionInput[];
}

export type Entries = Readonly<Record<string, readonly Entry[]>>;

export function text(en: string, zh: string): Localized {
  return { en, zh };
}

export function entry(fact: string | undefined, ...conditions: ConditionInput[]): Entry {
  return { fact, conditions };
}

type Rest = Partial<Pick<ConditionInput, 'kind' | 'source'>>;

function make(verdict: Verdict) {
  return (id: string, when: string, message: Localized, advice?: Localized, rest: Rest = {}): ConditionInput => ({
    id,
    when,
    verdict,
    message,
    ...(advice === undefined ? {} : { advice }),
    ...rest,
  });
}

export const refused = make('unsupported');
export const silent = make('silent');
export const slow = make('slow');
export const onHost = make('host');
export const limited = make('limited');

/** A rewrite that the route makes itself. */
export function rewritten(id: string, when: string, message: Localized): ConditionInput {
  return { id, when, verdict: 'converted', kind: 'rewrite', message };
}

/** Worth knowing, changes nothing. */
export function noted(id: string, message: Localized, when = 'true'): ConditionInput {
  return { id, when, verdict: 'native', kind: 'rewrite', message };
}

/** A resize of images that takes the same pixels however they are chosen: each axis stays as it is, or has one pixel. */
export const samePixels =
  '(dim(input[0], 2) == dim(output[0], 2) or dim(input[0], 2) == 1) and (dim(input[0], 3) == dim(output[0], 3) or dim(input[0], 3) == 1)';
