import type { ElementType } from '../../model';

const view = new DataView(new ArrayBuffer(4));

/** IEEE 754 binary16. */
export function float16(bits: number): number {
  return decode(bits, { exponent: 5, mantissa: 10, bias: 15, top: 'ieee' });
}

/** The upper half of a binary32. */
export function bfloat16(bits: number): number {
  view.setUint32(0, bits << 16);
  return view.getFloat32(0);
}

interface Format {
  readonly exponent: number;
  readonly mantissa: number;
  readonly bias: number;
  /**
   * What the largest exponent is for: infinities and NaN; one NaN of all ones; nothing special; or nothing special with
   * negative zero as the only NaN (FNUZ).
   */
  readonly top: 'ieee' | 'one-nan' | 'finite' | 'unsigned-zero';
}

/** Sources: ONNX's docs/docsgen/source/technical/float8.md, float4.md; OCP Microscaling formats 1.0 for 6 and 4 bits. */
const formats: ReadonlyMap<ElementType, Format> = new Map([
  [17, { exponent: 4, mantissa: 3, bias: 7, top: 'one-nan' }],
  [18, { exponent: 4, mantissa: 3, bias: 8, top: 'unsigned-zero' }],
  [19, { exponent: 5, mantissa: 2, bias: 15, top: 'ieee' }],
  [20, { exponent: 5, mantissa: 2, bias: 16, top: 'unsigned-zero' }],
  [23, { exponent: 2, mantissa: 1, bias: 1, top: 'finite' }],
  [27, { exponent: 2, mantissa: 3, bias: 1, top: 'finite' }],
  [28, { exponent: 3, mantissa: 2, bias: 3, top: 'finite' }],
]);

/** The reader of a float of at most eight bits; undefined for other types. */
export function smallFloat(type: ElementType): ((bits: number) => number) | undefined {
  // float8e8m0: a power of two and nothing else; 255 is NaN.
  if (type === 24) return (bits) => (bits === 255 ? Number.NaN : 2 ** (bits - 127));
  const format = formats.get(type);
  return format && ((bits) => decode(bits, format));
}

function decode(bits: number, { exponent, mantissa, bias, top }: Format): number {
  const fraction = bits & ((1 << mantissa) - 1);
  const power = (bits >> mantissa) & ((1 << exponent) - 1);
  const isNegative = bits >> (exponent + mantissa) !== 0;
  const largest = (1 << exponent) - 1;
  if (top === 'unsigned-zero' && isNegative && power === 0 && fraction === 0) return Number.NaN;
  if (top === 'one-nan' && power === largest && fraction === (1 << mantissa) - 1) return Number.NaN;
  if (top === 'ieee' && power === largest && fraction !== 0) return Number.NaN;
  const magnitude =
    top === 'ieee' && power === largest
      ? Number.POSITIVE_INFINITY
      : power === 0
        ? fraction * 2 ** (1 - bias - mantissa)
        : (fraction + (1 << mantissa)) * 2 ** (power - bias - mantissa);
  return isNegative ? -magnitude : magnitude;
}
