import type { ApiLimit, LimitCondition } from '../../../../../core/model';
import { text, torchTpu } from '../../evidence';

const kernel = (file: string, lines: string) => torchTpu(`torch_tpu/csrc/ops/native_ops/${file}.cpp:${lines}`);
const sizes = (names: readonly string[], dimensions: readonly number[]) =>
  names.flatMap((name) => dimensions.map((dimension) => `${name}${dimension}d`));

const convTranspose = [
  ...sizes(['torch.nn.ConvTranspose', 'torch.nn.functional.conv_transpose'], [1, 2, 3]),
  ...sizes(['torch.conv_transpose'], [1, 2, 3]),
];

const ceilMode = {
  verdict: 'unsupported' as const,
  message: text(
    'Pooling on the TPU takes ceil_mode=False only: the check "ceil_mode == false" fails.',
    'TPU 上的池化仅支持 ceil_mode=False，否则 "ceil_mode == false" 检查失败。',
  ),
  advice: text(
    'Pad the input to whole windows, and leave ceil_mode out.',
    '先把输入填充到窗口的整数倍，再去掉 ceil_mode。',
  ),
  evidence: kernel('Pooling', '40,83,116'),
};

const dilation = {
  verdict: 'unsupported' as const,
  message: text(
    'Max pooling on the TPU takes dilation=1 only: "DILATION must be one".',
    'TPU 上的最大池化仅支持 dilation=1，否则报 "DILATION must be one"。',
  ),
  evidence: kernel('Pooling', '41,84'),
};

const averageIgnores = {
  verdict: 'silent' as const,
  severity: 'warning' as const,
  message: text(
    'Average pooling on the TPU passes neither count_include_pad nor divisor_override to its kernel: at the borders the averages may be others than asked for.',
    'TPU 上的平均池化不会把 count_include_pad 与 divisor_override 传给算子，边界处的平均值可能与预期不同。',
  ),
  advice: text(
    'Pad the input with F.pad, pool without padding, and divide by the count yourself.',
    '先用 F.pad 填充输入，再做不带 padding 的池化，并自行除以元素个数。',
  ),
  evidence: kernel('Pooling', '105-142'),
};

const adaptive = {
  verdict: 'silent' as const,
  severity: 'information' as const,
  message: text(
    'The windows on the TPU are all of one size: the result is that of PyTorch only where the output size divides the size of the input.',
    'TPU 上各窗口大小相同，仅当输出尺寸能整除输入尺寸时，结果才与 PyTorch 一致。',
  ),
  evidence: kernel('Pooling', '186-224'),
};

const loss = {
  verdict: 'unsupported' as const,
  severity: 'warning' as const,
  message: text(
    'cross_entropy on the TPU takes reduction="mean" or "sum", no weight and a negative ignore_index: another call fails a check of its kernel.',
    'TPU 上的 cross_entropy 仅支持 reduction="mean" 或 "sum"、不带 weight、ignore_index 为负数；其他用法会在算子的检查处报错。',
  ),
  advice: text(
    'Set labels to ignore to -100, gather from log_softmax for single losses, or compute the loss on the CPU.',
    '把需忽略的标签设为 -100；需要逐样本损失时从 log_softmax 中 gather；或在 CPU 上计算损失。',
  ),
  evidence: kernel('Loss', '51-53,97-99'),
};

/** Positions of the arguments of cross_entropy, which its module takes two earlier. */
function lossCondition(offset: number): LimitCondition {
  return {
    any: [
      { argument: 'weight', position: 2 - offset, isNot: [null] },
      { argument: 'ignore_index', position: 4 - offset, atLeast: 0 },
      { argument: 'reduction', position: 6 - offset, is: ['none'] },
    ],
  };
}

function averageCondition(offset: number): LimitCondition {
  return {
    any: [
      { argument: 'divisor_override', position: 6 - offset, isNot: [null] },
      {
        all: [
          { argument: 'count_include_pad', position: 5 - offset, is: [false] },
          { argument: 'padding', position: 3 - offset, isNot: [0] },
        ],
      },
    ],
  };
}

/** Layers, pooling and losses. */
export const layerLimits: readonly ApiLimit[] = [
  {
    id: 'conv-transpose',
    apis: convTranspose,
    when: { always: true },
    verdict: 'unsupported',
    message: text(
      'The TPU has no transposed convolution: it raises "TPU transposed convolution is not implemented".',
      'TPU 没有转置卷积算子，会报 "TPU transposed convolution is not implemented"。',
    ),
    advice: text(
      'Upsample and convolve (nn.Upsample and nn.Conv2d, or nn.Conv2d and nn.PixelShuffle), or run the layer on the CPU.',
      '改为上采样加卷积（nn.Upsample 与 nn.Conv2d，或 nn.Conv2d 与 nn.PixelShuffle），或在 CPU 上执行该层。',
    ),
    evidence: kernel('Convolution', '98-101,227-230'),
  },
  {
    id: 'conv3d-training',
    apis: ['torch.nn.Conv3d', 'torch.nn.functional.conv3d'],
    when: { always: true },
    verdict: 'limited',
    severity: 'information',
    message: text(
      'The TPU has the forward pass of 3-D convolution only: its backward pass raises "TPU 3D transposed convolution backward is not implemented".',
      'TPU 仅实现了三维卷积的前向，反向传播会报 "TPU 3D transposed convolution backward is not implemented"。',
    ),
    evidence: kernel('Convolution', '233-236'),
  },
  {
    id: 'max-pool-ceil-mode',
    apis: sizes(['torch.nn.MaxPool', 'torch.nn.functional.max_pool'], [1, 2]),
    when: { argument: 'ceil_mode', position: 5, is: [true] },
    ...ceilMode,
  },
  {
    id: 'average-pool-ceil-mode',
    apis: sizes(['torch.nn.AvgPool'], [1, 2]),
    when: { argument: 'ceil_mode', position: 3, is: [true] },
    ...ceilMode,
  },
  {
    id: 'average-pool-function-ceil-mode',
    apis: sizes(['torch.nn.functional.avg_pool'], [1, 2]),
    when: { argument: 'ceil_mode', position: 4, is: [true] },
    ...ceilMode,
  },
  {
    id: 'max-pool-module-dilation',
    apis: sizes(['torch.nn.MaxPool'], [1, 2]),
    when: { argument: 'dilation', position: 3, isNot: [1] },
    ...dilation,
  },
  {
    id: 'max-pool-function-dilation',
    apis: sizes(['torch.nn.functional.max_pool'], [1, 2]),
    when: { argument: 'dilation', position: 4, isNot: [1] },
    ...dilation,
  },
  {
    id: 'average-pool-ignores',
    apis: sizes(['torch.nn.AvgPool'], [2]),
    when: averageCondition(1),
    ...averageIgnores,
  },
  {
    id: 'average-pool-function-ignores',
    apis: sizes(['torch.nn.functional.avg_pool'], [2]),
    when: averageCondition(0),
    ...averageIgnores,
  },
  {
    id: 'pool-without-stride',
    // In one dimension PyTorch has filled it in.
    apis: sizes(['torch.nn.functional.max_pool', 'torch.nn.functional.avg_pool'], [2]),
    when: { argument: 'stride', position: 2, default: null, is: [null] },
    verdict: 'unsupported',
    severity: 'warning',
    message: text(
      "Without stride the TPU's kernel reads past an empty list, where PyTorch takes the size of the window: the result is unspecified.",
      '未传 stride 时，PyTorch 取窗口大小，而 TPU 的算子会越界读取空列表，结果不确定。',
    ),
    advice: text(
      'Pass stride, with the size of the window: it is the same on every device.',
      '显式传入 stride（取窗口大小），在任何设备上结果都相同。',
    ),
    evidence: kernel('Pooling', '19-20,46-47,117-128'),
  },
  {
    id: 'adaptive-average-pool',
    apis: sizes(['torch.nn.AdaptiveAvgPool'], [1, 2]),
    when: { argument: 'output_size', position: 0, isNot: [1, null] },
    ...adaptive,
  },
  {
    id: 'adaptive-average-pool-function',
    apis: sizes(['torch.nn.functional.adaptive_avg_pool'], [1, 2]),
    when: { argument: 'output_size', position: 1, isNot: [1, null] },
    ...adaptive,
  },
  {
    id: 'cross-entropy',
    apis: ['torch.nn.functional.cross_entropy'],
    when: lossCondition(0),
    ...loss,
  },
  {
    id: 'cross-entropy-module',
    apis: ['torch.nn.CrossEntropyLoss'],
    when: lossCondition(2),
    ...loss,
  },
];
