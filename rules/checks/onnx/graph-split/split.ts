import type { GraphFacts, OperatorAssessment, OperatorFacts } from '../../../../core/model';

export interface Split {
  /** The number of pieces that run on the device one after the other, on the longest chain of them. */
  readonly pieces: number;
  /** Values that are made on one side and read on the other. */
  readonly transfers: number;
  /** The operators on the host behind which the device has to take over again. */
  readonly cutting: readonly OperatorFacts[];
}

interface Made {
  readonly by: OperatorFacts;
  readonly onHost: boolean;
  /** Pieces on the device, one behind the other, up to here. */
  readonly pieces: number;
}

/**
 * How operators on the host cut a graph. `assessments`: of its operators, in their order. Undefined where the device runs in
 * one piece.
 */
export function splitOf(graph: GraphFacts, assessments: readonly OperatorAssessment[]): Split | undefined {
  // Operators with the same outcome share one assessment.
  if (![...new Set(assessments)].some(({ verdict }) => verdict === 'host')) return undefined;
  const made = new Map<string, Made>();
  const transferred = new Set<string>();
  const cutting = new Set<OperatorFacts>();
  let pieces = 0;
  // In the file's order, which is topological; in a broken file, what is read before it is made counts as an input.
  for (const [index, by] of graph.operators.entries()) {
    const { inputs, outputs } = by.operator;
    // A constant is part of every piece that reads it.
    if (inputs.length === 0) continue;
    const onHost = assessments[index]!.verdict === 'host';
    let own = onHost ? 0 : 1;
    for (const name of inputs) {
      const source = made.get(name);
      if (source === undefined) continue;
      const takesOver = source.onHost && !onHost;
      own = Math.max(own, source.pieces + (takesOver ? 1 : 0));
      if (source.onHost !== onHost) transferred.add(name);
      if (takesOver && source.pieces > 0) cutting.add(source.by);
    }
    pieces = Math.max(pieces, own);
    for (const name of outputs) if (name !== '') made.set(name, { by, onHost, pieces: own });
  }
  return cutting.size === 0 ? undefined : { pieces, transfers: transferred.size, cutting: [...cutting] };
}
