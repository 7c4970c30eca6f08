import { kindsOf, type ModelFacts } from '../model';

/**
 * How often each graph is run in one run of the model, by its path: a function as often as it is called, a subgraph as
 * often as the operator that holds it (what a loop adds is not known). Functions that call each other in a circle, and
 * those that nothing calls, count 0.
 */
export function callCounts(facts: ModelFacts): ReadonlyMap<string, bigint> {
  let counts = known.get(facts);
  if (counts === undefined) known.set(facts, (counts = countCalls(facts)));
  return counts;
}

/** Every target asks. */
const known = new WeakMap<ModelFacts, ReadonlyMap<string, bigint>>();

function countCalls(facts: ModelFacts): Map<string, bigint> {
  // Edges from a graph to those that one run of it runs, with how often.
  const runs = new Map<string, Map<string, bigint>>();
  const waiting = new Map<string, number>();
  for (const { graph } of facts.graphs) {
    runs.set(graph.path, new Map());
    waiting.set(graph.path, 0);
  }
  const addRun = (from: string, to: string): void => {
    const targets = runs.get(from);
    if (targets === undefined || !waiting.has(to)) return;
    if (!targets.has(to)) waiting.set(to, waiting.get(to)! + 1);
    targets.set(to, (targets.get(to) ?? 0n) + 1n);
  };
  for (const { graph, operators } of facts.graphs) {
    for (let index = 0; index < operators.length; index++) {
      const called = operators[index]!.function;
      if (called !== undefined) addRun(graph.path, called);
    }
    for (const { attributes } of kindsOf(graph)) {
      for (const { value } of attributes) {
        if (value.kind === 'graph') addRun(graph.path, value.value.path);
        if (value.kind === 'graphs') for (const subgraph of value.value) addRun(graph.path, subgraph.path);
      }
    }
  }
  const counts = new Map<string, bigint>();
  const ready = [...waiting].filter(([, callers]) => callers === 0).map(([path]) => path);
  for (let path = ready.pop(); path !== undefined; path = ready.pop()) {
    const count = path === '/' ? 1n : (counts.get(path) ?? 0n);
    counts.set(path, count);
    for (const [to, times] of runs.get(path)!) {
      counts.set(to, (counts.get(to) ?? 0n) + count * times);
      waiting.set(to, waiting.get(to)! - 1);
      if (waiting.get(to) === 0) ready.push(to);
    }
  }
  // What is still waiting is part of a circle.
  for (const [path, callers] of waiting) if (callers > 0) counts.set(path, 0n);
  return counts;
}
