import {
  type Evidence,
  elementTypeCode,
  elementTypeName,
  type FindingDraft,
  type GraphRoute,
  type GraphRule,
  type Localized,
} from '../../../../core/model';
import { inputPlace, inputsAre, inputsByType } from '../../graph-inputs';
import { tpuMlir } from '../../sources';
import en from './en.md';
import zh from './zh-cn.md';

/** What a route makes of some input types. */
interface TypeAnswer {
  readonly types: ReadonlySet<number | undefined>;
  readonly verdict: FindingDraft['verdict'];
  readonly why: Localized;
  readonly advice: Localized;
  readonly evidence: readonly Evidence[];
}

const typeCodes = (...names: string[]): ReadonlySet<number | undefined> => new Set(names.map(elementTypeCode));

const answers: Readonly<Partial<Record<GraphRoute, TypeAnswer>>> = {
  'tpu-mlir': {
    types: typeCodes('float16', 'bfloat16', 'double', 'bool', 'uint8', 'int8', 'uint16', 'int16', 'uint32', 'uint64'),
    verdict: 'converted',
    why: {
      en: 'tpu-mlir types inputs as float32 or int32 only, and makes these float32.',
      zh: 'tpu-mlir 的输入只有 float32 和 int32 两种类型，此处会变为 float32。',
    },
    advice: {
      en: 'Feed float32 to the compiled model, in model_runner and in the application alike.',
      zh: '无论在 model_runner 还是应用程序中，都向编译后的模型传入 float32。',
    },
    evidence: [tpuMlir('python/transform/OnnxConverter.py, get_input_types')],
  },
  atc: {
    types: typeCodes(
      'double',
      'bfloat16',
      'float8e4m3fn',
      'float8e5m2',
      'uint16',
      'uint32',
      'uint64',
      'complex64',
      'complex128',
    ),
    verdict: 'limited',
    why: {
      en: 'For ONNX models, atc documents FP32, FP16, UINT8 and integer inputs; whether it takes this type is not known.',
      zh: '对 ONNX 模型，atc 文档列出的输入类型为 FP32、FP16、UINT8 与整数；是否接受该类型尚不清楚。',
    },
    advice: {
      en: 'Export such inputs as float32 or float16, with a Cast behind it where the model computes in another type.',
      zh: '将此类输入导出为 float32 或 float16；若模型内部以其他类型计算，在其后加 Cast。',
    },
    evidence: [
      { source: 'hicann/ge', version: 'ffdcbc9f7496', where: 'docs, ATC restrictions (general_restrictions.md)' },
    ],
  },
};

/** Inputs of the model in a type that the route changes or does not document: told once for each type. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/graph-input-type',
  severity: 'information',
  title: { en: 'Input type that the route changes or refuses', zh: '会被工具链改变或拒绝的输入类型' },
  documentation: { en, zh },
  check({ facts, assessment, report }) {
    const answer = answers[assessment.route];
    if (answer === undefined) return;
    for (const [elementType, inputs] of inputsByType(facts)) {
      if (!answer.types.has(elementType)) continue;
      const what = inputsAre(inputs, elementTypeName(elementType));
      report({
        message: { en: `${what.en}. ${answer.why.en}`, zh: `${what.zh}。${answer.why.zh}` },
        advice: answer.advice,
        evidence: answer.evidence,
        verdict: answer.verdict,
        value: inputPlace(inputs[0]!),
      });
    }
  },
};
