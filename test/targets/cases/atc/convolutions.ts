import type { ConditionCases } from '../condition-cases';

const conv = 'float[1,2,8,8], float[4,2,3,3] = ?';
const transposed = 'float[1,2,8,8], float[2,4,3,3] = ?';

export const convolutions: ConditionCases = {
  Conv: {
    'weight-size-950': [
      '?@950 Conv <strides = [1,1], kernel_shape = [512,3]> (float[1,2,600,8], float[4,2,512,3] = ?)',
      '@950 Conv <strides = [1,1], kernel_shape = [511,3]> (float[1,2,600,8], float[4,2,511,3] = ?)',
    ],
    'even-pads': [`Conv <pads = [1,1,1]> (${conv})`, `Conv <pads = [1,1,1,1]> (${conv})`],
    attributes: [`Conv (${conv})`, `Conv <strides = [1,1]> (${conv})`],
    inputs: ['Conv <strides = [1,1]> (float[1,2,8,8])', `Conv <strides = [1,1]> (${conv})`],
    rank: ['Conv <strides = [1,1]> (float[1,2], float[4,2] = ?)', `Conv <strides = [1,1]> (${conv})`],
    'auto-pad-3d': [
      'Conv <auto_pad = "SAME_UPPER"> (float[1,1,4,4,4], float[1,1,3,3,3] = ?)',
      'Conv <auto_pad = "VALID"> (float[1,1,4,4,4], float[1,1,3,3,3] = ?)',
    ],
    dilations: [`?Conv <dilations = [256,1]> (${conv})`, `Conv <dilations = [2,2]> (${conv})`],
    pads: [`?Conv <pads = [256,0,0,0]> (${conv})`, `Conv <pads = [1,1,1,1]> (${conv})`],
    strides: [`?Conv <strides = [64,1]> (${conv})`, `Conv <strides = [1,1]> (${conv})`],
    'input-width': ['?Conv (float[1,2,8,5000], float[4,2,3,3])', `Conv (${conv})`],
    'weight-size': ['?Conv (float[1,1,300,300], float[1,1,256,3])', `Conv (${conv})`],
    'output-width': ['?Conv (float[1,2,8,3], float[4,2,3,3])', `Conv (${conv})`],
    'auto-pad': [`?Conv <auto_pad = "SAME_LOWER"> (${conv})`, `Conv <auto_pad = "VALID"> (${conv})`],
  },
  ConvTranspose: {
    'weight-size-950': [
      '?@950 ConvTranspose <strides = [1,1], kernel_shape = [512,3]> (float[1,2,8,8], float[2,4,512,3] = ?)',
      '@950 ConvTranspose <strides = [1,1], kernel_shape = [511,3]> (float[1,2,8,8], float[2,4,511,3] = ?)',
    ],
    'even-pads': [`ConvTranspose <pads = [1,1,1]> (${transposed})`, `ConvTranspose <pads = [1,1,1,1]> (${transposed})`],
    'kernel-shape': [`ConvTranspose (${transposed})`, `ConvTranspose <kernel_shape = [3,3]> (${transposed})`],
    'output-shape': [
      `ConvTranspose <kernel_shape = [3,3], output_shape = [9]> (${transposed})`,
      `ConvTranspose <kernel_shape = [3,3], output_shape = [9,9]> (${transposed})`,
    ],
    inputs: ['ConvTranspose (float[1,2,8,8])', `ConvTranspose (${transposed})`],
    rank: ['ConvTranspose (float[1,2], float[2,4] = ?)', `ConvTranspose (${transposed})`],
    dilations: [`?ConvTranspose <dilations = [2,2]> (${transposed})`, `ConvTranspose (${transposed})`],
    'larger-output': [`?ConvTranspose <output_shape = [20,20]> (${transposed})`, `ConvTranspose (${transposed})`],
    'auto-pad': [`?ConvTranspose <auto_pad = "SAME_UPPER"> (${transposed})`, `ConvTranspose (${transposed})`],
  },
};
