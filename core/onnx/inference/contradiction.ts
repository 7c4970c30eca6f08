import type { Localized } from '../../model';

/**
 * Thrown by an operator's inference where the operator cannot be valid, and caught by the loop over the operators, which
 * makes a problem of it and goes on. Not an Error: there may be one for each of a million operators, and none of them
 * wants a stack trace. It never leaves this folder.
 */
export class Contradiction {
  constructor(readonly message: Localized) {}
}

/** Thrown where an operator's types depend on something that cannot be known here; caught like {@link Contradiction}, and told to nobody. */
export class Undecidable {}

export function contradict(en: string, zh: string): never {
  throw new Contradiction({ en, zh });
}

export function giveUp(): never {
  throw new Undecidable();
}
