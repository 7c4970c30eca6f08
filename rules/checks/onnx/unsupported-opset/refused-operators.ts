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
  const lists = new Map<string, Refused>();
  let list: Refused | undefined;
  for (const { operator, reason } of told) {
    if (operator === undefined || reason?.opset === undefined) continue;
    const { imported } = reason.opset;
    const { domain } = operator;
    if (list?.imported !== imported || list.domain !== domain) {
      const key = `${imported} ${domain}`;
      list = lists.get(key) ?? { imported, domain, operators: [], reasons: new Set() };
      lists.set(key, list);
    }
    list.operators.push(operator);
    list.reasons.add(reason);
  }
  return [...lists.values()].map(({ imported, operators, reasons }) => ({
    imported,
    operators,
    types: [...typesOf(operators)].sort(([, a], [, b]) => b - a),
    known: [...reasons].map(({ opset }) => opset!.known).reduce(common),
    reasons: [...reasons],
  }));
}

interface Refused {
  readonly imported: number;
  readonly domain: string;
  readonly operators: OperatorFacts[];
  readonly reasons: Set<Reason>;
}

/** How many operators of one domain there are of each type, as it is shown. */
function typesOf(operators: readonly OperatorFacts[]): Map<string, number> {
  const byType = new Map<string, { readonly example: OperatorFacts; count: number }>();
  for (const example of operators) {
    const { opType } = example.operator;
    const known = byType.get(opType);
    if (known === undefined) byType.set(opType, { example, count: 1 });
    else known.count += 1;
  }
  const shown = new Map<string, number>();
  for (const { example, count } of byType.values()) {
    const type = operatorType(example);
    shown.set(type, (shown.get(type) ?? 0) + count);
  }
  return shown;
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
