/** Precisions in which a chip computes. */
export type Precision = 'f32' | 'tf32' | 'f16' | 'bf16' | 'fp8' | 'fp4' | 'int8' | 'int4' | 'f64';

/** Bits that a number takes in memory. */
export const precisionBits: Readonly<Record<Precision, number>> = {
  f64: 64,
  f32: 32,
  tf32: 32,
  f16: 16,
  bf16: 16,
  fp8: 8,
  int8: 8,
  fp4: 4,
  int4: 4,
};
