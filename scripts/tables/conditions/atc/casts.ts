import { type Entries, entry, limited, text } from '../entry';

export const casts: Entries = {
  Cast: [
    entry(
      'TransDataTypeFromOnnxToOm failed, onnx = %d',
      limited(
        'target-type',
        'dtype(attr.to) in [float8e4m3fn, float8e4m3fnuz, float8e5m2, float8e5m2fnuz, float8e8m0, float4e2m1, int4, uint4, int2, uint2, string] and undecidable',
        text("ATC's parser may not know the target type.", 'ATC 解析器可能不识别该目标类型。'),
        text('Cast to float16, float, int32 or int64.', '请转换为 float16、float、int32 或 int64。'),
      ),
    ),
  ],
};
