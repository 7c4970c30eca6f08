import {
  elementTypeCode,
  elementTypeName,
  type GraphRule,
  type GraphRuleContext,
  type Integer,
  kindsOf,
  type OperatorFacts,
} from '../../../../core/model';
import { inputPlace, inputsAre, inputsByType } from '../../graph-inputs';
import { operatorType } from '../../reasons/reason-rule';
import { tpuMlir } from '../../sources';
import en from './en.md';
import zh from './zh-cn.md';

const integerTypes: ReadonlySet<number | undefined> = new Set(
  ['int64', 'uint64', 'int32', 'uint32'].map(elementTypeCode),
);

/** Operators that compute with a constant's values. Where a constant is a shape or a bound, the importer reads it exactly. */
const computing: ReadonlySet<string> = new Set([
  ...['Add', 'Sub', 'Mul', 'Div', 'Mod', 'Pow', 'Max', 'Min', 'Sum', 'Mean', 'Where', 'BitwiseAnd', 'BitwiseOr'],
  ...['Equal', 'Greater', 'GreaterOrEqual', 'Less', 'LessOrEqual', 'Gather', 'GatherElements', 'GatherND'],
]);

/** 64-bit integers that tpu-mlir narrows: inputs to 32 bits, constants to float32. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/int64-narrowing',
  severity: 'silent',
  title: { en: '64-bit integers that become narrower', zh: '被收窄的 64 位整数' },
  documentation: { en, zh },
  check(context) {
    if (context.assessment.route !== 'tpu-mlir') return;
    checkInputs(context);
    for (const { graph, operators } of context.facts.graphs) {
      if (!kindsOf(graph).some(({ opType }) => computing.has(opType))) continue;
      for (let index = 0; index < operators.length; index++) checkConstants(context, operators[index]!);
    }
  },
};

/** Told once, of all such inputs. */
function checkInputs({ facts, report }: GraphRuleContext): void {
  const inputs = inputsByType(facts).get(elementTypeCode('int64')!);
  if (inputs === undefined) return;
  const what = inputsAre(inputs, 'int64');
  report({
    message: {
      en: `${what.en}; tpu-mlir makes that int32: the caller has to feed 32-bit integers, and values from 2^31 on do not fit.`,
      zh: `${what.zh}，tpu-mlir 会将其改为 int32：调用方需要传入 32 位整数，达到 2^31 的值无法表示。`,
    },
    advice: {
      en: 'Export such inputs as int32, and convert where the model is called.',
      zh: '导出时将此类输入改为 int32，并在调用处做类型转换。',
    },
    evidence: [tpuMlir('python/transform/OnnxConverter.py, get_input_types')],
    verdict: 'limited',
    // Whether the values fit is for the caller to know.
    severity: 'information',
    value: inputPlace(inputs[0]!),
  });
}

function checkConstants({ report }: GraphRuleContext, operator: OperatorFacts): void {
  const { kind, inputCount } = operator.operator;
  if (!computing.has(kind.opType) || operator.domain !== '') return;
  for (let index = 0; index < inputCount; index++) {
    const type = operator.inputType(index);
    if (type?.kind !== 'tensor' || !integerTypes.has(type.elementType)) continue;
    if (operator.inputIsConstant(index) !== true) continue;
    const lost = operator.inputElements(index)?.find(losesValue);
    if (lost === undefined) continue;
    if (readsConstantsAlone(operator)) return;
    report({
      message: {
        en: `Compiles, but computes something else: the ${elementTypeName(type.elementType)} constant ${lost} of ${operatorType(operator)} (input ${index}) is stored as float32, which makes it ${Math.fround(Number(lost))}.`,
        zh: `能通过编译，但计算结果不同：${operatorType(operator)} 第 ${index} 个输入（从 0 起）的 ${elementTypeName(type.elementType)} 常量 ${lost} 会以 float32 存储，变为 ${Math.fround(Number(lost))}。`,
      },
      advice: {
        en: 'Use a constant that float32 holds exactly: an integer up to 2^24 in size, or a power of two.',
        zh: '改用 float32 能精确表示的常量：绝对值不超过 2^24 的整数，或 2 的幂。',
      },
      evidence: [tpuMlir('python/transform/BaseConverter.py, addWeight: data.astype(np.float32)')],
      verdict: 'silent',
      operator,
    });
    return;
  }
}

/** The importer folds such an operator, exactly. */
function readsConstantsAlone(operator: OperatorFacts): boolean {
  const { inputCount } = operator.operator;
  for (let index = 0; index < inputCount; index++) {
    if (operator.hasInput(index) && operator.inputIsConstant(index) !== true) return false;
  }
  return true;
}

/** Whether float32 cannot hold the integer. From 2^53 on (a bigint), integers stand for "no bound", and go on doing so. */
export function losesValue(element: Integer | string | null): element is number {
  return typeof element === 'number' && Number.isInteger(element) && Math.fround(element) !== element;
}
