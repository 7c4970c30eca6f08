import type { Localized } from '../../../../core/model';
import { type ConditionInput, type Entry, entry, limited, noted, refused, silent, slow, text } from '../entry';

/** Messages that tell of a fault inside the parser, or of a file that no checker accepts; the graph cannot bring them about. */
export const internalMessage =
  /from op failed|from operator|op_src|NodeProto|update .*format|set format failed|failed to set format|set attr to operator failed|get attr value failed|get attribute .* failed|failed to change format|Obtain attr|get attr |get sorted attribute|set format for input|Input num or set attr is error|get dim size|number of input|use default|Get soc version|identifier|input num is less than 0|^The output of Indices|ChangeFormatFromOnnx|change output format|JSON p|unknown exception|change (input|output) of idx|format of operater|ParseParams|is less then 4|offset of operator|attr dst_type|only support NCHW\/NHWC|attr of ascend/;

/** A limit of the CANN 5.x documentation. Some are lifted since, so that exceeding one proves nothing. */
export function documented(id: string, when: string, what: Localized, advice?: Localized): ConditionInput {
  return limited(
    id,
    `(${when}) and undecidable`,
    text(
      `Does not meet what the CANN 5.x documentation requires: ${what.en} Later versions may have lifted it.`,
      `不满足 CANN 5.x 文档的要求：${what.zh}后续版本可能已放开。`,
    ),
    advice ?? text('Try the conversion with your CANN version.', '请在所用的 CANN 版本上实际转换验证。'),
  );
}

export function document(fact: string, id: string, when: string, en: string, zh: string, lifted?: Lifted): Entry {
  const standing = lifted === undefined ? when : `${unless(lifted)} and (${when})`;
  return entry(fact, { ...documented(id, standing, text(en, zh)), ...(lifted && { source: lifted.source }) });
}

/** Chips for which something newer than CANN 5.x says that a limit of its documentation is gone. */
export interface Lifted {
  readonly on: readonly string[];
  readonly source: string;
}

export function unless({ on }: Lifted): string {
  return `not (chip in [${on.map((chip) => `'${chip}'`).join(', ')}])`;
}

const nn = 'hicann/ops-nn@e5c3fa9327ea';
const math = 'hicann/ops-math@c41933244c31';

/** The documents of operators name products, and say that there are no limits, or other ones. */
export const lifted = {
  expand: { on: ['310P', '910A', '910B', '910C', '950'], source: `${math}:math/expand/README.md` },
  slice: { on: ['910A', '910B', '910C', '950'], source: `${math}:conversion/strided_slice_v3/README.md` },
  range: { on: ['310B', '310P', '910A', '910B', '910C', '950'], source: `${math}:math/range/README.md` },
  // The parser computes the sizes in the graph, and the library has kernels for dynamic shapes.
  resize: {
    on: ['310B', '310P', '910A', '910B', '910C', '950'],
    source: `${nn}:common/src/framework/resize_onnx_plugin.cpp`,
  },
  convolution: { on: ['950'], source: `${nn}:conv/conv2d_v2/README.md` },
  transposedConvolution: { on: ['950'], source: `${nn}:conv/conv3d_transpose_v2/README.md` },
  averagePool: { on: ['950'], source: `${nn}:pooling/avg_pool_v2/README.md` },
  maxPool: { on: ['950'], source: `${nn}:pooling/max_pool_v3/README.md` },
} satisfies Record<string, Lifted>;

/** Depends on an option of atc, or says what holds anyway. */
export function remark(fact: string, id: string, en: string, zh: string): Entry {
  return entry(fact, noted(id, text(en, zh)));
}

export function keepOriginType(fact: string): Entry {
  return remark(
    fact,
    'must-keep-origin-dtype',
    'Not with --precision_mode=must_keep_origin_dtype.',
    '不能使用 --precision_mode=must_keep_origin_dtype。',
  );
}

export function stops(fact: string, id: string, when: string, what: Localized, advice?: Localized): Entry {
  return entry(
    fact,
    refused(id, when, text(`ATC's parser stops: ${what.en}`, `ATC 解析器报错退出：${what.zh}`), advice),
  );
}

export function evenPads(fact: string): Entry {
  return stops(
    fact,
    'even-pads',
    'count(attr.pads) % 2 != 0',
    text('pads must hold a begin and an end for every axis.', 'pads 必须为每个轴各给出起止两个值。'),
  );
}

export function selectFirst(fact: string): Entry {
  return stops(
    fact,
    'select-last-index',
    'attr.select_last_index == 1',
    text('select_last_index must be 0.', 'select_last_index 必须为 0。'),
    text('Reverse the axis before and correct the index after.', '请先翻转该轴，再修正索引。'),
  );
}

/** Limits beyond which a pooling runs on the AI CPU. */
export const poolingOnCpu = (gone: Lifted): readonly Entry[] => [
  entry(
    'stride > 63 runs on AI CPU (slow)',
    slow(
      'large-stride',
      `${unless(gone)} and max(attr.strides) > 63`,
      text('A stride above 63 runs on the AI CPU, which is slow.', '步长大于 63 时在 AI CPU 上执行，速度慢。'),
      text('Use a smaller stride twice.', '请拆成两次较小步长。'),
      { kind: 'placement', source: gone.source },
    ),
  ),
  entry(
    'kernel H/W outside [1,255] or kH*kW > 256 runs on AI CPU (slow)',
    slow(
      'large-kernel',
      `${unless(gone)} and (max(attr.kernel_shape) > 255 or product(attr.kernel_shape) > 256)`,
      text(
        'A kernel larger than 255 along an axis, or of more than 256 elements, runs on the AI CPU, which is slow.',
        '某轴大于 255 或元素数超过 256 的池化核在 AI CPU 上执行，速度慢。',
      ),
      text(
        'Use GlobalAveragePool or ReduceMean/ReduceMax, or pool in two steps.',
        '请改用全局池化、ReduceMean/ReduceMax，或分两步池化。',
      ),
      { kind: 'placement', source: gone.source },
    ),
  ),
  document(
    '1 <= input_w <= 4096',
    'input-width',
    'dim(input[0], -1) > 4096',
    'an input of at most 4096 in width.',
    '输入宽度最大 4096。',
    gone,
  ),
  document(
    'if N is prime, N < 65535',
    'batch',
    'dim(input[0], 0) >= 65535',
    'a batch that is prime must be below 65535.',
    'N 为质数时须小于 65535。',
    gone,
  ),
];

export function samePadding(fact: string): Entry {
  return entry(
    fact,
    silent(
      'same-lower',
      "attr.auto_pad == 'SAME_LOWER' and undecidable",
      text(
        'SAME_LOWER is taken as SAME: where the padding is odd, its odd element stands at the end instead of the beginning.',
        'SAME_LOWER 被当作 SAME 处理：填充为奇数时，多出的一个元素填在末尾而非开头。',
      ),
      text('Write pads.', '请显式写出 pads。'),
    ),
  );
}

/** noop_with_empty_axes=1 without axes means: leave the value alone. */
export const noopReduction: Entry = entry(
  'Only support noop_with_empty_axes=0, but 1 is obtained now',
  silent(
    'noop',
    'attr.noop_with_empty_axes == 1 and attr.axes absent and (not given(input[1]) or count(elements(input[1])) == 0)',
    text(
      'ATC takes noop_with_empty_axes as 0: all axes are reduced instead of none.',
      'ATC 按 noop_with_empty_axes=0 处理：会归约所有轴而非保持不变。',
    ),
    text('Remove the operator.', '请删除该算子。'),
  ),
);

export function atLeastOneInput(fact: string): Entry {
  return stops(fact, 'inputs', 'count(inputs) < 1', text('it needs an input.', '至少需要一个输入。'));
}

export function required(fact: string, attribute: string): Entry {
  return stops(
    fact,
    attribute,
    `attr.${attribute} absent`,
    text(`${attribute} is required.`, `必须写出 ${attribute}。`),
  );
}
