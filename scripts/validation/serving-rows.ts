import { readFileSync } from 'node:fs';
import { type EstimateRequest, estimate, validationClass } from '../../core/estimate';
import { type ModelDescription, readModelDescription } from '../../core/llm';
import { findTarget } from '../../core/targets';
import type { Measurement } from './measurement';

/** Names of the serving rows for models that the facts describe under another. */
const aliases = new Map([
  ['Qwen/Qwen3-235B-A22B-FP8', 'Qwen/Qwen3-235B-A22B'],
  ['meta-llama/Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B'],
]);

export type Models = ReadonlyMap<string, ModelDescription>;

export function readModels(file: string): Models {
  const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, { config?: unknown }>);
  const models = new Map<string, ModelDescription>();
  for (const [name, { config }] of entries) {
    const { description } = readModelDescription(JSON.stringify(config));
    if (description !== undefined) models.set(name, description);
  }
  return models;
}

/**
 * Aggregated serving on H100 and H200. H100 rows calibrate, H200 rows report: another chip, and three of the models are
 * on it alone. Rows that the estimate says do not fit, or whose requests wait longer for the first token than for all
 * others, measure a queue and are left out by that rule, whatever their error.
 */
export function servingRows(file: string, models: Models): Measurement[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const names = header.trim().split(',');
  const rows: Measurement[] = [];
  // R1 and V3 are one architecture, and the same runs are listed under both names: each is counted once.
  const seen = new Set<string>();
  for (const line of lines) {
    const cells = new Map(line.split(',').map((cell, index) => [names[index], cell] as const));
    const number = (name: string) => Number(cells.get(name));
    const path = cells.get('model_path') ?? '';
    const model = models.get(aliases.get(path) ?? path);
    const system = (cells.get('system') ?? '').replace('_sxm', '');
    const target = findTarget(`nvidia-${system}`);
    if (model === undefined || target === undefined) continue;
    const tensor = number('tp_size');
    const request: EstimateRequest = {
      model,
      target,
      plan: { devices: tensor, tensor, pipeline: 1, expert: number('moe_ep_size'), data: 1 },
      weights: 'fp8',
      prompt: number('isl'),
      output: number('osl'),
      concurrency: number('conc'),
    };
    const queued = number('silicon_ttft_ms') > number('silicon_tpot_ms') * number('osl');
    const run = [...names.slice(4).map((name) => cells.get(name)), model.architecture].join();
    if (seen.has(run)) continue;
    seen.add(run);
    const { estimate: made } = estimate(request);
    if (queued || made === undefined || made.memory.headroomBytes < 0) continue;
    rows.push({
      id: cells.get('id') ?? '',
      class: validationClass(request),
      calibration: system === 'h100',
      measured: number('silicon_tpot_ms'),
      unit: 'ms',
      request,
    });
  }
  return rows;
}
