import { readFileSync } from 'node:fs';
import { type Engine, type EstimateRequest, estimate, validationClass, type WeightChoice } from '../../core/estimate';
import { findTarget } from '../../core/targets';
import type { Measurement } from './measurement';
import { type Models, quantized } from './serving-rows';

interface Entry {
  readonly id: string;
  readonly model: string;
  readonly hardware: string;
  readonly dtype: string;
  readonly parallel: string;
  readonly batch: number;
  readonly isl: number;
  readonly osl: number;
  readonly metrics: { readonly tpot_ms?: number; readonly ttft_ms?: number };
}

/** The shapes that models of these names have in the facts. */
const sameShape = new Map([
  ['meta-llama/Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B'],
  ['nvidia/Llama-3.1-8B-Instruct-FP8', 'meta-llama/Llama-3.1-8B'],
  ['moonshotai/Kimi-K2.5', 'moonshotai/Kimi-K2-Instruct'],
]);

/** Weights of a number format as the entries name it; an empty one is the checkpoint's own, BF16. */
const formats = new Map<string, WeightChoice>([
  ['', 'bf16'],
  ['int4', 'w4-experts'],
]);

/**
 * Serving results of facts/llm/measurements.json that are not among the serving rows: models or formats that these do not
 * have. They calibrate nothing. Left out by the same rules as serving rows are.
 */
export function furtherRows(file: string, models: Models, known: ReadonlySet<string>): Measurement[] {
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: readonly Entry[] };
  return entries.flatMap((entry) => {
    const id = entry.id.slice('IX-'.length);
    if (!entry.id.startsWith('IX-') || known.has(id)) return [];
    const model = models.get(sameShape.get(entry.model) ?? entry.model);
    const target = findTarget(`nvidia-${entry.hardware.replace('_sxm', '')}`);
    const plan = planOf(entry.parallel);
    const measured = entry.metrics.tpot_ms;
    if (model === undefined || target === undefined || plan === undefined || measured === undefined) return [];
    const weights = formats.get(entry.dtype);
    if (weights === undefined && entry.dtype !== 'fp8') return [];
    const request: EstimateRequest = {
      model: weights === undefined ? quantized(model, 'per tensor') : model,
      target,
      plan,
      weights,
      engine: / (trtllm|vllm|sglang) /.exec(entry.parallel)?.[1] as Engine,
      prompt: entry.isl,
      output: entry.osl,
      concurrency: entry.batch,
    };
    const { estimate: made } = estimate(request);
    const queued = (entry.metrics.ttft_ms ?? 0) > measured * entry.osl;
    if (queued || /_c_/.test(id) || made === undefined || made.memory.headroomBytes < 0) return [];
    const where = {
      id: `IX-${shortened(entry)}`,
      model: entry.model,
      group: entry.id,
      class: validationClass(request),
    };
    return [{ ...where, calibrates: false, inTable: false, measured, unit: 'ms', request }];
  });
}

/** `TP2.0 attnDP1.0 moeTP2.0 EP1.0 vllm (...)`; undefined where attention is data-parallel or nothing can be read. */
function planOf(parallel: string): EstimateRequest['plan'] | undefined {
  const [, tensor, data, , expert] = /^TP([\d.]+) attnDP([\d.]+) moeTP([\d.]+) EP([\d.]+) /.exec(parallel) ?? [];
  if (tensor === undefined || data === undefined || Number(data) !== 1) return undefined;
  return { devices: Number(tensor), tensor: Number(tensor), pipeline: 1, expert: Number(expert), data: 1 };
}

function shortened({ model, hardware, dtype, parallel, batch, isl, osl }: Entry): string {
  const engine = / (trtllm|vllm|sglang) /.exec(parallel)?.[1] ?? '';
  const name = model.slice(model.indexOf('/') + 1);
  return [
    name,
    dtype || 'bf16',
    hardware.replace('_sxm', ''),
    engine,
    `tp${planOf(parallel)?.tensor}`,
    `${isl}x${osl}`,
    `c${batch}`,
  ].join('-');
}
