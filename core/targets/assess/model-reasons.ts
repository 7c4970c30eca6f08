import type { Chip, Integer, ModelFacts, OperatorFacts, Precision, Reason, ValueType } from '../../model';
import { tensor } from '../../model';
import { compileQuestion, type Environment } from '../language';
import type { OperatorTable } from '../operator-table';
import type { ModelConditionRow } from '../table';
import { conditionReason, localized, openReason } from './reasons';

/** What a route and a chip say of the model as a whole. */
export function modelReasons(
  table: OperatorTable,
  facts: ModelFacts,
  chip: Chip,
  precision: Precision | undefined,
  environment: Environment,
): Reason[] {
  const lack = precision === undefined ? undefined : lackingPrecision(chip, precision);
  const asked = { inputs: inputsOf(facts), weights: table.model.some(isOfWeights) ? weightsOf(facts) : [] };
  const conditions = table.model.flatMap((row) => conditionOver(table, row, asked[row.over], environment) ?? []);
  return lack === undefined ? conditions : [lack, ...conditions];
}

function lackingPrecision(chip: Chip, precision: Precision): Reason | undefined {
  const figure = chip.lacks[precision];
  if (figure === undefined) return undefined;
  const name = precision.toUpperCase();
  const others = Object.keys(chip.peak).filter((other) => !(other in chip.lacks));
  return {
    id: `model/precision-${precision}`,
    kind: 'precision',
    verdict: 'unsupported',
    outcome: 'broken',
    message: localized(`${chip.name} does not compute in ${name}.`, `${chip.name} 不支持 ${name} 计算。`),
    advice:
      figure.note ??
      (others.length === 0
        ? undefined
        : localized(`Deploy in ${others.join(', ')}.`, `请改用 ${others.join('、')} 部署。`)),
    evidence: figure.evidence,
  };
}

/** A condition of the table, asked of each input or weight; the worst answer counts. */
function conditionOver(
  table: OperatorTable,
  row: ModelConditionRow,
  standIns: readonly OperatorFacts[],
  environment: Environment,
): Reason | undefined {
  if (row.verdict === 'native' || standIns.length === 0) return undefined;
  const ask = compileQuestion(row.when);
  let open: 'file' | 'sources' | undefined;
  for (const standIn of standIns) {
    const answer = ask(standIn, environment);
    if (answer === true) return conditionReason(table, 'model', row);
    if (answer !== false) open = answer;
  }
  return open === undefined || row.verdict === 'converted' ? undefined : openReason(table, 'model', row, open);
}

type Elements = readonly (Integer | string | null)[] | undefined;

const isOfWeights = ({ over }: ModelConditionRow) => over === 'weights';

/** Graph inputs that a caller feeds. */
function inputsOf({ model: { graph } }: ModelFacts): OperatorFacts[] {
  if (graph === undefined) return [];
  const weights = new Set(graph.initializers.map(({ id }) => id));
  return graph.inputs.filter(({ id }) => !weights.has(id)).map(({ type }) => standIn(type, undefined));
}

/** Weights, one of each type, shape and known elements: a network has the same ones in every layer. */
function weightsOf({ model: { graph } }: ModelFacts): OperatorFacts[] {
  const standIns: OperatorFacts[] = [];
  const seen = new Set<string>();
  for (const { elementType, dims, elements } of graph?.initializers ?? []) {
    // Texts are not joined: they may hold what stands between them.
    if (typeof elements?.[0] !== 'string') {
      const shape = `${elementType} ${dims.join()}`;
      const key = elements === undefined ? shape : `${shape} ${elements.join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
    }
    standIns.push(standIn(tensor(elementType, dims), elements));
  }
  return standIns;
}

/** A value in an operator's place, as its first input. */
function standIn(type: ValueType | undefined, elements: Elements): OperatorFacts {
  return {
    hasInput: (index: number) => index === 0,
    inputType: (index: number) => (index === 0 ? type : undefined),
    inputElements: (index: number) => (index === 0 ? elements : undefined),
  } as Partial<OperatorFacts> as OperatorFacts;
}
