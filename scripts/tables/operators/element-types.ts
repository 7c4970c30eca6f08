import { elementTypeCode } from '../../../core/model';

const otherNames: Readonly<Record<string, string>> = {
  float32: 'float',
  half: 'float16',
  bf16: 'bfloat16',
  mlfloat16: 'float16',
};

/** The name of an element type in ONNX's text syntax; undefined for types that ONNX does not have. */
function elementType(name: string): string | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^dt_/, '')
    .replace(/_t$/, '')
    .replace(/^float8_/, 'float8');
  const onnx = otherNames[plain] ?? plain;
  return elementTypeCode(onnx) === undefined || onnx === 'undefined' ? undefined : onnx;
}

/** Element types as the facts list them: `float32`, `DT_BF16`, `int32_t`, `MLFloat16`. */
export function elementTypes(names: readonly string[]): string[] {
  return names.map(elementType).filter((name) => name !== undefined);
}
