import { type Entries, entry, refused, silent, text } from '../entry';

export const random: Entries = {
  Dropout: [
    entry(
      'treated as identity; the mask output is not produced',
      refused(
        'mask',
        'used(output[1])',
        text(
          'tpu-mlir imports Dropout as identity; its mask output does not exist, so whatever reads it fails.',
          'tpu-mlir 将 Dropout 视为恒等，不产生 mask 输出，读取它的算子会报错。',
        ),
        text('Export the model in eval mode.', '请以 eval 模式导出模型。'),
      ),
    ),
  ],
  RandomNormalLike: [
    entry(
      'random data is generated once at compile time and stored as a weight; needs --test_input npz when dynamic',
      silent(
        'frozen',
        'true',
        text(
          'The random values are drawn once at compile time and stored: every run sees the same ones.',
          '随机数在编译时生成一次并固化为权重：每次推理得到相同的值。',
        ),
        text('Make the noise an input of the model.', '请将噪声改为模型输入。'),
      ),
    ),
  ],
};
