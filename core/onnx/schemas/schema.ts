import type { AttributeValue } from '../../model';

/** An input or output of an operator. */
export interface Parameter {
  readonly name: string;
  /** A name of {@link OperatorSchema.typeConstraints}, or a type such as `tensor(int64)`. */
  readonly type: string;
  /** The types that it may have, such as `tensor(float)` or `seq(tensor(int64))`. Empty: any. */
  readonly types: readonly string[];
  /** `variadic` only as the last one: it stands for any further values. */
  readonly option: 'single' | 'optional' | 'variadic';
  /** Of a variadic parameter: whether all of its values have one type. */
  readonly homogeneous: boolean;
  /** Of a variadic parameter: how many values it needs. */
  readonly minimum: number;
}

export type AttributeType = Exclude<AttributeValue['kind'], 'reference' | 'undefined'>;

export interface AttributeSchema {
  readonly name: string;
  readonly type: AttributeType;
  readonly required: boolean;
  readonly defaultValue: AttributeValue | undefined;
}

/** What an operator is from version `since` of its domain on, until its next schema. */
export interface OperatorSchema {
  /** '' for the standard domain. */
  readonly domain: string;
  readonly name: string;
  readonly since: number;
  /** Who registers it: ONNX itself, or ONNX Runtime (`com.microsoft`, and operators that it adds to the standard domain). */
  readonly origin: 'onnx' | 'onnxruntime';
  /** The operator must not be used from this version on. */
  readonly deprecated: boolean;
  readonly experimental: boolean;
  readonly inputs: readonly Parameter[];
  readonly outputs: readonly Parameter[];
  readonly minInputs: number;
  /** Undefined where there is no limit. */
  readonly maxInputs: number | undefined;
  readonly minOutputs: number;
  readonly maxOutputs: number | undefined;
  readonly attributes: ReadonlyMap<string, AttributeSchema>;
  /** The types that each type variable of the parameters stands for. */
  readonly typeConstraints: ReadonlyMap<string, readonly string[]>;
  /** Whether ONNX (or ONNX Runtime) has an inference function for it. */
  readonly infersTypes: boolean;
  /** Whether ONNX defines it by a function body, so that a runtime may expand it. */
  readonly isFunction: boolean;
}
