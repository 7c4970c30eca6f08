import type { OperatorFacts, OpsetRanges, Reason } from '../../../../core/model';
import { operatorType } from '../../reasons/reason-rule';
import type { ToldReason } from '../../reasons/told-reasons';

/** The operators of one domain that a route does not know at the version that their graph imports. */
export interface RefusedOperators {
  readonly imported: number;
  /** In the model's order. */
  readonly operators: readonly OperatorFacts[];
  /** How many there are of each type, the most frequent first. */
  readonly types: readonly (readonly [type: string, count: number])[];
  /** The versions at which the route knows all of these types. */
  readonly known: OpsetRanges;
  /** One of each type. */
  readonly reasons: readonly Reason[];
}

/** By domain and imported version: most models that have one such operator have nothing else. */
export function refusedOperators(told: readonly ToldReason[]): RefusedOperators[] {
  const lists = new Map<string, { readonly operator: OperatorFacts; readonly reason: Reason }[]>();
  for (const { operator, reason } of told) {
    if (operator === undefined || reason?.opset === undefined) continue;
    const key = `${reason.opset.imported} ${operator.domain}`;
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [{ operator, reason }]);
    else list.push({ operator, reason });
  }
  return [...lists.values()].map((list) => {
    const counts = new Map<string, number>();
    // All are of one domain.
    const names = new Map<string, string>();
    for (const { operator } of list) {
      const { opType } = operator.operator;
      let name = names.get(opType);
      if (name === undefined) names.set(opType, (name = operatorType(operator)));
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const reasons = [...new Set(list.map(({ reason }) => reason))];
    return {
      imported: reasons[0]!.opset!.imported,
      operators: list.map(({ operator }) => operator),
      types: [...counts].sort(([, a], [, b]) => b - a),
      known: reasons.map(({ opset }) => opset!.known).reduce(common),
      reasons,
    };
  });
}

/** The versions that are in both. */
export function common(a: OpsetRanges, b: OpsetRanges): OpsetRanges {
  const ranges = a.flatMap(([first, last]) =>
    b.map(([otherFirst, otherLast]) => [Math.max(first, otherFirst), Math.min(last, otherLast)] as const),
  );
  return ranges.filter(([first, last]) => first <= last);
}

/** Of the versions, the one nearest to another. */
export function nearest(ranges: OpsetRanges, version: number): number | undefined {
  const ends = ranges.flat();
  return ends.toSorted((a, b) => Math.abs(a - version) - Math.abs(b - version))[0];
}
