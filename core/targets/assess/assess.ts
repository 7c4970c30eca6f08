import type {
  Assessment,
  Chip,
  Graph,
  GraphRoute,
  ModelFacts,
  Operator,
  OperatorAssessment,
  OperatorFacts,
  Precision,
  Target,
  Task,
} from '../../model';
import { uninterrupted } from '../../model';
import { operatorTable } from '../operator-table';
import { chipOf } from '../targets';
import { assessByAtc } from './atc/route';
import { assessCalls } from './calls';
import { assessByOrtCann } from './ort-cann/route';
import { native } from './reasons';
import type { RouteAssessor } from './route';
import { assessByTpuMlir } from './tpu-mlir/route';

export interface AssessOptions {
  /** The precision in which the model is meant to be deployed; undefined: not known. */
  readonly precision?: Precision | undefined;
  readonly task?: Task | undefined;
}

/** How many operators are assessed between two questions whether to stop. */
const stride = 4096;

const routes: Readonly<
  Record<GraphRoute, (facts: ModelFacts, chip: Chip, precision: Precision | undefined) => RouteAssessor>
> = { 'tpu-mlir': assessByTpuMlir, atc: assessByAtc, 'ort-cann': assessByOrtCann };

/** The verdict of every operator of a model on a target by a route. Cancelled, it knows the operators up to there. */
export function assess(
  facts: ModelFacts,
  target: Target,
  route: GraphRoute,
  { precision, task = uninterrupted }: AssessOptions = {},
): Assessment {
  const assessor = routes[route](facts, chipOf(target), precision);
  const assessments = new Map<Graph, OperatorAssessment[]>();
  const calls: OperatorFacts[] = [];
  let done = 0;
  let cancelled = false;
  for (const { graph, operators } of facts.graphs) {
    const ofGraph: OperatorAssessment[] = new Array(operators.length);
    assessments.set(graph, ofGraph);
    for (let index = 0; index < operators.length; index++) {
      const operator = operators[index]!;
      if (++done % stride === 0) cancelled ||= task.isCancelled();
      if (cancelled) ofGraph[index] = unassessed;
      else if (operator.function === undefined) ofGraph[index] = assessor.assess(operator);
      else calls.push(operator);
    }
  }
  assessCalls(facts.graphs, calls, assessments, (call) => assessor.callReason(call));
  return {
    target: target.id,
    route,
    evidence: operatorTable(route).evidence,
    of: (graph: Graph, operator: Operator) => assessments.get(graph)?.[operator.index] ?? unassessed,
    ofGraph: (graph: Graph) => assessments.get(graph) ?? [],
    modelReasons: assessor.modelReasons,
  };
}

/** An operator that was not reached, or is not of this model. */
const unassessed: OperatorAssessment = { ...native, verdict: 'unknown' };
