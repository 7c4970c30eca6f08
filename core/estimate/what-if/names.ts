import text from '../../../rules/estimate/what-if.json';
import type { Localized } from '../../model';

export type ConstantUnit = 'share' | 'us' | 'GB/s' | 'GiB' | 'TFLOPS' | 'number';

/** A name by which constants of an estimate can be changed. */
export interface ConstantName {
  readonly name: string;
  readonly unit: ConstantUnit;
  /** A pattern of the constants' paths that it stands for. */
  readonly paths?: string | undefined;
  /** A property of the device instead. */
  readonly device?: 'bandwidth' | 'peak' | 'link' | 'network' | undefined;
  /** A property of its memory instead. */
  readonly memory?: 'capacity' | 'reserve' | undefined;
  readonly says: Localized;
}

let names: readonly ConstantName[] | undefined;

/** The documented names, with unit and meaning: rules/estimate/what-if.json. */
export function constantNames(): readonly ConstantName[] {
  names ??= (JSON.parse(text.toString()) as { names: readonly ConstantName[] }).names;
  return names;
}

/** What multiplies a value in the unit of a name to the unit of the model: bytes, and bytes or operations per second. */
export const scales: Readonly<Record<ConstantUnit, number>> = {
  share: 1,
  us: 1,
  number: 1,
  'GB/s': 1e9,
  TFLOPS: 1e12,
  GiB: 2 ** 30,
};

/** The unit of a path of rules/estimate/time, by how it ends. */
export function unitOfPath(path: string): ConstantUnit {
  if (/(Us|UsPerLayer)$/.test(path)) return 'us';
  if (/BytesPerSecond$|bytesPerSecond$/.test(path)) return 'GB/s';
  return /(knee|Knee|padding|routingPs)$/.test(path) ? 'number' : 'share';
}
