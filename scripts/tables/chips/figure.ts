import type { Figure, Localized, Rates } from '../../../core/model';
import { parseEvidence } from '../evidence';

/** A value of the facts with its source: one, or a list where sources disagree (the first is the one that is used). */
export type Fact = { value: number; source: string; note?: string } | readonly { value: number; source: string }[];

const GiB = 2 ** 30;

/** `fact` in the unit that `scale` makes of it. */
export function figure(fact: Fact, scale = 1, note?: Localized): Figure<number> {
  const [first, ...others] = Array.isArray(fact) ? fact : [fact];
  return {
    value: rounded(first.value * scale),
    evidence: parseEvidence(first.source),
    ...(note === undefined ? {} : { note }),
    ...(others.length === 0 ? {} : { others: others.map((other) => figure(other, scale)) }),
  };
}

export function stated<T>(value: T, source: string, note?: Localized): Figure<T> {
  return { value, evidence: parseEvidence(source), ...(note === undefined ? {} : { note }) };
}

export const gibibytes = (fact: Fact, note?: Localized) => figure(fact, GiB, note);
export const gigabytesPerSecond = (fact: Fact, note?: Localized) => figure(fact, 1e9, note);
export const megahertz = (fact: Fact) => figure(fact, 1e6);

/** Removes what floating point adds to a product such as 546.1 * 1e9. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

export function rates(entries: readonly (readonly [keyof Rates, Figure<number> | undefined])[]): Rates {
  return Object.fromEntries(entries.filter(([, figure]) => figure !== undefined)) as Rates;
}
