import type { Certainty, Finding, FindingDraft, OperatorFacts, OperatorPlace, Route, Severity } from '../model';
import type { Destination } from './plan';
import type { Level } from './settings';

/** What a rule is asked for of itself. */
interface Teller {
  readonly code: string;
  readonly severity: Severity;
}

/**
 * What a rule says, as it is told: with the rule, its level in the settings, and where it holds. Without a destination it
 * holds for every target.
 */
export function findingOf(
  rule: Teller,
  level: Exclude<Level, 'off'>,
  draft: FindingDraft & { readonly certainty?: Certainty | undefined },
  destination: Destination<Route> | undefined,
): Finding {
  return {
    rule: rule.code,
    severity: level === 'default' ? (draft.severity ?? rule.severity) : level,
    verdict: draft.verdict,
    certainty: draft.certainty,
    target: destination?.target.id,
    route: destination?.route,
    message: draft.message,
    advice: draft.advice,
    span: draft.span,
    place: draft.operator && placeOf(draft.operator),
    value: draft.value,
    evidence: draft.evidence,
    fixes: draft.fixes ?? [],
  };
}

export function placeOf({ graph, operator }: OperatorFacts): OperatorPlace {
  return {
    graph: graph.path,
    node: operator.name,
    index: operator.index,
    op: operator.opType,
    domain: operator.domain,
    byteOffset: operator.byteOffset,
  };
}
