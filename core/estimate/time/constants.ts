import type { Evidence } from '../../model';
import { type ConstantRow, type Engine, familyConstants } from './constant-rows';

/** Shares of the peak rate and of the memory bandwidth that a kind of kernel reaches, and the least that one takes. */
export interface Efficiency {
  readonly compute: number;
  readonly memory: number;
  readonly latencyUs: number;
  /** Rows of the input at which half of `compute` is reached. */
  readonly knee?: number | undefined;
  /** Bytes per element of the input that a kernel of its own moves to quantise it; undefined: the figures include it. */
  readonly quantisedBytes?: number | undefined;
}

export interface ExpertEfficiency extends Efficiency {
  /** Rows by which the tiles of a busy expert are padded. */
  readonly padding?: number | undefined;
  /** Picoseconds per element of the hidden size and visit: permutation, quantisation, addition of the results. */
  readonly routingPs?: number | undefined;
}

/** Kernels by the numbers they multiply; a kind that is not known is like the one before it. */
export interface ByFormat<T> {
  /** 16-bit. */
  readonly wide: T;
  /** 8-bit with the quantisation of activations. */
  readonly narrow?: T | undefined;
  /** FP8 with a scale per block of 128 x 128. */
  readonly block?: T | undefined;
  /** 4-bit weights, 16-bit activations. */
  readonly packed?: T | undefined;
}

/** What is known of the kernels and the runtime of a family of chips. */
export interface TimeConstants {
  readonly gemm: ByFormat<Efficiency>;
  readonly experts: ByFormat<ExpertEfficiency>;
  readonly attention: {
    readonly prefill: number;
    /** Tokens of a sequence at which half of `prefill` is reached. */
    readonly prefillKnee: number;
    readonly prefillLatencyUs?: number | undefined;
    /** Of the 16-bit peak, in latent attention's decode. */
    readonly latent: number;
    readonly latentMemory?: number | undefined;
    readonly latentLatencyUs?: number | undefined;
    readonly memory: number;
    /** The same share where the cache has 8 bits. */
    readonly narrowMemory?: number | undefined;
    readonly latencyUs: number;
  };
  /** The share of a kernel's floor that remains where a replayed graph launches it. */
  readonly graphFloor: number;
  /** 1 where graphs are replayed for decoding alone, and the host launches every step that carries prefill. */
  readonly graphsDecodeOnly: number;
  /** A norm, an activation, a rotary embedding: they are as long as their launch. */
  readonly vectorUs: number;
  /** How many of them stand around the attention of a layer. */
  readonly vectorKernels: number;
  readonly collective: {
    readonly latencyUs: number;
    readonly efficiency: number;
    /** Further microseconds for each rank beyond the first, of messages over 256 KiB. */
    readonly hopUs: number;
  };
  /** Dispatch to and combination from experts on other devices. */
  readonly exchange: {
    readonly dispatchUs: number;
    readonly combineUs: number;
    readonly bytesPerSecond: number;
    readonly prefillBytesPerSecond: number;
    /** Share of the chip that prefill's exchange leaves to computing; undefined: all. */
    readonly prefillShare?: number | undefined;
    /** Share of the shorter of computing and exchanging that two micro-batches cannot hide behind the longer. */
    readonly exposed: number;
  };
  /** The host prepares a layer in this time; 0 where graphs are replayed. */
  readonly hostUsPerLayer: number;
  /** The same where graphs are off; undefined: not known to differ. */
  readonly eagerUsPerLayer?: number | undefined;
  /** Scheduling and sampling per step, and per sequence of it. */
  readonly stepUs: number;
  readonly sequenceUs: number;
  /** 1 where prefill shares steps with decoding, 0 where it has steps of its own. */
  readonly mixesPrefill: number;
}

export interface ChipConstants extends TimeConstants {
  /** The family whose constants these are, where the chip has none of its own. */
  readonly borrowedFrom: string | undefined;
  readonly evidence: readonly Evidence[];
  /** Each constant with its evidence, or the reason why it is assumed. */
  readonly rows: ReadonlyMap<string, ConstantRow>;
}

const known = new Map<string, ChipConstants | undefined>();

/** Constants of a family of chips under an engine; undefined where nothing is known of it or of a relative. */
export function timeConstants(family: string, engine?: Engine): ChipConstants | undefined {
  const key = `${family} ${engine}`;
  if (!known.has(key)) known.set(key, built(family, engine));
  return known.get(key);
}

function built(family: string, engine: Engine | undefined): ChipConstants | undefined {
  const found = familyConstants(family, engine);
  if (found === undefined) return undefined;
  const evidence = new Set([...found.rows.values()].flatMap((row) => row.evidence));
  return { ...found, ...nested(found.rows), evidence: [...evidence] };
}

/** Rows by path, as `gemm.wide.memory`, in the form of objects in objects. */
function nested(rows: FamilyRows): TimeConstants {
  const root: Record<string, unknown> = {};
  for (const { path, value } of rows.values()) {
    const names = path.split('.');
    const last = names.pop()!;
    let holder = root;
    for (const name of names) holder = (holder[name] ??= {}) as Record<string, unknown>;
    holder[last] = value;
  }
  return root as unknown as TimeConstants;
}

type FamilyRows = ReadonlyMap<string, ConstantRow>;

/** Constants with some of them changed, by path. Paths that are not there are left out. */
export function withConstants(constants: ChipConstants, changes: ReadonlyMap<string, number>): ChipConstants {
  if (changes.size === 0) return constants;
  const rows = new Map(constants.rows);
  for (const [path, value] of changes) {
    const row = rows.get(path);
    if (row !== undefined) rows.set(path, { ...row, value });
  }
  return { ...constants, ...nested(rows), rows };
}
