import type { Coverage, GraphReport } from '../../core/lint';
import type {
  Assessment,
  Graph,
  ModelFacts,
  Operator,
  OperatorAssessment,
  OperatorFacts,
  Problem,
} from '../../core/model';

/** Every operator of a model, as one route carries it to one target. */
export interface OperatorListing {
  readonly path: string;
  /** Undefined where nothing could be read. */
  readonly facts: ModelFacts | undefined;
  readonly problems: readonly Problem[];
  /** Both undefined where no target was asked for. */
  readonly assessment: Assessment | undefined;
  readonly coverage: Coverage | undefined;
}

/** One listing for each target and route; one without verdicts where none was asked for. */
export function operatorListings(path: string, report: GraphReport): OperatorListing[] {
  const { facts, problems, assessments, coverage } = report;
  if (assessments.length === 0) return [{ path, facts, problems, assessment: undefined, coverage: undefined }];
  return assessments.map((assessment, index) => ({ path, facts, problems, assessment, coverage: coverage[index] }));
}

export interface ListedOperator {
  readonly graph: Graph;
  readonly operator: Operator;
  readonly facts: OperatorFacts;
  readonly assessment: OperatorAssessment | undefined;
}

/** The operators of all graphs: the model's own, then subgraphs, then functions. */
export function* operatorsOf({ facts, assessment }: OperatorListing): Generator<ListedOperator> {
  for (const { graph, operators } of facts?.graphs ?? []) {
    for (const one of operators) {
      yield { graph, operator: one.operator, facts: one, assessment: assessment?.of(graph, one.operator) };
    }
  }
}
