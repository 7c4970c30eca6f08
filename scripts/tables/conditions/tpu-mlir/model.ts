import type { ModelConditionRow } from '../../../../core/targets/table';
import { type Entry, entry, limited, rewritten, silent, text } from '../entry';

/** The importer's rules for the model as a whole. `over`: what each condition is asked of. */
export const modelEntries: readonly { readonly over: ModelConditionRow['over']; readonly entry: Entry }[] = [
  {
    over: 'weights',
    entry: entry(
      'every initializer/constant is converted to float32 (fp16/bf16/fp8/int64 alike); a 16-bit or 8-bit checkpoint therefore needs 2-4x host RAM and integers above 2^24 lose exactness',
      rewritten(
        'weights-to-f32',
        'dtype(input[0]) in [float16, bfloat16, float8e4m3fn, float8e4m3fnuz, float8e5m2, float8e5m2fnuz, float4e2m1, int4, uint4]',
        text(
          'Weights of 16 bits or fewer are expanded to float32 on import: the conversion needs two to eight times their size in host memory.',
          '16 位及以下的权重在导入时会展开为 float32：转换需要其 2～8 倍的主机内存。',
        ),
      ),
      silent(
        'large-integers',
        'dtype(input[0]) in [int32, int64, uint32, uint64] and (max(elements(input[0])) > 16777216 and max(elements(input[0])) < 9007199254740992 or min(elements(input[0])) < -16777216 and min(elements(input[0])) > -9007199254740992)',
        text(
          'A constant integer above 2^24 becomes a float32 and loses its last digits.',
          '大于 2^24 的整数常量会转换为 float32，末位精度丢失。',
        ),
        text('Keep index and seed arithmetic out of the model.', '请将索引、种子等大整数运算移出模型。'),
      ),
    ),
  },
  {
    over: 'inputs',
    entry: entry(
      'graph inputs are typed only INT32 (for int32/int64) or F32 (everything else, incl. float16, bool, uint8); int64 inputs are narrowed to 32 bit',
      silent(
        'int64-input',
        'dtype(input[0]) == int64 and undecidable',
        text(
          'An int64 input is narrowed to 32 bits: values from 2^31 on change.',
          'int64 输入会被收窄为 32 位：达到 2^31 的值会改变。',
        ),
        text('Make sure that the values fit, as token ids do.', '请确认取值范围在 32 位以内（如 token id）。'),
      ),
      rewritten(
        'input-to-f32',
        'dtype(input[0]) in [float16, bfloat16, double, bool, uint8, int8, uint16, int16, uint32, uint64]',
        text(
          'An input that is neither int32, int64 nor float becomes F32.',
          '非 int32、int64、float 的输入会变为 F32。',
        ),
      ),
    ),
  },
  {
    over: 'inputs',
    entry: entry(
      'a dynamic dimension without --input_shapes stops with "Please check --input_shapes formula or check if there is any dynamic dim" unless --dynamic / --dynamic_shape_input_names is used',
      limited(
        'dynamic-dimension',
        'dynamic(input[0]) and undecidable',
        text(
          'An input has an open dimension: model_transform stops unless it is told the shape.',
          '某个输入含动态维度：不指定形状时 model_transform 会报错退出。',
        ),
        text(
          'Give --input_shapes, or --dynamic at both model_transform and model_deploy.',
          '请给出 --input_shapes，或在 model_transform 与 model_deploy 中都加 --dynamic。',
        ),
      ),
    ),
  },
  {
    over: 'inputs',
    entry: entry(
      'any op_type that is not a factory key raises RuntimeError("Op not support:{...}") before conversion; domain is not looked at, only op_type',
    ),
  },
  {
    over: 'inputs',
    entry: entry(
      'the standard ONNX check, onnxsim and ConstantFolding failures are swallowed (only a warning), so later failures surface as KeyError "operand ... not found"',
    ),
  },
  {
    over: 'inputs',
    entry: entry(
      'Cast nodes are removed before import except float->int32/int64 and int32/int64->float; so casts to float16, bool, uint8, double vanish, and so do casts from float16/bool/double to integers (a float16->int64 cast loses its truncation)',
    ),
  },
];

/** What each fusion of the facts makes, under the name that an assessment shows. */
export const fusions: Readonly<Record<string, { readonly name: string; readonly operator: string }>> = {
  TorchLayerNormPattern: { name: 'LayerNormalization', operator: 'LayerNormalization' },
  TorchPixelNormPattern: { name: 'PixelNormalization', operator: 'PixelNormalization' },
  TorchGELUPattern: { name: 'GELU', operator: 'GELU' },
  TorchGELUPattern2: { name: 'GELU-tanh', operator: 'GELU' },
  TorchHardSigmoidPattern: { name: 'HardSigmoid', operator: 'HardSigmoid' },
  'TorchHardSwishPattern/2': { name: 'HardSwish', operator: 'HardSwish' },
};
