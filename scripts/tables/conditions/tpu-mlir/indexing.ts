import { type Entries, type Entry, entry, noted, onHost, refused, silent, slow, text } from '../entry';
import { constantInput, foldAdvice, subnetSource, threeInputs } from './shared';

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

export const indexing: Entries = {
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
};
