import { type ConditionInput, type Entries, type Entry, entry, refused, silent, text } from '../entry';
import { constantParameters } from './shared';

function recurrentConstants(fact: string): Entry {
  return constantParameters(
    fact,
    'not constant(input[1]) or not constant(input[2]) or given(input[3]) and not constant(input[3])',
    text('W, R and B', 'W、R、B'),
  );
}

function sequenceLengths(operator: string): Entry {
  return entry(
    'sequence_lens is refused',
    refused(
      'sequence-lens',
      'given(input[4])',
      text(`tpu-mlir refuses ${operator} with sequence_lens.`, `tpu-mlir 不支持带 sequence_lens 的 ${operator}。`),
      text('Run sequences of one length, or mask the outputs.', '使用等长序列，或对输出做掩码。'),
    ),
  );
}

const reverseDirection: ConditionInput = silent(
  'reverse',
  "attr.direction == 'reverse'",
  text(
    'direction=reverse runs forward: tpu-mlir knows forward and bidirectional only.',
    'direction=reverse 会按正向执行：tpu-mlir 只识别 forward 与 bidirectional。',
  ),
  text('Reverse the sequence before and after a forward layer.', '在正向层前后翻转序列。'),
);

const clipOfRecurrence: ConditionInput = silent(
  'clip',
  'attr.clip present',
  text('tpu-mlir does not read clip.', 'tpu-mlir 不读取 clip 属性。'),
);

function activationsOfRecurrence(defaults: string): ConditionInput {
  return silent(
    'activations',
    `attr.activations present and not subset(attr.activations, ${defaults})`,
    text(
      'tpu-mlir does not read activations: the default functions are computed.',
      'tpu-mlir 不读取 activations：按默认激活函数计算。',
    ),
  );
}

export const recurrent: Entries = {
  GRU: [
    sequenceLengths('GRU'),
    recurrentConstants('W, R, B must be constants'),
    entry(
      'direction=reverse is treated as forward (only "bidirectional" is recognised); linear_before_reset, clip and activations are ignored',
      reverseDirection,
      silent(
        'linear-before-reset',
        'attr.linear_before_reset == 0',
        text(
          'tpu-mlir does not read linear_before_reset: it applies the reset gate after the linear transformation, as linear_before_reset=1 means, and this GRU wants it before.',
          'tpu-mlir 不读取 linear_before_reset：始终在线性变换之后施加重置门（即 linear_before_reset=1 的含义），而该 GRU 要求之前施加。',
        ),
        text(
          'Train and export it with linear_before_reset=1 (PyTorch and cuDNN do), or write the recurrence out.',
          '请以 linear_before_reset=1 训练并导出（PyTorch 与 cuDNN 即如此），或将循环展开。',
        ),
        { source: 'sophgo/tpu-mlir@6add4bc39731:lib/Dialect/Top/Interfaces/GRU.cpp, gru_compute' },
      ),
      clipOfRecurrence,
      activationsOfRecurrence("['Sigmoid', 'Tanh']"),
    ),
  ],
  LSTM: [
    sequenceLengths('LSTM'),
    recurrentConstants('W, R, B must be constants'),
    entry(
      'direction=reverse is treated as forward; peephole input P, clip, input_forget and activations are ignored',
      reverseDirection,
      silent(
        'peepholes',
        'given(input[7])',
        text('tpu-mlir does not read the peephole weights P.', 'tpu-mlir 不读取窥孔权重 P。'),
      ),
      clipOfRecurrence,
      silent(
        'input-forget',
        'attr.input_forget == 1',
        text('tpu-mlir does not read input_forget.', 'tpu-mlir 不读取 input_forget。'),
      ),
      activationsOfRecurrence("['Sigmoid', 'Tanh']"),
    ),
    entry(
      'initial_c is taken only if initial_h (input 5) is non-empty',
      silent(
        'initial-c',
        'given(input[6]) and not given(input[5])',
        text(
          'initial_c is given without initial_h; tpu-mlir drops it then.',
          '只给出 initial_c 而未给 initial_h，tpu-mlir 会忽略 initial_c。',
        ),
        text('Give initial_h too (zeros).', '请同时给出 initial_h（全零即可）。'),
      ),
    ),
  ],
};
