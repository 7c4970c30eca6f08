import {
  type ConditionInput,
  type Entries,
  type Entry,
  entry,
  noted,
  onHost,
  refused,
  rewritten,
  silent,
  slow,
  text,
} from '../entry';
import { cv18xx, dynamicSubnet, foldAdvice, oneInput, subnetSource, threeInputs } from './shared';

function constantInput(id: string, when: string, name: { en: string; zh: string }): ConditionInput {
  return refused(
    id,
    when,
    text(
      `${name.en} is computed at run time; tpu-mlir takes a constant only.`,
      `${name.zh}在运行时计算得到；tpu-mlir 只接受常量。`,
    ),
    foldAdvice,
  );
}

const reduction: readonly Entry[] = [
  entry(
    'axes given as an input (opset 18; ReduceSum from 13) must be constant',
    constantInput('constant-axes', 'given(input[1]) and not constant(input[1])', text('axes', 'axes ')),
  ),
  entry(
    'code comment: at most 6 dims',
    refused(
      'rank',
      'rank(input[0]) > 6 and undecidable',
      text('tpu-mlir says that reductions handle at most 6 dimensions.', 'tpu-mlir 注明归约算子最多支持 6 维。'),
      text('Merge dimensions with Reshape before.', '请先用 Reshape 合并维度。'),
    ),
  ),
  entry(
    'noop_with_empty_axes is ignored',
    silent(
      'noop',
      'attr.noop_with_empty_axes == 1 and attr.axes absent and (not given(input[1]) or count(elements(input[1])) == 0)',
      text(
        'tpu-mlir does not read noop_with_empty_axes: all axes are reduced instead of none.',
        'tpu-mlir 不读取 noop_with_empty_axes：会归约所有轴而非保持不变。',
      ),
      text('Remove the operator.', '请删除该算子。'),
    ),
  ),
];

const constantAxes: Entry = entry(
  'opset >= 13: axes must be a constant',
  constantInput('constant-axes', 'opset >= 13 and given(input[1]) and not constant(input[1])', text('axes', 'axes ')),
);

function scatterReduction(fact: string): Entry {
  return entry(
    fact,
    refused(
      'reduction',
      "attr.reduction present and attr.reduction != ''",
      text(
        'tpu-mlir refuses a written reduction attribute, the default "none" included.',
        'tpu-mlir 拒绝任何显式写出的 reduction 属性，包括默认值 "none"。',
      ),
      text(
        'Remove the attribute where it says "none"; compute sums by another route (one-hot MatMul).',
        '若为 "none" 请删除该属性；求和请改用其他方式（如 one-hot 矩阵乘）。',
      ),
    ),
  );
}

const customOperator = noted(
  'custom',
  text("tpu-mlir's own operator, domain tpu_mlir.", 'tpu-mlir 自定义算子，域为 tpu_mlir。'),
);

export const tensors: Entries = {
  ReduceMean: reduction,
  ReduceMax: reduction,
  ReduceMin: reduction,
  ReduceL1: reduction,
  ReduceL2: reduction,
  ReduceProd: reduction,
  ReduceSum: reduction,
  ReduceLogSumExp: [
    entry(
      'with keepdims=1 (the default) the output is never registered, so any consumer fails with KeyError "operand ... not found"',
      refused(
        'keepdims',
        'attr.keepdims != 0',
        text(
          'With keepdims=1 (the default) tpu-mlir loses the output; whatever reads it fails with "operand ... not found".',
          'keepdims=1（默认）时 tpu-mlir 丢失输出，读取它会报 "operand ... not found"。',
        ),
        text(
          'Set keepdims=0 and add an Unsqueeze, or write Exp, ReduceSum and Log.',
          '请设 keepdims=0 并加 Unsqueeze，或用 Exp、ReduceSum、Log 改写。',
        ),
      ),
    ),
    entry(
      'axes is read only from the attribute (opset < 18); axes given as an input is ignored',
      silent(
        'axes-input',
        'given(input[1])',
        text(
          'tpu-mlir reads axes from the attribute only; axes given as an input are ignored.',
          'tpu-mlir 只读取属性 axes；以输入给出的 axes 会被忽略。',
        ),
        text('Export at an opset below 18.', '请以低于 18 的 opset 导出。'),
      ),
    ),
    entry(
      'decomposed into ReduceMax, Sub, Exp, ReduceSum, Log, Add',
      rewritten(
        'decomposed',
        'true',
        text(
          'Becomes ReduceMax, Sub, Exp, ReduceSum, Log and Add.',
          '分解为 ReduceMax、Sub、Exp、ReduceSum、Log、Add。',
        ),
      ),
    ),
  ],
  Squeeze: [constantAxes],
  Unsqueeze: [constantAxes],
  ArgMax: [
    entry(
      'index of the last occurrence honoured',
      noted(
        'last-index',
        text('select_last_index is honoured.', '支持 select_last_index。'),
        'attr.select_last_index == 1',
      ),
    ),
  ],
  Constant: [
    entry(
      'only the `value` attribute is read; value_float, value_floats, value_int, value_ints, value_string, sparse_value raise KeyError',
      refused(
        'value',
        'attr.value absent',
        text(
          'tpu-mlir reads the attribute value only; value_int, value_floats and the like stop it with a KeyError.',
          'tpu-mlir 只读取 value 属性；value_int、value_floats 等会导致 KeyError。',
        ),
        text(
          'Store the constant as a tensor (attribute value) or an initializer.',
          '请以张量（value 属性）或初始化器保存该常量。',
        ),
      ),
    ),
  ],
  ConstantOfShape: [
    entry(
      'value must hold exactly one element',
      refused(
        'single-value',
        'size(attr.value) != 1',
        text('value must hold exactly one element.', 'value 必须恰好含一个元素。'),
      ),
    ),
  ],
  Correlation: [entry('custom op, domain tpu_mlir; regression says it always fails', customOperator)],
  ConcatVolume: [entry('custom op, domain tpu_mlir', customOperator)],
  SelectiveScan: [entry('custom op, domain tpu_mlir', customOperator)],
  DepthToSpace: [
    entry(
      'mode CRD supported',
      noted('crd', text('Both modes are supported.', '两种 mode 均支持。'), "attr.mode == 'CRD'"),
    ),
  ],
  Shape: [
    entry(
      'start/end honoured',
      noted(
        'range',
        text('start and end are honoured.', '支持 start 与 end。'),
        'attr.start present or attr.end present',
      ),
    ),
  ],
  GatherND: [
    entry(
      'batch_dims != 0 becomes a CPU layer (GenericCpu gathernd_tf); with dynamic compile it is unreachable',
      onHost(
        'batch-dims',
        'attr.batch_dims != 0',
        text(
          'With batch_dims other than 0 it runs on the host CPU and splits the graph; a dynamic compile aborts.',
          'batch_dims 不为 0 时在主机 CPU 上执行并切分计算图；动态编译会中止。',
        ),
        text(
          'Write it with batch_dims=0 and explicit batch indices, or with GatherElements.',
          '请改为 batch_dims=0 并显式给出批索引，或用 GatherElements。',
        ),
        { kind: 'placement' },
      ),
    ),
  ],
  Gather: [
    entry(
      undefined,
      slow(
        'dynamic-subnet',
        "chip == 'bm1684'",
        text(
          'On BM1684 Gather runs in a dynamic subnet, which splits the graph.',
          '在 BM1684 上 Gather 于动态子网中执行，会切分计算图。',
        ),
        text(
          'Fold gathers of constants; keep the rest at the start of the graph.',
          '请折叠常量 Gather，其余尽量放在图的开头。',
        ),
        { kind: 'placement', source: subnetSource },
      ),
    ),
  ],
  NonMaxSuppression: [
    entry(
      '2 to 5 inputs',
      refused(
        'inputs',
        'count(inputs) < 2 or count(inputs) > 5',
        text('tpu-mlir imports it with 2 to 5 inputs.', 'tpu-mlir 支持 2～5 个输入。'),
      ),
    ),
    entry(
      'center_point_box is forced to 0',
      silent(
        'center-point-box',
        'attr.center_point_box == 1',
        text(
          'tpu-mlir takes center_point_box as 0: boxes are read as corners, not as centre and size.',
          'tpu-mlir 固定按 center_point_box=0 处理：框被当作角点而非中心与宽高。',
        ),
        text('Convert the boxes to corners before.', '请先将框转换为角点格式。'),
      ),
    ),
    entry(
      'runs in a dynamic subnet; CPU layer on BM1684',
      onHost(
        'host',
        "chip == 'bm1684'",
        text('On BM1684 it runs on the host CPU.', '在 BM1684 上于主机 CPU 执行。'),
        text('Leave it out of the model and run it in post-processing.', '请移出模型，放到后处理中执行。'),
        { kind: 'placement' },
      ),
      ...dynamicSubnet('NonMaxSuppression', 'true', "['bm1684']"),
    ),
  ],
  NonZero: [oneInput, entry(undefined, ...dynamicSubnet('NonZero'))],
  RoiAlign: [threeInputs, entry(undefined, ...dynamicSubnet('RoiAlign'))],
  TopK: [
    entry(
      'sorted is forced to True',
      rewritten(
        'sorted',
        'attr.sorted == 0',
        text('The output is sorted although the model does not ask for it.', '即使模型未要求，输出也会排序。'),
      ),
    ),
    entry(
      'TopK always runs in a dynamic (on-device firmware) subnet and in F32 on BM1684X/BM1690; CPU layer on SG2380; CPU layer on BM1684 and CV18xx',
      onHost(
        'host',
        `chip in ['bm1684', 'sg2380'] or chip in ${cv18xx}`,
        text(
          'On this chip TopK runs on the host CPU and splits the graph.',
          '在该芯片上 TopK 于主机 CPU 执行并切分计算图。',
        ),
        text('Leave it out of the model and run it in post-processing.', '请移出模型，放到后处理中执行。'),
        { kind: 'placement' },
      ),
      ...dynamicSubnet('TopK', 'true', `['bm1684', 'sg2380', ${cv18xx.slice(1)}`),
    ),
  ],
  OneHot: [
    entry(
      'axis must be -1',
      refused(
        'axis',
        'attr.axis != -1',
        text(
          'tpu-mlir imports OneHot along the last axis, written as -1, only.',
          'tpu-mlir 仅支持 axis=-1（最后一维）的 OneHot。',
        ),
        text('Use axis=-1 and transpose.', '请使用 axis=-1 并转置。'),
      ),
    ),
    entry(
      'exactly 3 inputs, 1 output; depth must be constant',
      refused(
        'inputs',
        'count(inputs) != 3 or count(outputs) != 1',
        text('tpu-mlir imports it with exactly 3 inputs and 1 output.', 'tpu-mlir 仅支持恰好 3 个输入、1 个输出。'),
      ),
      constantInput('constant-depth', 'not constant(input[1])', text('depth', 'depth ')),
    ),
  ],
  Pad: [
    entry(
      'mode must be constant, reflect or edge (wrap refused)',
      refused(
        'mode',
        "not (attr.mode in ['constant', 'reflect', 'edge'])",
        text(
          'tpu-mlir imports the modes constant, reflect and edge.',
          'tpu-mlir 仅支持 constant、reflect、edge 模式。',
        ),
        text('Write wrap with Slice and Concat.', 'wrap 可用 Slice 与 Concat 改写。'),
      ),
    ),
    entry(
      'constant_value must be a constant initializer',
      constantInput(
        'constant-value',
        'given(input[2]) and not constant(input[2])',
        text('constant_value', 'constant_value '),
      ),
    ),
    entry(
      'the opset-18 axes input is ignored',
      silent(
        'axes',
        'given(input[3])',
        text(
          'tpu-mlir does not read the axes input: pads are taken for all axes.',
          'tpu-mlir 不读取 axes 输入：pads 被当作所有轴的填充。',
        ),
        text('Write pads for every axis and leave axes out.', '请为所有轴写出 pads 并去掉 axes。'),
      ),
    ),
  ],
  Range: [
    entry(
      'op_custom_shape can force its length; data-dependent Range needs dynamic codegen',
      slow(
        'data-dependent',
        'not constant(input[0]) or not constant(input[1]) or not constant(input[2])',
        text(
          'A bound is computed at run time: the length is known only then, which needs a dynamic compile.',
          '边界在运行时计算得到，长度到运行时才确定，需要动态编译。',
        ),
        text(
          'Fix the length at export, or force it with --op_custom_shape.',
          '请在导出时固定长度，或用 --op_custom_shape 指定。',
        ),
        { kind: 'lowering' },
      ),
    ),
  ],
  Resize: [
    entry(
      'mode=cubic is replaced with linear after a log warning and a 3 s sleep',
      silent(
        'cubic',
        "attr.mode == 'cubic'",
        text('tpu-mlir computes linear instead of cubic interpolation.', 'tpu-mlir 会用线性插值代替三次插值。'),
        text('Use linear, or resize on the host before and after.', '请改用线性插值，或在主机侧缩放。'),
      ),
    ),
    entry(
      'coordinate_transformation_mode tf_half_pixel_for_nn -> half_pixel',
      silent(
        'tf-half-pixel',
        "attr.coordinate_transformation_mode == 'tf_half_pixel_for_nn'",
        text(
          'tpu-mlir takes half_pixel instead of tf_half_pixel_for_nn.',
          'tpu-mlir 以 half_pixel 代替 tf_half_pixel_for_nn。',
        ),
        text('Export with half_pixel or asymmetric.', '请以 half_pixel 或 asymmetric 导出。'),
      ),
    ),
    entry(
      'nearest_mode, cubic_coeff_a, exclude_outside, extrapolation_value, antialias, axes, keep_aspect_ratio_policy and roi are not read',
      silent(
        'nearest-mode',
        "attr.mode == 'nearest' and attr.nearest_mode != 'floor' and undecidable",
        text(
          'tpu-mlir does not read nearest_mode: pixels between two may be taken from the other side.',
          'tpu-mlir 不读取 nearest_mode：位于两像素之间时可能取到另一侧。',
        ),
        text("Export with nearest_mode='floor'.", "请以 nearest_mode='floor' 导出。"),
      ),
      silent(
        'unread',
        "attr.antialias == 1 or attr.axes present or attr.exclude_outside == 1 or attr.keep_aspect_ratio_policy in ['not_larger', 'not_smaller'] or attr.coordinate_transformation_mode == 'tf_crop_and_resize'",
        text(
          'tpu-mlir does not read antialias, axes, exclude_outside, keep_aspect_ratio_policy and roi; one of them matters here.',
          'tpu-mlir 不读取 antialias、axes、exclude_outside、keep_aspect_ratio_policy、roi，而此处用到了其中之一。',
        ),
        text('Export a plain resize of all axes.', '请导出覆盖所有轴的普通缩放。'),
      ),
    ),
    entry(
      '5-D linear half_pixel upsampling with constant scales > 1 becomes a 5-D GridSample with a generated grid',
      rewritten(
        'grid-sample',
        "rank(input[0]) == 5 and attr.mode == 'linear' and attr.coordinate_transformation_mode == 'half_pixel' and constant(input[2]) and min(elements(input[2])) >= 1",
        text('Becomes a 5-D GridSample over a generated grid.', '转换为带生成网格的 5 维 GridSample。'),
      ),
    ),
    entry(
      'scales with both spatial scales equal to 1 become identity',
      rewritten(
        'identity',
        'at(elements(input[2]), -1) == 1 and at(elements(input[2]), -2) == 1',
        text('Scales of 1 become identity.', '缩放系数为 1 时转换为恒等。'),
      ),
    ),
    entry(
      undefined,
      slow(
        'computed-shape',
        'given(input[3]) and not constant(input[3])',
        text(
          'The target size is computed at run time: it runs in a dynamic subnet, which splits the graph.',
          '目标尺寸在运行时计算得到：在动态子网中执行并切分计算图。',
        ),
        foldAdvice,
        { kind: 'placement', source: subnetSource },
      ),
    ),
  ],
  Upsample: [
    entry(
      'scales must be a constant and the tensor 4-D (scales[2], scales[3] are read)',
      refused(
        'scales',
        'not given(input[1]) or not constant(input[1]) or rank(input[0]) != 4',
        text(
          'tpu-mlir takes Upsample with constant scales of a 4-D tensor.',
          'tpu-mlir 的 Upsample 仅支持常量 scales 与 4 维张量。',
        ),
        text('Export at opset 11 or later, which has Resize.', '请以 opset 11 及以上导出（使用 Resize）。'),
      ),
    ),
    entry(
      'coordinate mode defaults to half_pixel although Upsample has no such attribute',
      silent(
        'half-pixel',
        "attr.mode == 'linear' or undecidable",
        text(
          'Upsample means asymmetric coordinates; tpu-mlir computes half_pixel ones.',
          'Upsample 语义为 asymmetric 坐标；tpu-mlir 按 half_pixel 计算。',
        ),
        text('Export at opset 11 or later, which has Resize.', '请以 opset 11 及以上导出（使用 Resize）。'),
      ),
    ),
  ],
  ReverseSequence: [
    entry(
      'batch_axis and time_axis must be {0,1}',
      refused(
        'axes',
        'not (attr.batch_axis in [0, 1] and attr.time_axis in [0, 1] and attr.batch_axis != attr.time_axis)',
        text(
          'tpu-mlir wants batch_axis and time_axis to be 0 and 1, in either order.',
          'tpu-mlir 要求 batch_axis 与 time_axis 为 0 和 1（顺序不限）。',
        ),
        text('Transpose before and after.', '请在前后加 Transpose。'),
      ),
    ),
    entry(
      'sequence_lens is ignored: the whole time axis is reversed',
      silent(
        'sequence-lens',
        'not certainly(min(elements(input[1])) == dim(input[0], attr.time_axis))',
        text(
          'tpu-mlir ignores sequence_lens: padding is reversed together with the data.',
          'tpu-mlir 忽略 sequence_lens：填充部分会与数据一起翻转。',
        ),
        text('Use sequences of full length.', '请使用满长度序列。'),
      ),
    ),
  ],
  ScatterElements: [
    scatterReduction(
      'reduction attribute must be absent/empty: even the explicit default "none" (a non-empty string) fails the assert',
    ),
    threeInputs,
  ],
  ScatterND: [
    scatterReduction('reduction attribute must be absent/empty: even the explicit default "none" fails the assert'),
    threeInputs,
  ],
  Slice: [
    entry(
      'unsorted axes are reordered; INT64_MAX ends are replaced',
      noted('ends', text('Open ends (INT64_MAX) are understood.', '支持以 INT64_MAX 表示的开放终点。')),
    ),
    entry(
      'computed starts/ends/axes/steps force SliceAxis, i.e. a dynamic subnet',
      slow(
        'computed-bounds',
        'given(input[1]) and not constant(input[1]) or given(input[2]) and not constant(input[2]) or given(input[3]) and not constant(input[3]) or given(input[4]) and not constant(input[4])',
        text(
          'A bound is computed at run time: the slice runs in a dynamic subnet, which splits the graph.',
          '边界在运行时计算得到：Slice 在动态子网中执行并切分计算图。',
        ),
        foldAdvice,
        { kind: 'placement', source: subnetSource },
      ),
    ),
  ],
  Split: [
    entry(
      'axis attribute must be present (no default 0)',
      refused(
        'axis',
        'attr.axis absent',
        text('tpu-mlir reads axis and has no default for it.', 'tpu-mlir 必须读取 axis 属性，没有默认值 0。'),
        text('Write axis.', '请显式写出 axis。'),
      ),
    ),
    entry(
      'split sizes input must be a constant',
      constantInput('constant-sizes', 'given(input[1]) and not constant(input[1])', text('split', 'split ')),
    ),
    entry(
      'opset-18 num_outputs is not read: number of outputs is taken from the node; sizes then assumed equal',
      silent(
        'uneven',
        'attr.num_outputs present and dim(input[0], attr.axis) % attr.num_outputs != 0',
        text(
          'The axis does not divide evenly by num_outputs; tpu-mlir assumes equal parts.',
          '该轴不能被 num_outputs 整除；tpu-mlir 假定等分。',
        ),
        text('Write the sizes as the split input.', '请以 split 输入写出各段大小。'),
      ),
    ),
  ],
  Trilu: [
    entry(
      'the optional k input is ignored: diagonal is always 0',
      silent(
        'diagonal',
        'given(input[1]) and not certainly(at(elements(input[1]), 0) == 0)',
        text(
          'tpu-mlir ignores k: the diagonal is always 0, which shifts a causal mask by one or more.',
          'tpu-mlir 忽略 k：对角线固定为 0，会使因果掩码错位。',
        ),
        text('Make the mask a constant of the model.', '请将掩码作为模型常量。'),
      ),
    ),
  ],
  If: [
    entry(
      'exactly 1 input; then/else subgraphs are recursively checked against the factory',
      refused(
        'condition',
        'count(inputs) != 1',
        text('tpu-mlir imports If with its condition as the only input.', 'tpu-mlir 的 If 仅接受条件一个输入。'),
      ),
    ),
    entry(
      'only the first output is registered (addOperand(onnx_node.name, ...)); multi-output If fails later',
      refused(
        'outputs',
        'count(outputs) > 1',
        text(
          'tpu-mlir registers the first output of If only; the others are not found later.',
          'tpu-mlir 只登记 If 的第一个输出，其余输出随后会找不到。',
        ),
        text('Return one value per If, or resolve the branch at export.', '每个 If 只返回一个值，或在导出时确定分支。'),
      ),
    ),
  ],
  Loop: [
    entry(
      'at least 2 inputs and 1 output; the "loop forever" form (both trip count and cond empty) is refused at SubnetDivide',
      refused(
        'trip-count',
        'count(inputs) < 2 or count(outputs) < 1 or not given(input[0]) and not given(input[1])',
        text(
          'tpu-mlir wants a trip count or a condition, and at least one output.',
          'tpu-mlir 要求给出循环次数或条件，且至少一个输出。',
        ),
        text('Give a trip count, or unroll the loop at export.', '请给出循环次数，或在导出时展开循环。'),
        {
          source:
            'sophgo/tpu-mlir lib/Dialect/Tpu/Transforms/SubnetDivide.cpp:245-255 @36e3c625ae35b3db55eaffe34be37e1f86c5ab09',
        },
      ),
    ),
  ],
};
