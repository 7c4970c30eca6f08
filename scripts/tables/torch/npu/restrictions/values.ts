import { type Restriction, told } from './restriction';

/** On the values of tensors, and on how accurate results are. */
export const valueRestrictions: readonly Restriction[] = [
  told(/^不支持nan场景$/, 'NaN is not supported.', '不支持 NaN。'),
  told(/^取值范围\[-65504,65504\]$/, 'Values lie within -65504 and 65504.', '取值范围为 [-65504, 65504]。'),
  told(
    /^输入为int32时，数值范围在\[-16777216,16777216\]内$/,
    'Values of int32 lie within -16,777,216 and 16,777,216.',
    'int32 输入的取值范围为 [-16777216, 16777216]。',
  ),
  told(
    /^当(input|输入)为超过16,777,216（即224）的int32类型时，精度会有损失$/,
    'Values of int32 above 16,777,216 lose precision.',
    'int32 输入超过 16777216 时会损失精度。',
  ),
  told(
    /^在输入包含0的情况下，输出中可能会包含正0和负0，而非只输出一个0$/,
    'Where the input holds 0, the result may hold both 0 and -0.',
    '输入包含 0 时，输出可能同时包含正 0 与负 0。',
  ),
  told(
    /^target中的?每个元素值(应大于等于0|需≥0)且小于input的类别数/,
    'Every element of target is a class, 0 or above: another one gives a wrong result, not an error.',
    'target 的每个元素须大于等于 0 且小于类别数，否则结果错误而不报错。',
  ),
  told(
    /^目标序列的长度不支持0，即属性target_lengths的取值不能包含0$/,
    'target_lengths holds no 0.',
    'target_lengths 不能包含 0。',
  ),
  told(
    /^针对Ascend950DT，由于硬件差异，在索引存在重复的情况下，精度可能和.*存在差异$/,
    'On the Ascend 950 results may differ from those of Atlas A2 and A3 where indices repeat.',
    'Ascend 950 上索引重复时，精度可能与 Atlas A2、A3 存在差异。',
  ),
  told(
    /^针对Ascend950DT，输入为fp16时，精度可能和.*存在差异$/,
    'On the Ascend 950 results in float16 may differ from those of Atlas A2 and A3.',
    'Ascend 950 上输入为 float16 时，精度可能与 Atlas A2、A3 存在差异。',
  ),
  told(
    /^针对Ascend950DT，当logits数值特别大时，精度可能和.*存在差异$/,
    'On the Ascend 950 results may differ from those of Atlas A2 and A3 where logits are very large.',
    'Ascend 950 上 logits 特别大时，精度可能与 Atlas A2、A3 存在差异。',
  ),
  told(
    /^参数dim指定为输入tensor中shape维度值为1的轴时，计算结果可能存在精度误差$/,
    'Over a dimension of size 1 the result may be inaccurate.',
    'dim 为大小为 1 的维度时，结果可能存在精度误差。',
  ),
  told(
    /^当输入tensor值处于计数区间交界时，归于左区间计数还是右区间计数可能存在误差$/,
    'A value on the border of two bins may be counted in either.',
    '处于区间边界的值可能计入左侧或右侧区间。',
  ),
  told(
    /^fp16(的反向场景下对比GPU|反向场景下，与GPU相比)存在精度累加误差/,
    'In float16, errors add up in the backward pass, unlike on GPUs; torch.ops.aten.elu with the constants of selu avoids it.',
    'float16 反向存在精度累加误差；可改用 torch.ops.aten.elu 并传入 selu 的常数。',
  ),
  told(
    /^将正向调用的torch\.nn\.functional\.selu替换成torch\.ops\.aten\.elu/,
    'Instead: torch.ops.aten.elu(x, 1.6732632423543772, 1.0507009873554805).',
    '可替换为 torch.ops.aten.elu(x, 1.6732632423543772, 1.0507009873554805)。',
  ),
];
