/** The code of a tensor's element type: ONNX TensorProto.DataType. A number, so that one we do not know survives. */
export type ElementType = number;

/** Names in ONNX's text syntax, bits per element and code, for ONNX IR 14. */
const elementTypes: readonly (readonly [name: string, code: ElementType, bits: number])[] = [
  ['undefined', 0, 0],
  ['float', 1, 32],
  ['uint8', 2, 8],
  ['int8', 3, 8],
  ['uint16', 4, 16],
  ['int16', 5, 16],
  ['int32', 6, 32],
  ['int64', 7, 64],
  ['string', 8, 0],
  ['bool', 9, 8],
  ['float16', 10, 16],
  ['double', 11, 64],
  ['uint32', 12, 32],
  ['uint64', 13, 64],
  ['complex64', 14, 64],
  ['complex128', 15, 128],
  ['bfloat16', 16, 16],
  ['float8e4m3fn', 17, 8],
  ['float8e4m3fnuz', 18, 8],
  ['float8e5m2', 19, 8],
  ['float8e5m2fnuz', 20, 8],
  ['uint4', 21, 4],
  ['int4', 22, 4],
  ['float4e2m1', 23, 4],
  ['float8e8m0', 24, 8],
  ['uint2', 25, 2],
  ['int2', 26, 2],
  ['float6e2m3', 27, 6],
  ['float6e3m2', 28, 6],
];

const nameByCode = new Map(elementTypes.map(([name, code]) => [code, name]));
const codeByName = new Map(elementTypes.map(([name, code]) => [name, code]));
const bitsByCode = new Map(elementTypes.map(([, code, bits]) => [code, bits]));

/** The name in ONNX's text syntax, or `unknown_type_99` for a code that ONNX does not define. */
export function elementTypeName(type: ElementType): string {
  return nameByCode.get(type) ?? `unknown_type_${type}`;
}

export function elementTypeCode(name: string): ElementType | undefined {
  return codeByName.get(name);
}

/** Bits per element; undefined for types without a fixed size (strings) or unknown codes. */
export function elementBits(type: ElementType): number | undefined {
  return bitsByCode.get(type) || undefined;
}
