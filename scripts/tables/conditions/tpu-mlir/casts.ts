import { type Entries, entry, rewritten, silent, text } from '../entry';

const exactFloats = '[float, double, float16, bfloat16]';

export const casts: Entries = {
  Cast: [
    entry(
      'to int32/int64 -> INT32 (round toward zero); to float32 -> F32; every other target type is a no-op that forwards the input',
      silent(
        'lost-truncation',
        'dtype(input[0]) in [float16, bfloat16, double] and dtype(attr.to) in [int32, int64] or dtype(input[0]) in [float, float16, bfloat16, double] and dtype(attr.to) in [uint8, int8, uint16, int16, uint32, uint64, int4, uint4]',
        text(
          'tpu-mlir removes this cast: fractions are not cut off and go on into the integer computation.',
          'tpu-mlir 会删除此 Cast：小数部分不会被截断，直接进入后续整数计算。',
        ),
        text(
          'Cast to float first and then to int32 (float -> int32 is kept), or apply Floor or Round before.',
          '先转为 float 再转为 int32（float → int32 会保留），或在其前加 Floor/Round。',
        ),
        { source: 'sophgo/tpu-mlir python/transform/OnnxOpt.py:remove_cast @36e3c625ae35b3db55eaffe34be37e1f86c5ab09' },
      ),
      silent(
        'lost-truth',
        `dtype(attr.to) == bool and not certainly(truth(input[0])) and (dtype(input[0]) in ${exactFloats} or dtype(input[0]) != bool and undecidable)`,
        text(
          'tpu-mlir removes this cast to bool: a value other than 0 and 1 goes on as it is.',
          'tpu-mlir 会删除到 bool 的转换：0、1 以外的数值会原样传下去。',
        ),
        text(
          'Compare explicitly: x != 0 (Equal and Not) keeps the meaning.',
          '请显式比较：用 x != 0（Equal + Not）代替。',
        ),
        { source: 'sophgo/tpu-mlir python/transform/OnnxOpt.py:remove_cast @36e3c625ae35b3db55eaffe34be37e1f86c5ab09' },
      ),
      silent(
        'lost-wrap',
        'dtype(input[0]) in [int32, int64, int16, uint16, uint32, uint64] and dtype(attr.to) in [int8, uint8, int16, uint16, int4, uint4] and undecidable',
        text(
          'tpu-mlir removes this cast: integers that do not fit the target type are not wrapped.',
          'tpu-mlir 会删除此 Cast：超出目标类型范围的整数不会回绕。',
        ),
      ),
      silent(
        'lost-rounding',
        'dtype(attr.to) in [float8e4m3fn, float8e4m3fnuz, float8e5m2, float8e5m2fnuz, float4e2m1]',
        text(
          'tpu-mlir removes this cast: nothing is rounded to 8-bit (or smaller) floats.',
          'tpu-mlir 会删除此 Cast：不会舍入到 8 位（或更低）浮点。',
        ),
      ),
      rewritten(
        'removed',
        `dtype(attr.to) in [float16, bfloat16, double] or dtype(input[0]) == bool or dtype(attr.to) == float and not (dtype(input[0]) in [int32, int64])`,
        text(
          'tpu-mlir removes this cast; precision is decided by --quantize, not by the graph.',
          'tpu-mlir 会删除此 Cast；精度由 --quantize 决定，而非由图决定。',
        ),
      ),
    ),
  ],
  Identity: [entry('removed', rewritten('removed', 'true', text('Removed on import.', '导入时删除。')))],
};
