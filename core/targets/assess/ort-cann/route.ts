import type { Chip, ModelFacts, OperatorAssessment, OperatorFacts, Precision, Reason } from '../../../model';
import { elementTypeName } from '../../../model';
import type { Environment } from '../../language';
import { type OperatorTable, operatorTable } from '../../operator-table';
import type { OperatorRow } from '../../table';
import { AtcTypes } from '../atc/route';
import { modelReasons } from '../model-reasons';
import { assessmentOf, beforeRuntimeTools, localized, native } from '../reasons';
import type { RouteAssessor } from '../route';

/** Domains of operators that ONNX Runtime has on the CPU; of others it is not known who brings their kernels. */
const runtimeDomains: ReadonlySet<string> = new Set(['', 'ai.onnx.ml', 'com.microsoft', 'com.microsoft.nchwc']);

/**
 * ONNX Runtime hands subgraphs of the operators that its CANN provider knows to ATC's parser, runs some others one by one,
 * and keeps the rest on the host.
 */
export function assessByOrtCann(facts: ModelFacts, chip: Chip, precision: Precision | undefined): RouteAssessor {
  const table = operatorTable('ort-cann');
  const atc = operatorTable('atc');
  const environment: Environment = {
    chip: chip.family,
    precision,
    isConstant: (operator, index) => operator.inputIsConstant(index),
  };
  const compiled = new AtcTypes(atc, chip, environment);
  const onHost = new Map<string, OperatorAssessment>();
  return {
    assess(operator) {
      if (isFolded(operator)) return native;
      const row = operator.domain === '' ? table.operator(operator.operator.opType) : undefined;
      if (row !== undefined && isCompiled(row, operator)) return compiled.assess(operator);
      if (row !== undefined && hasSingleKernel(table, row, operator)) return native;
      const name = operator.domain === '' ? operator.operator.opType : `${operator.domain}.${operator.operator.opType}`;
      let assessment = onHost.get(name);
      if (assessment === undefined) {
        assessment = assessmentOf([hostReason(table, name, operator)]);
        onHost.set(name, assessment);
      }
      return assessment;
    },
    // ONNX Runtime expands functions before it asks its providers.
    callReason: () => undefined,
    modelReasons: modelReasons(table, facts, chip, precision, environment),
  };
}

/** ONNX Runtime computes what depends on constants alone before it asks its providers. */
function isFolded(facts: OperatorFacts): boolean {
  const { inputs, opType } = facts.operator;
  if (inputs.length === 0) return opType === 'Constant';
  return inputs.every((name, index) => name === '' || facts.inputIsConstant(index) === true);
}

/** Whether the provider compiles it into a graph for the device: the rows' opsets begin at the provider's lowest. */
function isCompiled({ opsets = [] }: OperatorRow, { opset }: OperatorFacts): boolean {
  return opset === undefined || opsets.some(([first, last]) => first <= Number(opset) && Number(opset) <= last);
}

/** Whether a kernel of its own is registered for the operator's opset and type. */
function hasSingleKernel(table: OperatorTable, { single = {} }: OperatorRow, facts: OperatorFacts): boolean {
  const opset = Number(facts.opset);
  const range = Object.entries(single).find(([range]) => covers(range, opset));
  const type = facts.inputType(0);
  if (range === undefined || type?.kind !== 'tensor') return false;
  const types = table.types(range[1]);
  return types.length === 0 || types.includes(elementTypeName(type.elementType));
}

/** `7-12`, `13+`. */
function covers(range: string, opset: number): boolean {
  const [first, last] = range.replace('+', '-').split('-');
  return Number(first) <= opset && (last === '' || opset <= Number(last));
}

function hostReason(table: OperatorTable, name: string, { domain, operator: { opType } }: OperatorFacts): Reason {
  const isKnown = runtimeDomains.has(domain);
  return {
    id: `${name}/on-host`,
    kind: 'placement',
    verdict: isKnown ? 'host' : 'unknown',
    outcome: 'broken',
    message: isKnown
      ? localized(
          `ONNX Runtime's CANN provider does not take ${name}: it runs on the host CPU, and the graph is split there with copies both ways.`,
          `ONNX Runtime 的 CANN 执行提供程序不接管 ${name}：在主机 CPU 上执行，计算图在此切分并产生双向拷贝。`,
        )
      : localized(
          `ONNX Runtime's CANN provider does not take ${name}; who brings its kernel is not known.`,
          `ONNX Runtime 的 CANN 执行提供程序不接管 ${name}；其实现由谁提供尚不清楚。`,
        ),
    advice:
      beforeRuntimeTools(domain, opType) ??
      localized('Write it with operators that the provider takes.', '请用该执行提供程序支持的算子改写。'),
    evidence: table.general('graph'),
  };
}
