import type { Assessment, Integer, ModelFacts, Verdict } from '../model';
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
  const shares = new Map<Verdict, { operators: number; macs: bigint }>();
  let operators = 0;
  let macs = 0n;
  let operatorsWithoutMacs = 0;
  for (const { graph, operators: all } of facts.graphs) {
    const times = calls.get(graph.path) ?? 0n;
    for (const operator of all) {
      if (operator.function !== undefined) continue;
      const { verdict } = assessment.of(graph, operator.operator);
      let share = shares.get(verdict);
      if (share === undefined) shares.set(verdict, (share = { operators: 0, macs: 0n }));
      share.operators += 1;
      operators += 1;
      // An If or Loop costs what its bodies cost, and those are listed too.
      if (operator.cost.isNested) continue;
      const own = operator.cost.macs;
      if (own === undefined) operatorsWithoutMacs += 1;
      else if (own !== 0) {
        const all = BigInt(own) * times;
        share.macs += all;
        macs += all;
      }
    }
  }
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
    operators,
    macs: integer(macs),
    operatorsWithoutMacs,
  };
}
