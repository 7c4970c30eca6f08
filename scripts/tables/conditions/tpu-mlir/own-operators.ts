import { type Entries, entry, noted, text } from '../entry';

const customOperator = noted(
  'custom',
  text("tpu-mlir's own operator, domain tpu_mlir.", 'tpu-mlir 自定义算子，域为 tpu_mlir。'),
);

export const ownOperators: Entries = {
  Correlation: [entry('custom op, domain tpu_mlir; regression says it always fails', customOperator)],
  ConcatVolume: [entry('custom op, domain tpu_mlir', customOperator)],
  SelectiveScan: [entry('custom op, domain tpu_mlir', customOperator)],
  PixelNormalization: [
    entry(
      'internal op produced by fusion',
      noted('internal', text("tpu-mlir's own operator, made by its fusion.", 'tpu-mlir 内部算子，由其融合生成。')),
    ),
  ],
};
