import type { Evidence } from './evidence';
import type { Localized } from './localized';
import type { Precision } from './precision';
import type { CheckpointRoute, GraphRoute, ScriptRoute } from './route';

export type Vendor = 'sophgo' | 'huawei' | 'nvidia';

/** A figure with where it comes from. */
export interface Figure<T> {
  readonly value: T;
  readonly evidence: readonly Evidence[];
  readonly note?: Localized | undefined;
  /** What other sources say, where they disagree. */
  readonly others?: readonly Figure<T>[] | undefined;
}

export type Rates = Readonly<Partial<Record<Precision, Figure<number>>>>;

/** A way from a device to others, or to the host. */
export interface Link {
  readonly name: string;
  /** What it joins: the dies of a package, the devices of a server, servers, or device and host. */
  readonly scope: 'package' | 'node' | 'cluster' | 'host';
  /** Bytes per second and device, in one direction. */
  readonly bandwidth?: Figure<number> | undefined;
  /** Seconds. */
  readonly latency?: Figure<number> | undefined;
  /** How many devices it joins at most. */
  readonly devices?: number | undefined;
  readonly note?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

/** What one device is made of. A device is a chip as its own software counts it. */
export interface Chip {
  readonly id: string;
  readonly name: string;
  readonly vendor: Vendor;
  /** The name by which tables address it: `bm1690`, `910B`, ... */
  readonly family: string;
  /** Dense peak rates, in 10^12 operations (2 x MAC) per second. */
  readonly peak: Rates;
  /** Device memory, bytes. */
  readonly memoryBytes?: Figure<number> | undefined;
  /** Bytes that a model can use under the documented setting, where it is less. */
  readonly usableMemoryBytes?: Figure<number> | undefined;
  /** Bytes per second. */
  readonly memoryBandwidth?: Figure<number> | undefined;
  /** Precisions for which the chip has no arithmetic, with evidence. */
  readonly lacks: Readonly<Partial<Record<Precision, Figure<true>>>>;
  /** How command lines and configuration files call it: `bm1690`, `Ascend910B2`, ... */
  readonly toolNames: readonly string[];
  /** Peak rates of the vector units, where they are separate from the matrix units of `peak`. */
  readonly vectorPeak?: Rates | undefined;
  /** What the vendor's sheets state, where that counts more than the matrix units. */
  readonly claimedPeak?: Rates | undefined;
  readonly cores?: Figure<number> | undefined;
  readonly vectorCores?: Figure<number> | undefined;
  /** Hertz. */
  readonly clock?: Figure<number> | undefined;
  /** Memory on the chip that all cores share (L2): bytes, and bytes per second. */
  readonly sharedCacheBytes?: Figure<number> | undefined;
  readonly sharedCacheBandwidth?: Figure<number> | undefined;
  /** Bytes of a core's own memories by name: `local` (Sophgo LMEM), `l0a`, `l0b`, `l0c`, `l1`, `ub` (Ascend). */
  readonly coreMemoryBytes?: Readonly<Record<string, Figure<number>>> | undefined;
  /** Constants of the chip's compiler, under their names there. */
  readonly compilerConstants?: Readonly<Record<string, Figure<number | boolean>>> | undefined;
  /** What other performance models assume: efficiencies as fractions, times in seconds. */
  readonly assumptions?: Readonly<Record<string, Figure<number>>> | undefined;
  readonly links?: readonly Link[] | undefined;
  readonly notes?: readonly Localized[] | undefined;
  readonly evidence: readonly Evidence[];
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
  /** Memory of one device, where the product and not the chip decides it. Ask through `deviceMemory`. */
  readonly memoryBytes?: Figure<number> | undefined;
  readonly memoryBandwidth?: Figure<number> | undefined;
  /** Watts, of the whole product. */
  readonly power?: Figure<number> | undefined;
  /** Links of the product; the chip's hold where it has none. */
  readonly links?: readonly Link[] | undefined;
  readonly notes?: readonly Localized[] | undefined;
  readonly evidence: readonly Evidence[];
  /** Of each input; the first is the default. NVIDIA parts have none: they are there for estimates. */
  readonly routes: {
    readonly graph: readonly GraphRoute[];
    readonly script: readonly ScriptRoute[];
    readonly checkpoint: readonly CheckpointRoute[];
  };
}
