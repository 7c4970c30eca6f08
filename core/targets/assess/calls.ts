import type { Graph, GraphFacts, OperatorAssessment, OperatorFacts, Reason, Verdict } from '../../model';
import { verdicts, worse } from '../../model';
import { withNestedGraphs } from './nested-graphs';

/** A body's reasons are many; the worst few tell what a call's verdict comes from. */
const mostReasons = 8;

interface Body {
  readonly calls: OperatorFacts[];
  verdict: Verdict;
  reasons: Map<string, Reason>;
}

/**
 * Gives every call of a model-local function the verdict of the function's body, calls within bodies first. A call in a
 * cycle has none: such a model cannot run, and the reader reports it. `calls`: those of all graphs.
 */
export function assessCalls(
  graphs: readonly GraphFacts[],
  calls: readonly OperatorFacts[],
  assessments: ReadonlyMap<Graph, OperatorAssessment[]>,
  callReason: (call: OperatorFacts) => Reason | undefined,
): void {
  if (calls.length === 0) return;
  const factsOf = new Map(graphs.map((graph) => [graph.graph, graph]));
  const bodies = new Map<string, Body>();
  const graphOf = new Map(graphs.map(({ graph }) => [graph.path, graph]));
  const bodyOf = (path: string): Body | undefined => {
    const graph = graphOf.get(path);
    return graph && gather(graph, factsOf, assessments);
  };
  const pending = [...new Set(calls.map((call) => call.function!))];
  const open = new Set<string>();
  const finished = new Set<string>();
  while (pending.length > 0) {
    const path = pending.at(-1)!;
    const body = bodies.get(path) ?? bodyOf(path);
    if (body === undefined) {
      pending.pop();
      continue;
    }
    bodies.set(path, body);
    const callees = [...new Set(body.calls.map((call) => call.function!))];
    const missing = open.has(path) ? [] : callees.filter((callee) => !bodies.has(callee));
    open.add(path);
    if (missing.length > 0) {
      pending.push(...missing);
      continue;
    }
    pending.pop();
    if (finished.has(path)) continue;
    for (const callee of callees) absorb(body, finished.has(callee) ? bodies.get(callee) : undefined);
    finished.add(path);
  }
  for (const call of calls) {
    assessments.get(call.graph)![call.operator.index] = ofCall(bodies.get(call.function!), callReason(call));
  }
}

function gather(
  root: Graph,
  factsOf: ReadonlyMap<Graph, GraphFacts>,
  assessments: ReadonlyMap<Graph, OperatorAssessment[]>,
): Body {
  const body: Body = { calls: [], verdict: 'native', reasons: new Map() };
  for (const graph of withNestedGraphs(root)) {
    for (const operator of factsOf.get(graph)?.operators ?? []) {
      if (operator.function !== undefined) {
        body.calls.push(operator);
        continue;
      }
      const assessment = assessments.get(graph)![operator.operator.index];
      if (assessment === undefined) continue;
      body.verdict = worse(body.verdict, assessment.verdict);
      for (const reason of assessment.reasons) body.reasons.set(`${reason.id} ${reason.outcome}`, reason);
    }
  }
  return body;
}

function absorb(body: Body, callee: Body | undefined): void {
  body.verdict = worse(body.verdict, callee?.verdict ?? 'unknown');
  for (const [key, reason] of callee?.reasons ?? []) body.reasons.set(key, reason);
}

function ofCall(body: Body | undefined, own: Reason | undefined): OperatorAssessment {
  const first = own === undefined ? [] : [own];
  if (body === undefined) return { verdict: 'unknown', reasons: first };
  const reasons = [...body.reasons.values()].sort((a, b) => severity(b) - severity(a)).slice(0, mostReasons);
  const ofItself = own === undefined ? 'native' : own.outcome === 'undecided' ? 'limited' : own.verdict;
  return { verdict: worse(body.verdict, ofItself), reasons: [...first, ...reasons] };
}

function severity({ verdict, outcome }: Reason): number {
  return verdicts.indexOf(verdict) - (outcome === 'undecided' ? verdicts.length : 0);
}
