import { type Entries, entry, refused, text } from '../entry';

export const controlFlow: Entries = {
  If: [
    entry(
      'exactly 1 input; then/else subgraphs are recursively checked against the factory',
      refused(
        'condition',
        'count(inputs) != 1',
        text('tpu-mlir imports If with its condition as the only input.', 'tpu-mlir 的 If 仅接受条件一个输入。'),
      ),
    ),
    entry(
      'only the first output is registered (addOperand(onnx_node.name, ...)); multi-output If fails later',
      refused(
        'outputs',
        'count(outputs) > 1',
        text(
          'tpu-mlir registers the first output of If only; the others are not found later.',
          'tpu-mlir 只登记 If 的第一个输出，其余输出随后会找不到。',
        ),
        text('Return one value per If, or resolve the branch at export.', '每个 If 只返回一个值，或在导出时确定分支。'),
      ),
    ),
  ],
  Loop: [
    entry(
      'at least 2 inputs and 1 output; the "loop forever" form (both trip count and cond empty) is refused at SubnetDivide',
      refused(
        'trip-count',
        'count(inputs) < 2 or count(outputs) < 1 or not given(input[0]) and not given(input[1])',
        text(
          'tpu-mlir wants a trip count or a condition, and at least one output.',
          'tpu-mlir 要求给出循环次数或条件，且至少一个输出。',
        ),
        text('Give a trip count, or unroll the loop at export.', '请给出循环次数，或在导出时展开循环。'),
        {
          source:
            'sophgo/tpu-mlir lib/Dialect/Tpu/Transforms/SubnetDivide.cpp:245-255 @36e3c625ae35b3db55eaffe34be37e1f86c5ab09',
        },
      ),
    ),
  ],
};
