import type { ConditionCases } from '../condition-cases';

export const images: ConditionCases = {
  Col2Im: {
    dilations: [
      'opset 18 Col2Im <dilations = [1]> (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
      'opset 18 Col2Im (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
    ],
    pads: [
      'opset 18 Col2Im <pads = [1]> (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
      'opset 18 Col2Im <pads = [0,0,0,0]> (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
    ],
    strides: [
      'opset 18 Col2Im <strides = [1]> (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
      'opset 18 Col2Im <strides = [1,1]> (float[1,4,9], int64[2] = {4,4}, int64[2] = {2,2})',
    ],
  },
  DepthToSpace: {
    blocksize: ['DepthToSpace <blocksize = 1> (float[1,4,4,4])', 'DepthToSpace <blocksize = 2> (float[1,4,4,4])'],
  },
  GridSample: {
    'align-corners': [
      'GridSample <align_corners = 2> (float[1,2,4,4], float[1,3,3,2])',
      'GridSample <align_corners = 1> (float[1,2,4,4], float[1,3,3,2])',
    ],
  },
  Resize: {
    'nearest-mode': [
      'Resize <coordinate_transformation_mode = "half_pixel", nearest_mode = "floor"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
      'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    coordinates: [
      'Resize <coordinate_transformation_mode = "tf_crop_and_resize"> (float[1,1,4,4], float[8] = ?, float[4] = {1,1,2,2})',
      'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    rank: [
      'Resize (float[1,1,4], -, float[3] = {1,1,2})',
      'Resize <mode = "linear"> (float[1,1,4], -, float[3] = {1,1,2})',
    ],
    'interpolation-950': [
      '@950 Resize <mode = "linear"> (float[1,1,2,2], -, float[4] = {1,1,2,2})',
      '@950 Resize <mode = "nearest"> (float[1,1,2,2], -, float[4] = {1,1,2,2})',
    ],
    antialias: [
      'opset 18 Resize <antialias = 1, mode = "linear"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
      'opset 18 Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    axes: [
      'opset 18 Resize <axes = [2,3]> (float[1,1,4,4], -, float[2] = {2,2})',
      'opset 18 Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    'aspect-ratio': [
      'opset 18 Resize <keep_aspect_ratio_policy = "not_larger"> (float[1,1,4,4], -, -, int64[4] = {1,1,8,8})',
      'opset 18 Resize (float[1,1,4,4], -, -, int64[4] = {1,1,8,8})',
    ],
    inputs: ['Resize (float[1,1,4,4])', 'Resize (float[1,1,4,4], -, float[4] = {1,1,2,2})'],
    mode: [
      'Resize <mode = "area"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
      'Resize <mode = "cubic"> (float[1,1,4,4], -, float[4] = {1,1,2,2})',
    ],
    'constant-size': ['?@310 Resize (float[1,1,4,4], -, -, int64[4])', 'Resize (float[1,1,4,4], -, -, int64[4])'],
  },
};
