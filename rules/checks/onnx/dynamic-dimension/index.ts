import {
  type Dimension,
  displayName,
  type Evidence,
  type FindingDraft,
  formatDimension,
  formatType,
  type GraphRoute,
  type GraphRule,
  isKnown,
  type Localized,
  type Shape,
  type ValueType,
} from '../../../../core/model';
import { fedInputs, inputPlace } from '../../graph-inputs';
import { graphEngine, issue, tpuMlir } from '../../sources';
import en from './en.md';
import zh from './zh-cn.md';

/** What a route makes of an input whose shape is not fixed. */
interface RouteAnswer {
  readonly verdict: FindingDraft['verdict'];
  readonly why: Localized;
  readonly advice: (name: string, shape: readonly Dimension[] | undefined) => Localized;
  readonly evidence: readonly Evidence[];
}

const answers: Readonly<Record<GraphRoute, RouteAnswer>> = {
  'tpu-mlir': {
    verdict: 'limited',
    why: {
      en: 'tpu-mlir compiles for fixed shapes, and model_transform stops here without --input_shapes.',
      zh: 'tpu-mlir 按固定形状编译，未给出 --input_shapes 时 model_transform 会在此报错退出。',
    },
    advice: (_name, shape) => ({
      en: `Fix it at conversion: model_transform.py --input_shapes [[${template(shape)}], ...]. Where it really varies, pass --dynamic to both model_transform and model_deploy.`,
      zh: `转换时固定形状：model_transform.py --input_shapes [[${template(shape)}], ...]；若确需动态形状，model_transform 与 model_deploy 都要加 --dynamic。`,
    }),
    evidence: [tpuMlir('python/transform/OnnxConverter.py, input_shape_assign')],
  },
  atc: {
    verdict: 'limited',
    why: {
      en: "atc's parser takes it as -1, an unknown size, and cannot compile kernels for a fixed shape.",
      zh: 'atc 的解析器会将其读作 -1（未知大小），无法按固定形状编译算子。',
    },
    advice: (name, shape) => ({
      en: `Fix it at conversion: atc --input_shape="${name}:${template(shape)}". For a few known sizes, add --dynamic_batch_size, --dynamic_image_size or --dynamic_dims.`,
      zh: `转换时固定形状：atc --input_shape="${name}:${template(shape)}"；若只有几种已知大小，再加 --dynamic_batch_size、--dynamic_image_size 或 --dynamic_dims 分档。`,
    }),
    evidence: [graphEngine('parser/parser/onnx/onnx_parser.cc, ParseInput')],
  },
  'ort-cann': {
    verdict: 'slow',
    why: {
      en: "ONNX Runtime's CANN provider builds an offline model anew for every input shape that it meets.",
      zh: 'ONNX Runtime 的 CANN 执行提供程序每遇到一种新的输入形状都要重新编译一次离线模型。',
    },
    advice: () => ({
      en: 'Pad or bucket the inputs to a few shapes, and run each once before measuring.',
      zh: '将输入填充或分桶到少数几种形状，并在测速前各预热一次。',
    }),
    evidence: [issue('microsoft/onnxruntime', 24498, '2025-04-22')],
  },
};

/** An input of the model whose shape is not fixed in the file. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/dynamic-dimension',
  severity: 'warning',
  title: { en: 'Input whose shape is not fixed', zh: '形状未固定的输入（动态维度）' },
  documentation: { en, zh },
  check({ facts, assessment, report }) {
    const { verdict, why, advice, evidence } = answers[assessment.route];
    for (const input of fedInputs(facts)) {
      const { type } = input;
      const shape = type?.kind === 'tensor' ? type.shape : undefined;
      if (shape?.every(isKnown)) continue;
      const what = openShape(displayName(input.name), type, shape);
      report({
        message: { en: `${what.en} ${why.en}`, zh: `${what.zh}${why.zh}` },
        advice: advice(displayName(input.name), shape),
        evidence,
        verdict,
        value: inputPlace(input),
      });
    }
  },
};

function openShape(name: string, type: ValueType | undefined, shape: Shape): Localized {
  const shown = displayName(formatType(type));
  if (type !== undefined && type.kind !== 'tensor') {
    return {
      en: `Input ${name} is ${shown}: not a tensor of a fixed shape.`,
      zh: `输入 ${name} 的类型为 ${shown}，不是形状固定的张量。`,
    };
  }
  if (shape === undefined) {
    return {
      en: `Input ${name} is ${shown}: not even its rank is given.`,
      zh: `输入 ${name} 的类型为 ${shown}，连秩都没有给出。`,
    };
  }
  const open = [...new Set(shape.filter((dim) => !isKnown(dim)).map(formatDimension))];
  const symbols = open.map((dim) => displayName(dim)).join(', ');
  return {
    en: `Input ${name} is ${shown}: ${symbols} ${open.length > 1 ? 'are' : 'is'} not fixed.`,
    zh: `输入 ${name} 的类型为 ${shown}，其中 ${symbols} 未固定。`,
  };
}

/** The shape with what is to be filled in: `<N>,3,224,224`. */
function template(shape: readonly Dimension[] | undefined): string {
  return shape === undefined
    ? '...'
    : shape.map((dim) => (isKnown(dim) ? `${dim}` : `<${displayName(dim ?? '?')}>`)).join(',');
}
