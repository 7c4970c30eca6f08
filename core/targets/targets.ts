import type { Chip, Figure, StoredText, Target } from '../model';
import { chipFiles, targetFiles } from './files.generated';
import { readTable } from './sources';

const chips = new Map<string, Chip>();
const targets = new Map<string, Target>();

/** Every target, products before bare chips. */
export function allTargets(): readonly Target[] {
  return [...targetFiles.keys()].map((id) => findTarget(id)!);
}

export function findTarget(id: string): Target | undefined {
  return parsed(id, targetFiles, targets);
}

/** The chip that a target is made of. */
export function chipOf(target: Target): Chip {
  const chip = parsed(target.chip, chipFiles, chips);
  if (chip === undefined) throw new Error(`no table of the chip ${target.chip}`);
  return chip;
}

export function allChips(): readonly Chip[] {
  return [...chipFiles.keys()].map((id) => parsed(id, chipFiles, chips)!);
}

/** Memory of one device of a target. Undefined where no source tells. */
export interface DeviceMemory {
  readonly bytes: Figure<number> | undefined;
  /** What a model can use of it under the documented setting; `bytes` where nothing less is documented. */
  readonly usableBytes: Figure<number> | undefined;
  /** Bytes per second. */
  readonly bandwidth: Figure<number> | undefined;
}

export function deviceMemory(target: Target): DeviceMemory {
  const chip = chipOf(target);
  const bytes = target.memoryBytes ?? chip.memoryBytes;
  return {
    bytes,
    usableBytes: target.memoryBytes ?? chip.usableMemoryBytes ?? chip.memoryBytes,
    bandwidth: target.memoryBandwidth ?? chip.memoryBandwidth,
  };
}

function parsed<T>(id: string, files: ReadonlyMap<string, StoredText>, known: Map<string, T>): T | undefined {
  const found = known.get(id);
  if (found !== undefined) return found;
  const text = files.get(id);
  if (text === undefined) return undefined;
  const value = readTable<T>(text);
  known.set(id, value);
  return value;
}
