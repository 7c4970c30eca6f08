import text from '../../../rules/estimate/time.json';
import type { Evidence } from '../../model';

/** Shares of the peak rate and of the memory bandwidth that a kind of kernel reaches, and the least that one takes. */
export interface Efficiency {
  readonly compute: number;
  readonly memory: number;
  readonly latencyUs: number;
}

/** What is known of the kernels and the runtime of a family of chips. */
export interface TimeConstants {
  readonly gemm: {
    /** 16-bit, 8-bit (with the quantisation of activations), and weights of 4 bits. */
    readonly wide: Efficiency;
    readonly narrow: Efficiency;
    readonly packed?: Efficiency | undefined;
  };
  readonly experts: Efficiency;
  readonly attention: {
    readonly prefill: number;
    /** Of the 16-bit peak, in latent attention's decode. */
    readonly latent: number;
    readonly memory: number;
    readonly latencyUs: number;
  };
  /** A norm, an activation, a rotary embedding: they are as long as their launch. */
  readonly vectorUs: number;
  readonly collective: { readonly latencyUs: number; readonly efficiency: number };
  /** Dispatch to and combination from experts on other devices. */
  readonly exchange: {
    readonly dispatchUs: number;
    readonly combineUs: number;
    readonly bytesPerSecond: number;
    readonly prefillBytesPerSecond: number;
    /** Share of the chip that prefill's exchange leaves to computing; undefined: all. */
    readonly prefillShare?: number | undefined;
  };
  /** The host prepares a layer in this time; 0 where graphs are replayed. */
  readonly hostUsPerLayer: number;
  /** The same where graphs are off; undefined: not known to differ. */
  readonly eagerUsPerLayer?: number | undefined;
  /** Scheduling and sampling per step, and per sequence of it. */
  readonly stepUs: number;
  readonly sequenceUs: number;
}

export interface ChipConstants extends TimeConstants {
  /** The family whose constants these are, where the chip has none of its own. */
  readonly borrowedFrom: string | undefined;
  readonly evidence: readonly Evidence[];
}

type Row = Partial<TimeConstants> & {
  readonly like?: string;
  readonly borrowed?: boolean;
  readonly evidence: readonly number[];
};

interface Table {
  readonly sources: readonly Evidence[];
  readonly families: Readonly<Record<string, Row>>;
}

let table: Table | undefined;
const known = new Map<string, ChipConstants>();

/** Constants of a family of chips; undefined where nothing is known of it or of a relative. */
export function timeConstants(family: string): ChipConstants | undefined {
  const found = known.get(family);
  if (found !== undefined) return found;
  table ??= JSON.parse(text.toString()) as Table;
  const rows = new Map(Object.entries(table.families));
  const own = rows.get(family);
  if (own === undefined) return undefined;
  let merged = own;
  // At most as many steps as there are rows: a circle of relatives ends.
  for (let step = 0; merged.like !== undefined && step < rows.size; step++) {
    const { like, ...rest } = merged;
    const relative = rows.get(like);
    if (relative === undefined) return undefined;
    const { like: further, ...inherited } = relative;
    merged = { ...inherited, ...rest, ...(further !== undefined && { like: further }) };
  }
  const { sources } = table;
  const constants = {
    ...(merged as unknown as TimeConstants),
    borrowedFrom: own.borrowed === true ? own.like : undefined,
    evidence: own.evidence.map((index) => sources[index]!),
  };
  known.set(family, constants);
  return constants;
}
