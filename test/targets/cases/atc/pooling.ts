import type { CasesById, ConditionCases } from '../condition-cases';

const image = 'float[1,2,8,8]';

function windowCases(type: string): CasesById {
  return {
    dimensions: [
      `${type} <kernel_shape = [2,2,2,2]> (float[1,2,8,8,8,8])`,
      `${type} <kernel_shape = [2,2]> (${image})`,
    ],
    'even-pads': [
      `${type} <kernel_shape = [2,2], pads = [1,1,1]> (${image})`,
      `${type} <kernel_shape = [2,2], pads = [1,1,1,1]> (${image})`,
    ],
    'large-stride': [
      `${type} <kernel_shape = [2,2], strides = [64,64]> (${image})`,
      `@950 ${type} <kernel_shape = [2,2], strides = [64,64]> (${image})`,
    ],
    'large-kernel': [
      `${type} <kernel_shape = [17,17]> (float[1,2,32,32])`,
      `${type} <kernel_shape = [16,16]> (float[1,2,32,32])`,
    ],
    'input-width': [
      `?${type} <kernel_shape = [2,2]> (float[1,2,8,5000])`,
      `${type} <kernel_shape = [2,2]> (float[1,2,8,4096])`,
    ],
    batch: [`?${type} <kernel_shape = [2,2]> (float[65537,2,8,8])`, `${type} <kernel_shape = [2,2]> (${image})`],
  };
}

export const pooling: ConditionCases = {
  AveragePool: {
    ...windowCases('AveragePool'),
    'ceil-mode': [
      `?AveragePool <kernel_shape = [2,2], ceil_mode = 1, auto_pad = "VALID"> (${image})`,
      `AveragePool <kernel_shape = [2,2], ceil_mode = 1> (${image})`,
    ],
    'same-lower': [
      `?AveragePool <kernel_shape = [2,2], auto_pad = "SAME_LOWER"> (${image})`,
      `AveragePool <kernel_shape = [2,2], auto_pad = "SAME_UPPER"> (${image})`,
    ],
  },
  MaxPool: {
    ...windowCases('MaxPool'),
    indices: [`MaxPool <kernel_shape = [2,2]> (${image}) => 2`, `MaxPool <kernel_shape = [2,2]> (${image})`],
    'storage-order': [
      `MaxPool <kernel_shape = [2,2], storage_order = 1> (${image})`,
      `MaxPool <kernel_shape = [2,2]> (${image})`,
    ],
    'kernel-shape': [`MaxPool (${image})`, `MaxPool <kernel_shape = [2,2]> (${image})`],
    dilations: [
      `?MaxPool <kernel_shape = [2,2], dilations = [2,2]> (${image})`,
      `MaxPool <kernel_shape = [2,2]> (${image})`,
    ],
    'valid-ceil': [
      `?MaxPool <kernel_shape = [2,2], auto_pad = "VALID", ceil_mode = 1> (${image})`,
      `MaxPool <kernel_shape = [2,2], auto_pad = "VALID"> (${image})`,
    ],
    'pads-and-auto-pad': [
      `?MaxPool <kernel_shape = [2,2], auto_pad = "VALID", pads = [0,0,0,0]> (${image})`,
      `MaxPool <kernel_shape = [2,2], pads = [0,0,0,0]> (${image})`,
    ],
  },
  LpPool: {
    dimensions: ['LpPool <kernel_shape = [2,2,2,2]> (float[1,2,8,8,8,8])', `LpPool <kernel_shape = [2,2]> (${image})`],
    'auto-pad': [
      `LpPool <kernel_shape = [2,2], auto_pad = "SAME"> (${image})`,
      `LpPool <kernel_shape = [2,2]> (${image})`,
    ],
    'ceil-mode': [
      `opset 18 LpPool <kernel_shape = [2,2], ceil_mode = 1> (${image})`,
      `opset 18 LpPool <kernel_shape = [2,2]> (${image})`,
    ],
    dilations: [
      `opset 18 LpPool <kernel_shape = [2,2], dilations = [2,2]> (${image})`,
      `opset 18 LpPool <kernel_shape = [2,2]> (${image})`,
    ],
    'even-pads': [
      `LpPool <kernel_shape = [2,2], pads = [1]> (${image})`,
      `LpPool <kernel_shape = [2,2], pads = [1,1,1,1]> (${image})`,
    ],
    'same-lower': [
      `?LpPool <kernel_shape = [2,2], auto_pad = "SAME_LOWER"> (${image})`,
      `LpPool <kernel_shape = [2,2]> (${image})`,
    ],
  },
  GlobalMaxPool: { rank: ['GlobalMaxPool (float[1,2,8])', 'GlobalMaxPool (float[1,2,8,8])'] },
  MaxUnpool: {
    kernel_shape: [
      'MaxUnpool (float[1,1,2,2], int64[1,1,2,2])',
      'MaxUnpool <kernel_shape = [2,2]> (float[1,1,2,2], int64[1,1,2,2])',
    ],
  },
};
