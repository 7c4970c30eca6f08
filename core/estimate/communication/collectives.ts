import type { Device } from '../time/device';
import type { TimedOperator } from '../time/operator';

/** From here on a sum takes two phases, and each further rank some time (all-reduce tables of H100, H200 and A100). */
const twoPhases = 256 * 1024;

/** Sum of a tensor over `ranks` devices: a ring moves 2 (n - 1) / n of it over the slowest link. */
export function allReduce(device: Device, count: number, bytes: number, ranks: number, name: string): TimedOperator {
  const { latencyUs, efficiency, hopUs } = device.constants.collective;
  const link = ranks > device.linkedDevices ? device.network : device.link;
  const moved = ((2 * (ranks - 1)) / ranks) * bytes;
  const hops = hopUs * (ranks - 1) * Math.min(1, bytes / twoPhases);
  const timeUs = latencyUs + hops + (moved / (link * efficiency)) * 1e6;
  return { name, count, kind: 'collective', flops: 0, bytes: moved, timeUs, bound: 'communication' };
}

export interface Exchange {
  readonly name: 'dispatch' | 'combine';
  readonly count: number;
  /** Tokens of one device, copies of each, and bytes of one. */
  readonly tokens: number;
  readonly copies: number;
  readonly bytesPerCopy: number;
  readonly ranks: number;
  readonly prefill: boolean;
}

/** Tokens to or from experts on other devices: a floor and a bandwidth as measured, the links within a server aside. */
export function exchange(device: Device, { name, count, tokens, copies, ...given }: Exchange): TimedOperator {
  const { dispatchUs, combineUs, bytesPerSecond, prefillBytesPerSecond } = device.constants.exchange;
  const bytes = tokens * copies * given.bytesPerCopy * (1 - 1 / given.ranks);
  const floor = name === 'dispatch' ? dispatchUs : combineUs;
  const near = given.ranks <= device.linkedDevices;
  const rate = Math.max(given.prefill ? prefillBytesPerSecond : bytesPerSecond, near ? device.link / 3 : 0);
  return {
    name,
    count,
    kind: 'exchange',
    flops: 0,
    bytes,
    timeUs: floor + (bytes / rate) * 1e6,
    bound: 'communication',
  };
}

/** A stage's activations to the next one. */
export function stageTransfer(device: Device, stages: number, bytes: number): TimedOperator {
  const { latencyUs, efficiency } = device.constants.collective;
  const timeUs = latencyUs + (bytes / (device.link * efficiency)) * 1e6;
  return { name: 'pipeline', count: stages - 1, kind: 'collective', flops: 0, bytes, timeUs, bound: 'communication' };
}
