import type { Integer } from './dimension';
import type { ElementType } from './element-type';
import type { NameId } from './names';

/** A tensor in a file: what describes it, and its payload only where that is small. */
export interface Tensor {
  readonly name: string;
  readonly id: NameId;
  readonly elementType: ElementType;
  readonly dims: readonly Integer[];
  /** Offset of the tensor's message in the file. */
  readonly byteOffset: number;
  /** Set where the payload lies in another file: the entries of external_data, as written. */
  readonly external?: ReadonlyMap<string, string> | undefined;
  /** Bytes of payload in this file (raw_data, or the typed field's values as they lie in the file). */
  readonly payloadBytes: number;
  /**
   * The elements, where the reader kept the payload (at most 1 KB, or an integer tensor that shape inference may need);
   * numbers for floats and small integers, bigint beyond 2^53, strings for STRING. Undefined otherwise.
   */
  readonly elements?: readonly (Integer | string)[] | undefined;
  /** The payload fields that are not empty, for whoever checks them; a valid tensor has at most one. */
  readonly payload?: readonly PayloadField[] | undefined;
  readonly docString?: string | undefined;
  readonly metadata?: ReadonlyMap<string, string> | undefined;
}

/** A field that can hold a tensor's elements, as the file sets it. */
export interface PayloadField {
  readonly field:
    | 'raw_data'
    | 'float_data'
    | 'int32_data'
    | 'string_data'
    | 'int64_data'
    | 'double_data'
    | 'uint64_data';
  /** Bytes of raw_data, values of the others; undefined where only reading a large payload would tell. */
  readonly count: number | undefined;
  /** Bytes in the file. */
  readonly bytes: number;
}

export interface SparseTensor {
  readonly values: Tensor;
  readonly indices: Tensor;
  readonly dims: readonly Integer[];
  readonly byteOffset: number;
  /** The parts that the file leaves out; an empty tensor stands for them. */
  readonly lacks?: readonly ('values' | 'indices')[] | undefined;
}
