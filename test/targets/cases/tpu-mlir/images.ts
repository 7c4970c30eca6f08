import type { ConditionCases } from '../condition-cases';

export const images: ConditionCases = {
  GridSample: {
    mode: [
      'GridSample <padding_mode = "zeros"> (float[1,2,4,4], float[1,3,3,2])',
      'GridSample <mode = "bilinear", padding_mode = "zeros"> (float[1,2,4,4], float[1,3,3,2])',
    ],
    'padding-mode': [
      'GridSample <mode = "nearest"> (float[1,2,4,4], float[1,3,3,2])',
      'GridSample <mode = "nearest", padding_mode = "border"> (float[1,2,4,4], float[1,3,3,2])',
    ],
    'nearest-5d': [
      'GridSample <mode = "nearest"> (float[1,2,4,4,4], float[1,3,3,3,3])',
      'GridSample <mode = "bilinear"> (float[1,2,4,4,4], float[1,3,3,3,3])',
    ],
  },
  Resize: {
    cubic: [
      'Resize <mode = "cubic"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
      'Resize <mode = "linear"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    'tf-half-pixel': [
      'opset 11 Resize <coordinate_transformation_mode = "tf_half_pixel_for_nn"> (float[1,1,4,4], float[0] = {}, float[4] = {1,1,2,2})',
      'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    'nearest-mode': [
      'Resize <coordinate_transformation_mode = "half_pixel", nearest_mode = "floor"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
      'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    unread: [
      'opset 18 Resize <axes = [2,3]> (float[1,1,4,4], -, float[2] = {2,2})',
      'opset 18 Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    'grid-sample': [
      'Resize <mode = "linear"> (float[1,1,4,4,4], -, float[5] = {1,1,2,2,2})',
      'Resize <mode = "linear"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    identity: ['Resize (float[1,1,4,4], -, float[4] = {1,1,1,1})', 'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})'],
    'computed-shape': [
      'Resize (float[1,1,4,4], -, -, int64[4])',
      'Resize (float[1,1,4,4], -, -, int64[4] = {1,1,8,8})',
    ],
  },
  Upsample: {
    scales: ['opset 9 Upsample (float[1,1,4,4], float[4])', 'opset 9 Upsample (float[1,1,4,4], float[4] = {1,1,2,2})'],
    'half-pixel': ['?opset 9 Upsample (float[1,1,4,4], float[4] = {1,1,2,2})', null],
  },
};
