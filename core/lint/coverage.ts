import type { Assessment, GraphFacts, Integer, ModelFacts, Verdict } from '../model';
import { integer, verdicts } from '../model';
import { callCounts } from './call-counts';

export interface VerdictShare {
  readonly verdict: Verdict;
  /** Operators of the file; those of a function's body once, however often it is called. */
  readonly operators: number;
  /** Multiply-accumulates of one run: a function's body as often as it is called, every branch, a loop's body once. */
  readonly macs: Integer;
}

/** How much of a model runs how, on one target by one route. */
export interface Coverage {
  readonly target: string;
  readonly route: Assessment['route'];
  /** From the best verdict to the worst; verdicts that no operator has are left out. */
  readonly verdicts: readonly VerdictShare[];
  /** Sums of the shares. Calls of model-local functions are not counted: their bodies are. */
  readonly operators: number;
  readonly macs: Integer;
  /** Operators whose MACs are unknown, because a shape is; `macs` is a lower bound where there are any. */
  readonly operatorsWithoutMacs: number;
}

export function coverageOf(facts: ModelFacts, assessment: Assessment): Coverage {
  const calls = callCounts(facts);
  const shares = new Map<Verdict, Share>();
  for (const graph of facts.graphs) {
    const times = calls.get(graph.graph.path) ?? 0n;
    for (const [verdict, share] of sharesOfGraph(graph, assessment)) {
      const all = shares.get(verdict) ?? { operators: 0, macs: 0n, withoutMacs: 0 };
      all.operators += share.operators;
      all.withoutMacs += share.withoutMacs;
      all.macs += share.macs * times;
      shares.set(verdict, all);
    }
  }
  const all = [...shares.values()];
  return {
    target: assessment.target,
    route: assessment.route,
    verdicts: verdicts
      .filter((verdict) => shares.has(verdict))
      .map((verdict) => ({
        verdict,
        operators: shares.get(verdict)!.operators,
        macs: integer(shares.get(verdict)!.macs),
      })),
    operators: all.reduce((sum, { operators }) => sum + operators, 0),
    macs: integer(all.reduce((sum, { macs }) => sum + macs, 0n)),
    operatorsWithoutMacs: all.reduce((sum, { withoutMacs }) => sum + withoutMacs, 0),
  };
}

interface Share {
  operators: number;
  macs: bigint;
  withoutMacs: number;
}

/** What one run of a graph has of each verdict. */
function sharesOfGraph(
  { graph, operators, macs: macsOfOperators }: GraphFacts,
  assessment: Assessment,
): ReadonlyMap<Verdict, Share> {
  const shares = new Map<Verdict, Share & { small: number }>();
  let last: Verdict | undefined;
  let share = { operators: 0, macs: 0n, small: 0, withoutMacs: 0 };
  const assessments = assessment.ofGraph(graph);
  for (let index = 0; index < operators.length; index++) {
    if (operators[index]!.function !== undefined) continue;
    const { verdict } = assessments[index]!;
    if (verdict !== last) {
      last = verdict;
      share = shares.get(verdict) ?? { operators: 0, macs: 0n, small: 0, withoutMacs: 0 };
      shares.set(verdict, share);
    }
    share.operators += 1;
    const macs = macsOfOperators[index];
    if (macs === 0) continue;
    if (macs === undefined) share.withoutMacs += 1;
    // Nearly all of it fits into a number, which is added faster.
    else if (typeof macs === 'number' && Number.isSafeInteger(share.small + macs)) share.small += macs;
    else share.macs += BigInt(macs);
  }
  for (const each of shares.values()) each.macs += BigInt(each.small);
  return shares;
}
