import { type ConditionInput, type Entry, entry, refused, silent, slow, text } from '../entry';

export const subnetSource =
  'sophgo/tpu-mlir lib/Dialect/Tpu/Transforms/SubnetDivide.cpp:487-534 @36e3c625ae35b3db55eaffe34be37e1f86c5ab09';
const subnetRefusal =
  'sophgo/tpu-mlir lib/Dialect/Tpu/Transforms/SubnetDivide.cpp:552-555 @36e3c625ae35b3db55eaffe34be37e1f86c5ab09';

/** Chips of the CV18xx compiler family, as a list of the condition language. */
export const cv18xx = "['cv183x', 'cv182x', 'cv181x', 'cv180x']";

export const foldAdvice = text(
  'Make it a constant: export with fixed shapes and fold constants (onnxsim), or compute it in the exporting script.',
  '请将其变为常量：使用固定形状导出并做常量折叠（onnxsim），或在导出脚本中预先计算。',
);

export const twoInputs: Entry = entry(
  'exactly 2 inputs',
  refused(
    'two-inputs',
    'count(inputs) != 2',
    text(
      'tpu-mlir imports it with exactly 2 inputs; any other number stops model_transform.',
      'tpu-mlir 仅支持恰好 2 个输入，否则 model_transform 报错退出。',
    ),
    text('Chain operators of two inputs.', '改写为多个两输入算子的级联。'),
  ),
);

export const oneInput: Entry = entry(
  'exactly 1 input',
  refused(
    'one-input',
    'count(inputs) != 1',
    text('tpu-mlir imports it with exactly 1 input.', 'tpu-mlir 仅支持恰好 1 个输入。'),
  ),
);

export const threeInputs: Entry = entry(
  'exactly 3 inputs',
  refused(
    'three-inputs',
    'count(inputs) != 3',
    text('tpu-mlir imports it with exactly 3 inputs.', 'tpu-mlir 仅支持恰好 3 个输入。'),
  ),
);

export const kernelShape: Entry = entry(
  'kernel_shape attribute must be present',
  refused(
    'kernel-shape',
    'attr.kernel_shape absent',
    text('tpu-mlir reads kernel_shape and has no default for it.', 'tpu-mlir 必须读取 kernel_shape 属性，没有默认值。'),
    text('Write the kernel_shape attribute.', '请显式写出 kernel_shape 属性。'),
  ),
);

/** `bias must be a constant`, of Conv and ConvTranspose. */
export function constantBias(fact: string): Entry {
  return entry(
    fact,
    refused(
      'constant-bias',
      'given(input[2]) and not constant(input[2])',
      text(
        'The bias is computed at run time; tpu-mlir takes a constant bias only.',
        '偏置在运行时计算得到；tpu-mlir 只接受常量偏置。',
      ),
      text('Leave the bias out and add it with an Add behind the convolution.', '去掉偏置，在卷积之后用 Add 相加。'),
    ),
  );
}

export const stridesOfPooling: ConditionInput = silent(
  'default-strides',
  'attr.strides absent and max(attr.kernel_shape) > 1 and not certainly(max(spatial(output[0])) == 1)',
  text(
    'The strides attribute is absent: ONNX means 1 along each axis, tpu-mlir takes the kernel size.',
    '未写 strides 属性：ONNX 默认每轴步长为 1，tpu-mlir 却取 kernel 大小。',
  ),
  text('Write strides explicitly.', '请显式写出 strides。'),
);

export const dilationsOfPooling: ConditionInput = silent(
  'dilations',
  'max(attr.dilations) > 1',
  text('tpu-mlir does not read dilations of a pooling.', 'tpu-mlir 不读取池化的 dilations 属性。'),
  text('Use a pooling without dilation, or gather the taps yourself.', '改用无膨胀的池化，或自行抽取采样点。'),
);

/** An operator that always runs in a subnet of the on-device firmware, and splits the graph there. */
export function dynamicSubnet(operator: string, where = 'true', unlessOn: string = "['cv184x']"): ConditionInput[] {
  const excluded = unlessOn.replace(/^\[|\]$/g, '');
  return [
    slow(
      'dynamic-subnet',
      `${where} and not (chip in [${[...new Set([...excluded.split(', '), "'cv184x'"])].join(', ')}])`,
      text(
        `${operator} runs in a dynamic subnet of the chip's firmware: the graph is split there and the static parts cannot be fused across it.`,
        `${operator} 在芯片固件的动态子网中执行：计算图在此被切分，前后静态部分无法跨越融合。`,
      ),
      text(
        'Move it out of the model (post-processing on the host), or keep it at the very end of the graph.',
        '建议移出模型（放到主机侧后处理），或放在图的最末端。',
      ),
      { kind: 'placement', source: subnetSource },
    ),
    refused(
      'no-dynamic-subnet',
      `${where} and chip == 'cv184x'`,
      text(
        `${operator} needs a dynamic subnet, which CV184X does not have: compilation stops.`,
        `${operator} 需要动态子网，而 CV184X 不支持动态子网，编译会中止。`,
      ),
      text('Move it out of the model.', '请将该算子移出模型。'),
      { kind: 'placement', source: subnetRefusal },
    ),
  ];
}

export function constantInput(id: string, when: string, name: { en: string; zh: string }): ConditionInput {
  return refused(
    id,
    when,
    text(
      `${name.en} is computed at run time; tpu-mlir takes a constant only.`,
      `${name.zh}在运行时计算得到；tpu-mlir 只接受常量。`,
    ),
    foldAdvice,
  );
}

const constantAdvice = text('Make them initializers of the model.', '请将其作为模型的初始化器（权重）。');

export function constantParameters(fact: string, when: string, which: { en: string; zh: string }): Entry {
  return entry(fact, constantParameter(when, which));
}

export function constantParameter(when: string, which: { en: string; zh: string }): ConditionInput {
  return refused(
    'constant-parameters',
    when,
    text(
      `${which.en} must be constants for tpu-mlir; one of them is computed at run time.`,
      `tpu-mlir 要求 ${which.zh} 为常量，其中有的在运行时计算得到。`,
    ),
    constantAdvice,
  );
}
