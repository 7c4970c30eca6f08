import type { GraphFacts, OperatorFacts, Verdict } from '../../../../core/model';

export interface Split {
  /** The least number of pieces that run on the device one after the other; more, where they stand side by side. */
  readonly deviceStages: number;
  /** Values that are made on one side and read on the other. */
  readonly transfers: number;
  /** The operators on the host behind which the device has to take over again. */
  readonly cutting: readonly OperatorFacts[];
}

type Side = 'host' | 'device';

/**
 * How operators on the host cut a graph. An operator's stage is the longest chain of changes of side in front of it,
 * so the pieces counted depend on one another. Undefined where the device runs in one piece.
 */
export function splitOf(graph: GraphFacts, verdictOf: (operator: OperatorFacts) => Verdict): Split | undefined {
  const sideOf = new Map<string, { side: Side; stage: number; maker: OperatorFacts }>();
  const deviceStages = new Set<number>();
  const transferred = new Set<string>();
  const cutting = new Set<OperatorFacts>();
  // In the file's order, which is topological; in a broken file, what is read before it is made counts as an input.
  for (const operator of graph.operators) {
    if (operator.operator.inputs.length === 0) continue;
    const side: Side = verdictOf(operator) === 'host' ? 'host' : 'device';
    let stage = 0;
    for (const name of operator.operator.inputs) {
      const made = sideOf.get(name);
      if (made === undefined) continue;
      stage = Math.max(stage, made.side === side ? made.stage : made.stage + 1);
      if (made.side === side) continue;
      transferred.add(name);
      // Stage 0 on the host has no device work before it.
      if (side === 'device' && made.stage > 0) cutting.add(made.maker);
    }
    if (side === 'device') deviceStages.add(stage);
    for (const name of operator.operator.outputs) if (name !== '') sideOf.set(name, { side, stage, maker: operator });
  }
  if (cutting.size === 0) return undefined;
  return { deviceStages: deviceStages.size, transfers: transferred.size, cutting: [...cutting] };
}
