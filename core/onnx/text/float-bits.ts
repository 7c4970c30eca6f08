/**
 * The code of a float of at most 16 bits, found by what its codes decode to: those of non-negative values ascend in all
 * of ONNX's formats. Undefined where no code decodes to the value.
 */
export function bitsOfFloat(value: number, bits: number, decode: (code: number) => number): number | undefined {
  const sign = 1 << (bits - 1);
  const isSigned = !(decode(sign) > 0);
  const codes = isSigned ? sign : sign * 2;
  if (Number.isNaN(value)) return nanCode(codes, isSigned ? sign : undefined, decode);
  const magnitude = Math.abs(value);
  let low = 0;
  let high = codes - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    // NaN codes lie above all others.
    if (decode(middle) < magnitude) low = middle + 1;
    else high = middle;
  }
  if (decode(low) !== magnitude) return undefined;
  const isNegative = value < 0 || Object.is(value, -0);
  return isNegative && isSigned ? low | sign : low;
}

/** The quiet NaN of the format: the middle one of IEEE formats, the last code or negative zero of the others. */
function nanCode(
  codes: number,
  negativeZero: number | undefined,
  decode: (code: number) => number,
): number | undefined {
  if (negativeZero !== undefined && Number.isNaN(decode(negativeZero))) return negativeZero;
  let code = codes - 1;
  if (!Number.isNaN(decode(code))) return undefined;
  while (Number.isNaN(decode(code - 1))) code -= 1;
  return code;
}
