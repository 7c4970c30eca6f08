import { type Entries, entry, silent, text } from '../entry';
import { atLeastOneInput, document, remark, required, stops } from './shared';

export const arithmetic: Entries = {
  IsInf: [
    stops(
      'The operator will computes both positive and negative cases!',
      'one-sign',
      'attr.detect_negative == 0 or attr.detect_positive == 0',
      text('both signs are detected, or none.', '正负无穷须同时检测。'),
      text('Combine IsInf with a comparison of the sign.', '请将 IsInf 与符号比较组合。'),
    ),
  ],
  BitShift: [
    required('direction attr is empty', 'direction'),
    stops(
      'attr direction is error',
      'direction-value',
      "not (attr.direction in ['LEFT', 'RIGHT'])",
      text('direction must be LEFT or RIGHT.', 'direction 必须为 LEFT 或 RIGHT。'),
    ),
    document(
      'direction=LEFT does not support uint16/uint32/uint64',
      'left',
      "attr.direction == 'LEFT' and dtype(input[0]) in [uint16, uint32, uint64]",
      'no left shift of uint16, uint32 and uint64.',
      '左移不支持 uint16、uint32、uint64。',
    ),
  ],
  Div: [
    remark(
      'input and output dtypes must be equal',
      'types',
      'Inputs and output have one type, as in ONNX.',
      '输入输出类型相同，与 ONNX 一致。',
    ),
  ],
  Equal: [
    remark(
      'both inputs same dtype and format',
      'types',
      'Both inputs have one type, as in ONNX.',
      '两输入类型相同，与 ONNX 一致。',
    ),
  ],
  Max: [atLeastOneInput('input_size must >= 1')],
  Min: [atLeastOneInput('input_size must ge 1')],
  Sum: [atLeastOneInput('input_num must be 1')],
  Mean: [
    stops(
      'ParseOpToGraphMeaninput size must greater than 1',
      'inputs',
      'count(inputs) < 2',
      text('it needs 2 inputs or more.', '至少需要 2 个输入。'),
      text('Remove the operator.', '请删除该算子。'),
    ),
  ],
  Mod: [
    entry(
      'Current optype not surpport fmod, please ignore',
      silent(
        'fmod',
        'attr.fmod == 1 and (dtype(input[0]) in [int8, int16, int32, int64] or undecidable)',
        text("fmod is not read: the sign of the remainder may be the divisor's.", '不读取 fmod：余数符号可能随除数。'),
        text('Compute x - y * trunc(x / y) with elementary operators.', '请用基本算子计算 x - y * trunc(x / y)。'),
      ),
    ),
    document(
      'fmod=0 unsupported for floating inputs',
      'float',
      'attr.fmod == 0 and dtype(input[0]) in [float, float16, double, bfloat16]',
      'no fmod=0 of floats.',
      '浮点输入不支持 fmod=0。',
    ),
  ],
  Where: [remark('cond bool', 'condition', 'A bool condition, as in ONNX.', '条件为 bool，与 ONNX 一致。')],
};
