import { checked, elsewhere, type Restriction, told } from './restriction';

const type = '(?:bf16|fp16|fp32|fp64|u?int(?:8|16|32|64)|bool|complex(?:64|128))';

/** Lists of types, which the table has by parameter. */
export const typeList = new RegExp(`^\\w*(?:、\\w+)*仅?支持(?:输出)?${type}(?:[，、和,]+${type})*`);

/** On types, where they are no list for all chips. */
export const typeRestrictions: readonly Restriction[] = [
  checked(['log-add-exp-double'], /^不支持double数据类型$/, 'float64 is not supported.', '不支持 float64。'),
  checked(
    ['soft-margin-loss-double'],
    /^，不支持double，complex64，complex128数据类型$/,
    'float64, complex64 and complex128 are not supported.',
    '不支持 float64、complex64、complex128。',
  ),
  checked(
    ['double-is-float'],
    /暂不支持double类型，出于兼容性考虑默认返回fp32/,
    'Some APIs do not support float64: for compatibility it returns float32 for now.',
    '部分接口暂不支持 float64，出于兼容性考虑默认返回 float32。',
  ),
  told(/^(self仅)?支持double$/, 'For itself it takes float64 only.', '自身仅支持 float64。'),
  checked(
    ['unique-dim-float16'],
    /^带dim场景不支持fp16$/,
    'With dim, float16 is not supported.',
    '带 dim 时不支持 float16。',
  ),
  checked(
    ['uniform-bool', 'rand-like-bool'],
    /^遵循PyTorch社区规范，不再支持对bool类型数据进行处理/,
    'Booleans are no longer supported; use bernoulli instead.',
    '不再支持 bool 类型，可改用 bernoulli。',
  ),
  checked(
    ['log10-out'],
    /^当输入input为uint8.*输出out必须为fp32$/,
    'For whole numbers and booleans as input, out must be float32.',
    '输入为整数或布尔时，out 必须为 float32。',
  ),
  told(
    /^其余支持数据类型输出out和输入input保持一致$/,
    'For other types, out is of the type of input.',
    '其余类型下，out 与 input 类型一致。',
  ),
  checked(
    ['double-950', 'wide-types-950', 'dropout-complex-950', 'nested-narrow-complex-950'],
    /^Ascend950DT：不支持fp64(，|,)complex64(，|,)complex128$/,
    'On the Ascend 950 float64, complex64 and complex128 are not supported.',
    'Ascend 950 不支持 float64、complex64、complex128。',
  ),
  checked(
    ['double-950'],
    /^Ascend950DT：不支持fp64$/,
    'On the Ascend 950 float64 is not supported.',
    'Ascend 950 不支持 float64。',
  ),
  checked(
    ['dropout-complex-950', 'nested-narrow-complex-950'],
    /^Ascend950DT：不支持complex64，complex128$/,
    'On the Ascend 950 complex64 and complex128 are not supported.',
    'Ascend 950 不支持 complex64、complex128。',
  ),
  told(
    /^Ascend950DT：不支持complex64$/,
    'On the Ascend 950 complex64 is not supported.',
    'Ascend 950 不支持 complex64。',
  ),
  checked(
    ['nansum-integers-950'],
    /^Ascend950DT：不支持uint8，int8，int16，int32，int64，bool$/,
    'On the Ascend 950 whole numbers and booleans are not supported.',
    'Ascend 950 不支持整数与布尔类型。',
  ),
  told(
    /^AtlasA2训练系列产品(\/|、)AtlasA3训练系列产品：(self仅)?支持bf16，fp16，fp32，fp64$/,
    'On Atlas A2 and A3 it takes bfloat16, float16, float32 and float64.',
    'Atlas A2、A3 支持 bfloat16、float16、float32、float64。',
  ),
  told(
    /^AtlasA2训练系列产品(\/|、)AtlasA3训练系列产品：(self仅)?支持bf16，fp16，fp32，fp64，uint8，int8，int32，int64$/,
    'On Atlas A2 and A3 it takes bfloat16, float16, float32, float64, uint8, int8, int32 and int64.',
    'Atlas A2、A3 支持 bfloat16、float16、float32、float64、uint8、int8、int32、int64。',
  ),
  told(
    /^Atlas训练系列产品：(self仅)?支持fp16，fp32，fp64$/,
    'On the first Atlas training series it takes float16, float32 and float64.',
    'Atlas 训练系列支持 float16、float32、float64。',
  ),
  told(
    /^Atlas训练系列产品：(self仅)?支持fp16，fp32，fp64，uint8，int8，int32，int64$/,
    'On the first Atlas training series it takes float16, float32, float64, uint8, int8, int32 and int64.',
    'Atlas 训练系列支持 float16、float32、float64、uint8、int8、int32、int64。',
  ),
  told(
    /^属性mode为constant时，(input仅)?支持bf16，.*bool$/,
    'With mode="constant" it takes bfloat16, float16, float32, float64, uint8, int8, int16, int32, int64 and bool.',
    'mode="constant" 时支持 bfloat16、float16、float32、float64、uint8、int8、int16、int32、int64、bool。',
  ),
  told(
    /^属性mode非constant时，(input仅)?支持fp16，fp32，fp64$/,
    'With another mode it takes float16, float32 and float64.',
    '其他 mode 支持 float16、float32、float64。',
  ),
  told(/^dtype参数与values的dtype保持一致$/, 'dtype must be the type of values.', 'dtype 须与 values 的类型一致。'),
  told(
    /^在?int64类型下?不支持三个tensor同时广播$/,
    'For int64, the three tensors cannot all be broadcast.',
    'int64 不支持三个张量同时广播。',
  ),
  told(
    /^在fp64，uint8，int8，int64类型下不支持三个tensor同时广播$/,
    'For float64, uint8, int8 and int64, the three tensors cannot all be broadcast.',
    'float64、uint8、int8、int64 不支持三个张量同时广播。',
  ),
  told(
    /^input为bf16时，dim不取input轴值为1的维度$/,
    'For bfloat16, dim must not be a dimension of size 1.',
    'bfloat16 下 dim 不能取大小为 1 的维度。',
  ),
  told(/^AtlasA3训练系列产品额外支持bf16$/, 'On Atlas A3 it takes bfloat16 as well.', 'Atlas A3 额外支持 bfloat16。'),
  elsewhere(/^不涉及dtype参数$/),
];
