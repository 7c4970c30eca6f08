import { type Entries, type Entry, entry, noted, refused, rewritten, silent, text } from '../entry';
import { constantInput, foldAdvice } from './shared';

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

export const reductions: Entries = {
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
  CumSum: [
    entry(
      'axis must be a constant: "Currently, only constant axis is supported"',
      refused(
        'constant-axis',
        'not constant(input[1])',
        text(
          'The axis is computed at run time; tpu-mlir takes a constant axis only.',
          'axis 在运行时计算得到；tpu-mlir 只支持常量 axis。',
        ),
        foldAdvice,
      ),
    ),
    entry(
      'exclusive and reverse attributes are ignored',
      silent(
        'exclusive-reverse',
        'attr.exclusive == 1 or attr.reverse == 1',
        text(
          'tpu-mlir does not read exclusive and reverse: the plain running sum is computed.',
          'tpu-mlir 不读取 exclusive 与 reverse：计算的是普通前缀和。',
        ),
        text(
          'Subtract the input for exclusive; flip before and after for reverse.',
          'exclusive 可减去输入实现；reverse 可在前后翻转实现。',
        ),
      ),
    ),
  ],
};
