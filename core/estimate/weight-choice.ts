import type { ModelDescription, Part, Storage, Weight, WeightFormat } from '../llm';
import { weightBytes } from '../llm';
import type { Target } from '../model';
import { chipOf } from '../targets';

/** Names of the ways in which weights are deployed. */
export type WeightChoice = 'bf16' | 'fp8' | 'int8' | 'w4' | 'w4-experts';

const fp8: WeightFormat = { kind: 'block', bits: 8, rows: 128, columns: 128, scaleBytes: 4 };
const int8: WeightFormat = { kind: 'channel', bits: 8, scaleBytes: 4 };
/** Groups of 128 with one 16-bit scale: 0.516 bytes per weight. */
const w4: WeightFormat = { kind: 'group', bits: 4, size: 128, scaleBytes: 2, zeroBits: 0, orderBytes: 0 };

const formats: Readonly<Record<WeightChoice, { readonly format: WeightFormat | undefined; readonly only?: Part }>> = {
  bf16: { format: undefined },
  fp8: { format: fp8 },
  int8: { format: int8 },
  w4: { format: w4 },
  'w4-experts': { format: w4, only: 'experts' },
};

/** Bytes of a weight as it is deployed: as chosen, or as the checkpoint has it. */
export function deployedBytes(model: ModelDescription, choice: WeightChoice | undefined): (weight: Weight) => number {
  const plain = model.storage === 'f32' ? 'bf16' : model.storage;
  if (choice === undefined) {
    const storage: Storage = { plain, quantized: model.quantization?.format };
    return (weight) => weightBytes(weight, storage);
  }
  const { format, only } = formats[choice];
  return (weight) =>
    weightBytes(weight, { plain, quantized: only === undefined || weight.part === only ? format : undefined });
}

/** How the checkpoint's own weights are called; undefined where their format is not known. */
export function checkpointChoice({ quantization }: ModelDescription): WeightChoice | undefined {
  if (quantization === undefined) return 'bf16';
  const { format } = quantization;
  if (format === undefined) return undefined;
  if (format.bits === 4) return 'w4';
  return quantization.activations === 'fp8' ? 'fp8' : 'int8';
}

/**
 * The checkpoint's own weights where the target deploys them, otherwise the nearest: Ascend 910B and 910C refuse FP8
 * (W8A8 instead), and NVIDIA parts before Hopper have no arithmetic of it. Undefined where the format is not known.
 */
export function deployableChoice(model: ModelDescription, target: Target): WeightChoice | undefined {
  const own = checkpointChoice(model);
  if (own !== 'fp8') return own;
  const chip = chipOf(target);
  return chip.peak.fp8 === undefined || chip.lacks.fp8 !== undefined ? 'int8' : own;
}
