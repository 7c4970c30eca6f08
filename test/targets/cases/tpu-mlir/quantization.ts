import type { ConditionCases } from '../condition-cases';

export const quantization: ConditionCases = {
  DequantizeLinear: {
    'zero-point': ['DequantizeLinear (uint8[2], float = {1})', 'DequantizeLinear (uint8[2], float = {1}, uint8 = {0})'],
    'constant-parameters': [
      'DequantizeLinear (uint8[2], float, uint8 = {0})',
      'DequantizeLinear (uint8[2], float = {1}, uint8 = {0})',
    ],
    blocks: [
      'opset 21 DequantizeLinear <block_size = 2> (uint8[4], float[2] = ?, uint8[2] = ?)',
      'opset 21 DequantizeLinear (uint8[4], float = {1}, uint8 = {0})',
    ],
  },
  QuantizeLinear: {
    'zero-point': ['QuantizeLinear (float[2], float = {1})', 'QuantizeLinear (float[2], float = {1}, uint8 = {0})'],
    'constant-parameters': [
      'QuantizeLinear (float[2], float = {1}, uint8)',
      'QuantizeLinear (float[2], float = {1}, uint8 = {0})',
    ],
    blocks: [
      'opset 21 QuantizeLinear <block_size = 2> (float[4], float[2] = ?, uint8[2] = ?)',
      'opset 21 QuantizeLinear (float[4], float = {1}, uint8 = {0})',
    ],
  },
};
