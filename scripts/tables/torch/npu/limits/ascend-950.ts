import type { ApiLimit } from '../../../../../core/model';
import { text } from '../../evidence';
import { since27, tables } from './scope';

const withoutReleases26And28 = since27.filter((release) => release !== '2.8.0');
const on950 = { families: ['950'], verdict: 'limited' as const, torch: withoutReleases26And28 };
const refused = (types: string) =>
  text(`The Ascend 950 does not take ${types} here.`, `Ascend 950 的该接口不支持 ${types.replaceAll(' or ', '、')}。`);
const onOthers = text('Convert to float32 first.', '先转换为 float32。');

/** What the Ascend 950 does not do although earlier chips do. */
export const limitsOf950: readonly ApiLimit[] = [
  {
    id: 'stable-sort-950',
    apis: ['torch.sort', 'torch.Tensor.sort', 'torch.argsort', 'torch.Tensor.argsort'],
    when: { argument: 'stable', is: [false] },
    ...on950,
    severity: 'information',
    message: text(
      'On the Ascend 950 every sort is stable: stable=False changes nothing.',
      'Ascend 950 上的排序总是稳定排序，stable=False 不起作用。',
    ),
    evidence: [...tables('torch'), ...tables('torch-Tensor')],
  },
  {
    id: 'wide-types-950',
    apis: ['torch.Tensor.dist', 'torch.Tensor.nan_to_num', 'torch.fft.ifftshift'],
    when: { argument: 'input', position: 0, dtype: ['float64', 'complex64', 'complex128'] },
    ...on950,
    message: refused('float64 or complex64 or complex128'),
    advice: onOthers,
    evidence: [...tables('torch-Tensor'), ...tables('torch-fft')],
  },
  {
    id: 'double-950',
    apis: ['torch.Tensor.norm', 'torch.Tensor.tanh'],
    when: { argument: 'self', position: 0, dtype: ['float64'] },
    ...on950,
    message: refused('float64'),
    advice: onOthers,
    evidence: tables('torch-Tensor'),
  },
  {
    id: 'dropout-complex-950',
    apis: ['torch.nn.functional.dropout2d'],
    when: { argument: 'input', position: 0, dtype: ['complex64', 'complex128'] },
    ...on950,
    message: refused('complex64 or complex128'),
    evidence: tables('torch-nn-functional'),
  },
  {
    id: 'nested-narrow-complex-950',
    apis: ['torch.nested.narrow'],
    when: { argument: 'tensor', position: 0, dtype: ['complex64', 'complex128'] },
    ...on950,
    message: refused('complex64 or complex128'),
    evidence: tables('torch-nested'),
  },
  {
    id: 'nansum-integers-950',
    apis: ['torch.Tensor.nansum'],
    when: { argument: 'self', position: 0, dtype: ['uint8', 'int8', 'int16', 'int32', 'int64', 'bool'] },
    ...on950,
    message: text('The Ascend 950 takes floating-point numbers only here.', 'Ascend 950 的该接口仅支持浮点类型。'),
    advice: text('Whole numbers hold no NaN: call sum().', '整数中没有 NaN，改用 sum()。'),
    evidence: tables('torch-Tensor'),
  },
];
