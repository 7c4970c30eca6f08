import type { AttributeType } from './schema';

export type ParameterRow = readonly [name: string, type: string, option?: 1 | 2, homogeneous?: 0 | 1, minimum?: number];
export type AttributeRow = readonly [name: string, type: AttributeType, required?: 0 | 1, defaultValue?: unknown];
export type ConstraintRow = readonly [name: string, typeList: number];
export type SchemaRow = readonly [
  since: number,
  flags: number,
  minInputs: number,
  maxInputs: number | null,
  minOutputs: number,
  maxOutputs: number | null,
  inputs: readonly number[],
  outputs: readonly number[],
  attributes: readonly number[],
  constraints: readonly number[],
];

/** The table as scripts/generate-schemas.ts writes it. Rows of an operator ascend by `since`. */
export interface TableFile {
  readonly sources: { readonly onnx: string; readonly onnxruntime: string };
  readonly latest: readonly (readonly [domain: string, opset: number])[];
  readonly typeNames: readonly string[];
  readonly typeLists: readonly (readonly number[])[];
  readonly constraints: readonly ConstraintRow[];
  readonly parameters: readonly ParameterRow[];
  readonly attributes: readonly AttributeRow[];
  /** By `domain:name`; no domain of the table has a colon. */
  readonly operators: Readonly<Record<string, readonly SchemaRow[]>>;
}

/** Bits of a {@link SchemaRow}'s `flags`. */
export const flag = { onnxruntime: 1, deprecated: 2, experimental: 4, infersTypes: 8, isFunction: 16 };
