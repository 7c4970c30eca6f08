import { type Entries, type Entry, entry, noted, refused, silent, slow, text } from '../entry';
import { constantInput } from './shared';

const constantAxes: Entry = entry(
  'opset >= 13: axes must be a constant',
  constantInput('constant-axes', 'opset >= 13 and given(input[1]) and not constant(input[1])', text('axes', 'axes ')),
);

export const shapes: Entries = {
  Squeeze: [constantAxes],
  Unsqueeze: [constantAxes],
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
};
