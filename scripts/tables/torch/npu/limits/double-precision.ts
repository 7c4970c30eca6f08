import type { ApiLimit } from '../../../../../core/model';
import { text, torchNpu } from '../../evidence';
import { all, tables } from './scope';

const double = ['torch.float64', 'torch.double'];
const narrowed = {
  verdict: 'silent' as const,
  advice: text(
    'Write .float(), or .cpu().double() where the precision matters.',
    '改写为 .float()；需要双精度时用 .cpu().double()。',
  ),
};
const copied = {
  ...narrowed,
  message: text(
    'a conversion to float64 alone, without a device, makes float32 of a tensor on the NPU: it warns once and raises nothing.',
    '仅指定 float64（不带 device）的转换会把 NPU 张量变为 float32：只警告一次，不会报错。',
  ),
  evidence: torchNpu('torch_npu/csrc/aten/common/ToKernelNpu.cpp:27-45, _to_copy'),
};

/** Conversions that ask for double precision and get single. */
export const doubleLimits: readonly ApiLimit[] = [
  {
    id: 'double-is-float',
    rule: 'torch/float64',
    apis: ['torch.Tensor.double'],
    when: { always: true },
    ...narrowed,
    message: text(
      'Tensor.double() of a tensor on the NPU returns float32 by default, without an error.',
      'NPU 张量的 Tensor.double() 默认返回 float32，且不会报错。',
    ),
    torch: all,
    evidence: [...tables('torch-Tensor'), ...copied.evidence],
  },
  {
    id: 'to-double-is-float',
    rule: 'torch/float64',
    apis: ['torch.Tensor.to'],
    when: {
      any: [
        // The first argument is a device or a type.
        { argument: 'device', position: 1, is: double },
        {
          all: [
            { argument: 'dtype', is: double },
            { argument: 'device', position: 1, default: null, is: [null] },
          ],
        },
      ],
    },
    ...copied,
  },
  {
    id: 'type-double-is-float',
    rule: 'torch/float64',
    apis: ['torch.Tensor.type'],
    when: { argument: 'dtype', position: 1, is: double },
    ...copied,
  },
];
