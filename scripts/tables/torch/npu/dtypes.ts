import type { DtypeSupport } from '../../../../core/model';
import { issue, text, torchNpu, vllmAscend } from '../evidence';

const noBfloat16: DtypeSupport = {
  families: ['310', '310P', '910A'],
  verdict: 'unsupported',
  message: text(
    'This chip has no bfloat16: operators such as Cast are not implemented for it.',
    '该芯片不支持 bfloat16：Cast 等算子没有 bfloat16 实现。',
  ),
  advice: text('Use float16, and watch for overflow.', '改用 float16，并注意溢出。'),
  evidence: [
    ...torchNpu('torch_npu/csrc/core/npu/NpuVariables.cpp:106'),
    ...issue('hiyouga/LLaMA-Factory', 7522, 'aclnnCast is not implemented for DT_BFLOAT16'),
  ],
};
const hasBfloat16: DtypeSupport = {
  families: ['910B', '910C', '950'],
  verdict: 'native',
  message: text('Computed natively.', '原生支持。'),
  evidence: torchNpu('torch_npu/csrc/core/npu/NpuVariables.cpp:106'),
};
const float8Names = ['float8_e4m3fn', 'float8_e5m2', 'float8_e4m3fnuz', 'float8_e5m2fnuz', 'float8_e8m0fnu'];
const float8: readonly DtypeSupport[] = [
  {
    families: ['310', '310B', '310P', '910A', '910B', '910C'],
    verdict: 'unsupported',
    message: text('FP8 exists on Ascend 950 only.', 'FP8 仅 Ascend 950 支持。'),
    advice: text('Use W8A8 (INT8) or bfloat16 weights.', '改用 W8A8（INT8）量化或 bfloat16 权重。'),
    evidence: vllmAscend('vllm_ascend/quantization, fp8_config.py; device_op.py'),
  },
];
const wideUnsigned: readonly DtypeSupport[] = [
  {
    verdict: 'limited',
    message: text(
      'Few operators of the Ascend library take unsigned 16-, 32- and 64-bit integers.',
      '昇腾算子库中只有少数算子支持 16/32/64 位无符号整数。',
    ),
    advice: text('Use a signed integer type.', '改用有符号整数类型。'),
    evidence: [{ source: 'hicann/ops-math', version: 'c41933244c31', where: 'docs/aclnn*.md, parameter types' }],
  },
];
const complexSlow: readonly DtypeSupport[] = [
  {
    verdict: 'slow',
    message: text('complex128 is computed on the AI CPU.', 'complex128 在 AI CPU 上执行。'),
    advice: text('Use complex64, or real arithmetic.', '改用 complex64 或实数运算。'),
    evidence: issue('modelscope/DiffSynth-Studio', 1191, 'complex128 on the AI CPU'),
  },
];

export const npuDtypes: Readonly<Record<string, readonly DtypeSupport[]>> = {
  bfloat16: [noBfloat16, hasBfloat16],
  ...Object.fromEntries(float8Names.map((name) => [name, float8])),
  float64: [
    {
      verdict: 'limited',
      message: text(
        'Many Ascend operators have no double-precision kernel, and some run on the AI CPU.',
        '许多昇腾算子没有双精度实现，部分算子在 AI CPU 上执行。',
      ),
      advice: text('Use float32, or compute that part on the host.', '改用 float32，或把这部分放到主机上计算。'),
      evidence: issue('huggingface/diffusers', 10428, 'aclnnRepeatInterleaveIntWithDim lacks DT_DOUBLE'),
    },
  ],
  complex64: [
    {
      families: ['910A', '310P', '910B', '910C'],
      verdict: 'limited',
      message: text(
        'Some operators take complex64; indexing a complex64 tensor is not implemented.',
        '部分算子支持 complex64；但不支持对 complex64 张量做索引。',
      ),
      advice: text(
        'Index view_as_real(x), then call view_as_complex.',
        '先对 view_as_real(x) 做索引，再用 view_as_complex 转回。',
      ),
      evidence: [{ source: 'hicann/ops-nn', version: 'e5c3fa9327ea', where: 'docs/aclnnIndex.md' }],
    },
  ],
  complex128: complexSlow,
  complex32: [
    {
      verdict: 'unsupported',
      message: text('complex32 is not supported.', '不支持 complex32。'),
      advice: text('Use complex64, or real arithmetic.', '改用 complex64 或实数运算。'),
      evidence: issue('FlagOpen/FlagGems', 3267, 'complex32 on Ascend'),
    },
  ],
  uint16: wideUnsigned,
  uint32: wideUnsigned,
  uint64: wideUnsigned,
};
