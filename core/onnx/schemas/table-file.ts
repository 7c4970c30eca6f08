import type { AttributeType } from './schema';

export type ParameterRow = readonly [name: string, type: string, option?: 1 | 2, homogeneous?: 0 | 1, minimum?: number];
export type AttributeRow = readonly [name: string, type: AttributeType, required?: 0 | 1, defaultValue?: unknown];
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
  readonly typeLists: Rows<readonly number[]>;
  readonly constraints: Rows<readonly [name: string, typeList: number]>;
  readonly parameters: Rows<ParameterRow>;
  readonly attributes: Rows<AttributeRow>;
  /** In the bundles the rows alone, and what they are of, as `domain:name`, in `operatorKeys`. */
  readonly operators: readonly (readonly [domain: string, name: string, rows: readonly SchemaRow[]])[] | string;
  readonly operatorKeys?: string;
}

/** In the bundles the rows are JSON, a bar between them (build.mjs), since a run asks for few of them. */
export type Rows<Row> = readonly Row[] | string;

/** Bits of a {@link SchemaRow}'s `flags`. */
export const flag = { onnxruntime: 1, deprecated: 2, experimental: 4, infersTypes: 8, isFunction: 16 };
