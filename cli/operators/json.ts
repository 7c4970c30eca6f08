import { formatType, inLanguage, type Language, type Reason, type ValueType } from '../../core/model';
import { jsonText } from '../json-text';
import { type ListedOperator, type OperatorListing, operatorsOf } from './listing';

declare const PORTOLAN_VERSION: string;

/** Version of the form, not of the program: it changes when a reader of the old form would go wrong. */
const version = 1;

/** The listing as rules/schema/ops-output.schema.json says, an operator a line. */
export function* operatorJson(listing: OperatorListing, language: Language): Generator<string> {
  yield* pieces(listing, language, '\n');
}

/** The same in a line for each listing. */
export function* operatorJsonLines(listings: readonly OperatorListing[], language: Language): Generator<string> {
  for (const listing of listings) yield* pieces(listing, language, '');
}

/** @param gap what stands between the operators */
function* pieces(listing: OperatorListing, language: Language, gap: string): Generator<string> {
  const { assessment, path } = listing;
  const head = {
    version,
    tool: { name: 'portolan', version: PORTOLAN_VERSION },
    path,
    target: assessment?.target,
    route: assessment?.route,
  };
  yield `${jsonText(head).slice(0, -1)},${gap}"nodes":[`;
  let first = true;
  for (const operator of operatorsOf(listing)) {
    yield `${first ? '' : ','}${gap}${jsonText(nodeJson(operator, assessment?.route, language))}`;
    first = false;
  }
  yield `${gap}],${gap}"totals":${jsonText(totals(listing))},`;
  const modelReasons = (assessment?.modelReasons ?? []).map((reason) => reasonJson(reason, language));
  const problems = listing.problems.map(({ code, severity, message, byteOffset }) => ({
    code,
    severity,
    message: inLanguage(message, language),
    byteOffset,
  }));
  yield `${gap}"reasons":${jsonText(modelReasons)},${gap}"problems":${jsonText(problems)}}\n`;
}

function nodeJson(
  { graph, operator, facts, assessment }: ListedOperator,
  route: string | undefined,
  language: Language,
) {
  const values = (names: readonly string[], typeOf: (index: number) => ValueType | undefined) =>
    names.map((name, index) => {
      const type = typeOf(index);
      return { name, type: type === undefined ? null : formatType(type) };
    });
  return {
    graph: graph.path,
    node: operator.name,
    index: operator.index,
    op: operator.opType,
    domain: facts.domain,
    opset: facts.opset ?? null,
    byteOffset: operator.byteOffset,
    function: facts.function,
    inputs: values(operator.inputs, (index) => facts.inputType(index)),
    outputs: values(operator.outputs, (index) => facts.outputType(index)),
    macs: facts.cost.macs ?? null,
    bytes: facts.cost.bytes ?? null,
    ...(assessment && {
      verdict: assessment.verdict,
      route,
      fusion: assessment.fusion,
      reasons: assessment.reasons.map((reason) => reasonJson(reason, language)),
    }),
  };
}

function reasonJson({ id, kind, verdict, outcome, message, advice, evidence }: Reason, language: Language) {
  return {
    id,
    kind,
    verdict,
    outcome,
    message: inLanguage(message, language),
    advice: advice && inLanguage(advice, language),
    evidence,
  };
}

function totals({ facts, coverage }: OperatorListing) {
  return {
    operators: facts?.graphs.reduce((count, { operators }) => count + operators.length, 0) ?? 0,
    macs: facts?.total.macs ?? null,
    bytes: facts?.total.bytes ?? null,
    weightBytes: facts?.weightBytes ?? null,
    operatorsWithoutMacs: coverage?.operatorsWithoutMacs,
    verdicts: coverage?.verdicts,
  };
}
