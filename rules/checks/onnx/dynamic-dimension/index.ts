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
  type ValueInfo,
} from '../../../../core/model';
import { fedInputs, inputPlace } from '../../graph-inputs';
import { listed } from '../../quantities';
import { graphEngine, issue, tpuMlir } from '../../sources';
import en from './en.md';
import zh from './zh-cn.md';

/** What a route makes of inputs whose shapes are not fixed. */
interface RouteAnswer {
  readonly verdict: FindingDraft['verdict'];
  readonly why: Localized;
  /** `open`: the inputs whose shapes are not fixed, of `all`. */
  readonly advice: (open: readonly ValueInfo[], all: readonly ValueInfo[]) => Localized;
  readonly evidence: readonly Evidence[];
}

const answers: Readonly<Record<GraphRoute, RouteAnswer>> = {
  'tpu-mlir': {
    verdict: 'limited',
    why: {
      en: 'tpu-mlir compiles for fixed shapes, and model_transform stops here without --input_shapes.',
      zh: 'tpu-mlir 按固定形状编译，未给出 --input_shapes 时 model_transform 会在此报错退出。',
    },
    // It wants the shapes of all inputs, in their order.
    advice: (_open, all) => {
      const shapes = all.slice(0, mostShapes).map((input) => `[${template(shapeOf(input)) || '1'}]`);
      const command = `model_transform.py --input_shapes [${[...shapes, ...ellipsis(all)].join(',')}]`;
      return {
        en: `Fix it at conversion: ${command}. Where it really varies, pass --dynamic to both model_transform and model_deploy.`,
        zh: `转换时固定形状：${command}；若确需动态形状，model_transform 与 model_deploy 都要加 --dynamic。`,
      };
    },
    evidence: [tpuMlir('python/transform/OnnxConverter.py, input_shape_assign')],
  },
  atc: {
    verdict: 'limited',
    why: {
      en: "atc's parser takes such a dimension as -1, an unknown size, and no kernel can be compiled for a fixed shape.",
      zh: 'atc 的解析器会将这样的维度读作 -1（未知大小），无法按固定形状编译算子。',
    },
    advice: (open) => {
      const shapes = open.slice(0, mostShapes).map((input) => `${displayName(input.name)}:${template(shapeOf(input))}`);
      const command = `atc --input_shape="${[...shapes, ...ellipsis(open)].join(';')}"`;
      return {
        en: `Fix it at conversion: ${command}. For a few known sizes, add --dynamic_batch_size, --dynamic_image_size or --dynamic_dims.`,
        zh: `转换时固定形状：${command}；若只有几种已知大小，再加 --dynamic_batch_size、--dynamic_image_size 或 --dynamic_dims 分档。`,
      };
    },
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

/** What a message and a command show before they are cut. */
const mostNamed = 4;
const mostShapes = 12;

/** The inputs of the model whose shapes are not fixed in the file: told once, as one command fixes all of them. */
export const rule: GraphRule = {
  input: 'graph',
  code: 'onnx/dynamic-dimension',
  severity: 'warning',
  title: { en: 'Input whose shape is not fixed', zh: '形状未固定的输入（动态维度）' },
  documentation: { en, zh },
  check({ facts, assessment, report }) {
    const all = fedInputs(facts);
    const open = all.filter((input) => !shapeOf(input)?.every(isKnown));
    const [first] = open;
    if (first === undefined) return;
    const { verdict, why, advice, evidence } = answers[assessment.route];
    const what = open.length === 1 ? openShape(first) : openShapes(open);
    report({
      message: { en: `${what.en} ${why.en}`, zh: `${what.zh}${why.zh}` },
      advice: advice(open, all),
      evidence,
      verdict,
      value: inputPlace(first),
    });
  },
};

function shapeOf({ type }: ValueInfo): Shape {
  return type?.kind === 'tensor' ? type.shape : undefined;
}

function openShape(input: ValueInfo): Localized {
  const { type } = input;
  const name = displayName(input.name);
  const shown = displayName(formatType(type));
  if (type !== undefined && type.kind !== 'tensor') {
    return {
      en: `Input ${name} is ${shown}: not a tensor of a fixed shape.`,
      zh: `输入 ${name} 的类型为 ${shown}，不是形状固定的张量。`,
    };
  }
  const shape = shapeOf(input);
  if (shape === undefined) {
    return {
      en: `Input ${name} is ${shown}: not even its rank is given.`,
      zh: `输入 ${name} 的类型为 ${shown}，连秩都没有给出。`,
    };
  }
  const symbols = openDimensions([input]);
  return {
    en: `Input ${name} is ${shown}: ${symbols.map(({ en }) => en).join(', ')} ${symbols.length > 1 ? 'are' : 'is'} not fixed.`,
    zh: `输入 ${name} 的类型为 ${shown}，其中${spaced(symbols.map(({ zh }) => zh).join('、'))}未固定。`,
  };
}

function openShapes(inputs: readonly ValueInfo[]): Localized {
  const names = listed(
    inputs.map(({ name, type }) => `${displayName(name)} ${displayName(formatType(type))}`),
    mostNamed,
  );
  const symbols = openDimensions(inputs);
  const open = {
    en: listed(
      symbols.map(({ en }) => en),
      mostNamed,
    ).en,
    zh: listed(
      symbols.map(({ zh }) => zh),
      mostNamed,
    ).zh,
  };
  return {
    en: `The shapes of ${inputs.length} inputs are not fixed (${open.en}): ${names.en}.`,
    zh: `${inputs.length} 个输入的形状未固定（${open.zh}）：${names.zh}。`,
  };
}

/** A space between Chinese and other letters. */
function spaced(text: string): string {
  const isChinese = (letter: string | undefined) => letter !== undefined && letter > '\u2e7f';
  return `${isChinese(text[0]) ? '' : ' '}${text}${isChinese(text.at(-1)) ? '' : ' '}`;
}

/** Dimensions that are not numbers: by name, or by their place where they have none. */
function openDimensions(inputs: readonly ValueInfo[]): Localized[] {
  const open = new Map<string, Localized>();
  for (const input of inputs) {
    const shape = shapeOf(input);
    if (shape === undefined) open.set('rank', { en: 'rank', zh: '秩' });
    shape?.forEach((dimension, index) => {
      if (isKnown(dimension)) return;
      const name = displayName(formatDimension(dimension));
      const place = { en: `dimension ${index}`, zh: `第 ${index} 维（从 0 起）` };
      const symbol = dimension === null ? place : { en: name, zh: name };
      open.set(symbol.en, symbol);
    });
  }
  return [...open.values()];
}

/** The shape with what is to be filled in: `<N>,3,224,224`; `<size>` for what has no name. */
function template(shape: readonly Dimension[] | undefined): string {
  return shape === undefined
    ? '...'
    : shape.map((dim) => (isKnown(dim) ? `${dim}` : `<${displayName(dim ?? 'size')}>`)).join(',');
}

function ellipsis({ length }: readonly unknown[]): string[] {
  return length > mostShapes ? ['...'] : [];
}
