import type { Evidence } from './evidence';
import type { Localized } from './localized';
import type { CheckpointRoute, GraphRoute, ScriptRoute } from './route';

export type Vendor = 'sophgo' | 'huawei' | 'nvidia';

/** A figure with where it comes from. */
export interface Figure<T> {
  readonly value: T;
  readonly evidence: readonly Evidence[];
  readonly note?: Localized | undefined;
}

/** Precisions in which a chip computes. */
export type Precision = 'f32' | 'tf32' | 'f16' | 'bf16' | 'fp8' | 'int8' | 'int4' | 'f64';

/** What one device is made of. A device is a chip as its own software counts it. */
export interface Chip {
  readonly id: string;
  readonly name: string;
  readonly vendor: Vendor;
  /** The name by which tables address it: `bm1690`, `910B`, ... */
  readonly family: string;
  /** Dense peak rates, in 10^12 operations (2 x MAC) per second. */
  readonly peak: Readonly<Partial<Record<Precision, Figure<number>>>>;
  /** Device memory, bytes. */
  readonly memoryBytes?: Figure<number> | undefined;
  /** Bytes that a model can use under the documented setting, where it is less. */
  readonly usableMemoryBytes?: Figure<number> | undefined;
  /** Bytes per second. */
  readonly memoryBandwidth?: Figure<number> | undefined;
  /** Precisions for which the chip has no arithmetic, with evidence. */
  readonly lacks: Readonly<Partial<Record<Precision, Figure<true>>>>;
}

/** A product that one can buy, or a chip by itself. */
export interface Target {
  readonly id: string;
  readonly name: Localized;
  readonly vendor: Vendor;
  /** The id of its chip. */
  readonly chip: string;
  /** How many chips the product has. */
  readonly devices: number;
  readonly evidence: readonly Evidence[];
  /** Of each input; the first is the default. NVIDIA parts have none: they are there for estimates. */
  readonly routes: {
    readonly graph: readonly GraphRoute[];
    readonly script: readonly ScriptRoute[];
    readonly checkpoint: readonly CheckpointRoute[];
  };
}
