import { readFileSync } from 'node:fs';
import { type Engine, type EstimateRequest, estimate, validationClass } from '../../core/estimate';
import { type CacheType, type ModelDescription, readModelDescription, type WeightFormat } from '../../core/llm';
import { findTarget } from '../../core/targets';
import deploymentText from './deployments.json';
import type { Measurement } from './measurement';

/** Names of the serving rows for models that the facts describe under another. */
const aliases = new Map([
  ['Qwen/Qwen3-235B-A22B-FP8', 'Qwen/Qwen3-235B-A22B'],
  ['meta-llama/Llama-3.1-8B-Instruct', 'meta-llama/Llama-3.1-8B'],
]);

/**
 * Models whose FP8 checkpoints have a scale per block of weights, and the one that was served so; the others have one per
 * tensor.
 */
const blockwise = /DeepSeek|235B|Llama-3.1-8B/;

/** A model as an FP8 checkpoint of it describes itself. */
export function quantized(model: ModelDescription, path: string): ModelDescription {
  const format: WeightFormat = blockwise.test(path)
    ? { kind: 'block', bits: 8, rows: 128, columns: 128, scaleBytes: 4 }
    : { kind: 'tensor', bits: 8, scaleBytes: 4 };
  return { ...model, quantization: { method: 'fp8', format, activations: 'fp8' } };
}

interface Deployment {
  /** A part of the row's id. */
  readonly id: string;
  readonly engine?: Engine;
  readonly cache: CacheType;
  readonly length: number;
}

const { deployments } = JSON.parse(deploymentText.toString()) as { deployments: readonly Deployment[] };

function deploymentOf(id: string, engine: string): Pick<Deployment, 'cache' | 'length'> {
  const own = deployments.find((one) => id.includes(one.id) && (one.engine ?? engine) === engine);
  return own ?? { cache: 'bf16', length: 1 };
}

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
 * Aggregated serving on H100 and H200. Rows that the estimate says do not fit, or whose requests wait longer for the first token than for all
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
    const engine = cells.get('backend') as Engine;
    const id = cells.get('id') ?? '';
    // Its own id gives no number of requests at once: the column repeats the server's limit.
    if (/_c_/.test(id)) continue;
    const { cache, length } = deploymentOf(id, engine);
    const tensor = number('tp_size');
    const request: EstimateRequest = {
      model: quantized(model, path),
      target,
      plan: { devices: tensor, tensor, pipeline: 1, expert: number('moe_ep_size'), data: 1 },
      engine,
      cache,
      prompt: number('isl') * length,
      output: number('osl') * length,
      concurrency: number('conc'),
    };
    const queued = number('silicon_ttft_ms') > number('silicon_tpot_ms') * number('osl');
    const run = [...names.slice(4).map((name) => cells.get(name)), model.architecture].join();
    if (seen.has(run)) continue;
    seen.add(run);
    const { estimate: made } = estimate(request);
    if (queued || made === undefined || made.memory.headroomBytes < 0) continue;
    rows.push({
      id,
      class: validationClass(request),
      model: model.architecture === 'deepseek_v3' ? 'DeepSeek-V3/R1' : path,
      group: `${path} ${system} ${engine}`,
      calibrates: true,
      inTable: false,
      measured: number('silicon_tpot_ms'),
      unit: 'ms',
      request,
    });
  }
  return rows;
}

/** Ids of all serving rows, of those too that are left out. */
export function idsOf(file: string): ReadonlySet<string> {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return new Set(lines.map((line) => line.slice(0, line.indexOf(','))));
}
