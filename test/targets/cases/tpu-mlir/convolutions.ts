import type { ConditionCases } from '../condition-cases';

export const convolutions: ConditionCases = {
  AveragePool: {
    'kernel-shape': ['AveragePool (float[1,2,8,8])', 'AveragePool <kernel_shape = [2,2]> (float[1,2,8,8])'],
    'default-strides': [
      'AveragePool <kernel_shape = [2,2]> (float[1,2,8,8])',
      'AveragePool <kernel_shape = [8,8]> (float[1,2,8,8])',
    ],
    dilations: [
      'opset 19 AveragePool <kernel_shape = [2,2], dilations = [2,2]> (float[1,2,8,8])',
      'opset 19 AveragePool <kernel_shape = [2,2], dilations = [1,1]> (float[1,2,8,8])',
    ],
  },
  MaxPool: {
    'kernel-shape': ['MaxPool (float[1,2,8,8])', 'MaxPool <kernel_shape = [2,2]> (float[1,2,8,8])'],
    'default-strides': [
      'MaxPool <kernel_shape = [3,3]> (float[1,2,N,M])',
      'MaxPool <kernel_shape = [3,3], strides = [1,1]> (float[1,2,N,M])',
    ],
    dilations: [
      'MaxPool <kernel_shape = [2,2], dilations = [1,2]> (float[1,2,8,8])',
      'MaxPool <kernel_shape = [2,2]> (float[1,2,8,8])',
    ],
    indices: [
      'MaxPool <kernel_shape = [2,2]> (float[1,2,8,8]) => 2',
      'MaxPool <kernel_shape = [2,2]> (float[1,2,8,8])',
    ],
  },
  Conv: {
    'constant-bias': [
      'Conv (float[1,2,8,8], float[4,2,3,3] = ?, float[4])',
      'Conv (float[1,2,8,8], float[4,2,3,3], float[4] = ?)',
    ],
  },
  ConvTranspose: {
    'kernel-shape': [
      'ConvTranspose (float[1,2,8,8], float[2,4,3,3] = ?)',
      'ConvTranspose <kernel_shape = [3,3]> (float[1,2,8,8], float[2,4,3,3] = ?)',
    ],
    'auto-pad': [
      'ConvTranspose <kernel_shape = [3,3], auto_pad = "SAME_UPPER"> (float[1,2,8,8], float[2,4,3,3] = ?)',
      'ConvTranspose <kernel_shape = [3,3], auto_pad = "VALID"> (float[1,2,8,8], float[2,4,3,3] = ?)',
    ],
    'constant-bias': [
      'ConvTranspose (float[1,2,8,8], float[2,4,3,3] = ?, float[4])',
      'ConvTranspose (float[1,2,8,8], float[2,4,3,3] = ?)',
    ],
  },
};
