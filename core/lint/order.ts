import type { Finding, ModelFacts, Problem } from '../model';

/**
 * About the model first, then in the order of its graphs and operators. The sort is stable: at one place, findings stay
 * in the order in which the targets and rules were run.
 */
export function inModelOrder(findings: readonly Finding[], { graphs }: ModelFacts): Finding[] {
  const graphOrder = new Map(graphs.map(({ graph }, index) => [graph.path, index]));
  const keyed = findings.map((finding) => ({
    finding,
    graph: finding.place === undefined ? -1 : (graphOrder.get(finding.place.graph) ?? graphs.length),
    index: finding.place?.index ?? finding.value?.byteOffset ?? -1,
  }));
  return keyed.sort((a, b) => a.graph - b.graph || a.index - b.index).map(({ finding }) => finding);
}

/** By their place in the file, those without one first; what several stages say alike is said once. */
export function mergeProblems(...stages: readonly (readonly Problem[])[]): Problem[] {
  const seen = new Set<string>();
  const merged = stages.flat().filter((problem) => {
    const key = [
      problem.code,
      problem.byteOffset,
      problem.span?.start,
      problem.place?.byteOffset,
      problem.message.en,
    ].join('\n');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const offsetOf = ({ span, byteOffset, place }: Problem): number =>
    span?.start ?? byteOffset ?? place?.byteOffset ?? -1;
  return merged.sort((a, b) => offsetOf(a) - offsetOf(b));
}
