import type { Localized } from '../../model';
import { type ChipConstants, withConstants } from '../time/constants';
import type { Device } from '../time/device';
import { type ConstantName, type ConstantUnit, constantNames, scales, unitOfPath } from './names';

/** Constants by name, in the unit of the name: `{ 'memory.efficiency': 0.8, 'collective.floor': 30 }`. */
export type ConstantChanges = Readonly<Record<string, number>>;

/** Spellings of units that a value may carry. */
const units: ReadonlyMap<string, ConstantUnit> = new Map([
  ['us', 'us'],
  ['µs', 'us'],
  ['%', 'share'],
  ['gb/s', 'GB/s'],
  ['gib', 'GiB'],
  ['tflops', 'TFLOPS'],
]);

export interface ReadChange {
  readonly name: string;
  /** In the unit of the name. */
  readonly value: number;
}

/** Reads `NAME=VALUE`, where the value may carry its unit: `collective.floor=30us`, `memory.efficiency=80%`. */
export function readConstantChange(given: string): ReadChange | { readonly problem: Localized } {
  const match = /^\s*([\w.]+)\s*=\s*([-+]?[\d.]+(?:e[-+]?\d+)?)\s*(\S*)\s*$/i.exec(given);
  if (match === null) {
    return {
      problem: {
        en: `"${given}" is not NAME=VALUE, as in memory.efficiency=0.8.`,
        zh: `“${given}”不是 名称=数值 的形式，例如 memory.efficiency=0.8。`,
      },
    };
  }
  const [, name = '', digits = '', suffix = ''] = match;
  const unit = unitOf(name);
  if (suffix !== '' && units.get(suffix.toLowerCase()) !== unit) {
    return {
      problem: {
        en: `${name} is given in ${unit}, not in ${suffix}.`,
        zh: `${name} 的单位是 ${unit}，不是 ${suffix}。`,
      },
    };
  }
  const value = Number(digits) / (suffix === '%' ? 100 : 1);
  const problem = problemOfChange(name, value);
  return problem === undefined ? { name, value } : { problem };
}

function named(name: string): ConstantName | undefined {
  return constantNames().find((one) => one.name === name);
}

function unitOf(name: string): ConstantUnit {
  return named(name)?.unit ?? unitOfPath(name);
}

/** Why a change cannot be made; undefined where it can. `constants` tells whether a path exists; without it any may. */
export function problemOfChange(name: string, value: number, constants?: ChipConstants): Localized | undefined {
  const isPath = constants === undefined ? /^[\w]+(\.\w+)*$/.test(name) : constants.rows.has(name);
  if (named(name) === undefined && !isPath) {
    const list = constantNames().map((one) => one.name);
    return {
      en: `There is no constant ${name}. Names: ${list.join(', ')}; or a path such as gemm.wide.memory.`,
      zh: `没有名为 ${name} 的常数。可用名称：${list.join('、')}；或 gemm.wide.memory 这类路径。`,
    };
  }
  const unit = unitOf(name);
  const isRate = unit === 'GB/s' || unit === 'TFLOPS' || name === 'memory.capacity';
  const most = unit === 'share' ? 1 : 1e9;
  const least = isRate || /efficiency$/.test(name) ? Number.MIN_VALUE : 0;
  if (Number.isFinite(value) && value >= least && value <= most) return undefined;
  const range = unit === 'share' ? '0–1' : isRate ? `> 0 ${unit}` : `≥ 0 ${unit}`;
  return { en: `${name} = ${value} is out of range (${range}).`, zh: `${name} = ${value} 超出范围（${range}）。` };
}

/** The first problem of some changes. */
export function problemOfChanges(changes: ConstantChanges, constants: ChipConstants): Localized | undefined {
  for (const [name, value] of Object.entries(changes)) {
    const problem = problemOfChange(name, value, constants);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** A device with constants changed. Changes of memory are `memoryChanges`'. */
export function changedDevice(device: Device, changes: ConstantChanges): Device {
  if (Object.keys(changes).length === 0) return device;
  const paths = new Map<string, number>();
  let made = device;
  for (const [name, value] of Object.entries(changes)) {
    const known = named(name);
    const scaled = value * scales[unitOf(name)];
    if (known?.device === 'peak') {
      made = { ...made, peak: scaled, linearPeak: made.linearPeak * (scaled / made.peak) };
    } else if (known?.device !== undefined) made = { ...made, [known.device]: scaled };
    else if (known?.paths !== undefined) {
      const pattern = new RegExp(known.paths);
      for (const path of device.constants.rows.keys()) if (pattern.test(path)) paths.set(path, scaled);
    } else if (known === undefined) paths.set(name, scaled);
  }
  return { ...made, constants: withConstants(device.constants, paths) };
}

/** Bytes of memory and of the runtime's reserve, where they are changed. */
export function memoryChanges(changes: ConstantChanges): { capacity?: number; reserve?: number } {
  const { 'memory.capacity': capacity, 'memory.reserve': reserve } = changes;
  return {
    ...(capacity !== undefined && { capacity: capacity * scales.GiB }),
    ...(reserve !== undefined && { reserve: reserve * scales.GiB }),
  };
}
