import { readFileSync } from 'node:fs';
import type { EstimateRequest, WeightChoice } from '../../core/estimate';
import { readModelDescription } from '../../core/llm';
import type { Evidence } from '../../core/model';
import { findTarget } from '../../core/targets';
import type { Measurement } from './measurement';
import text from './published.json';
import type { Models } from './serving-rows';

interface Row {
  readonly id: string;
  /** The entry whose result it is, where that has another name. */
  readonly entry?: string;
  readonly class: string;
  readonly model?: string;
  readonly target: string;
  readonly tensor?: number;
  readonly data?: number;
  readonly expert?: number;
  readonly weights: WeightChoice;
  readonly prompt?: number;
  readonly output?: number;
  /** Instead of prompt and output: a decode step at this context, prefill elsewhere. */
  readonly context?: number;
  readonly concurrency?: number;
  readonly draft?: EstimateRequest['draft'];
  readonly eager?: boolean;
  readonly imbalance?: number;
  readonly calibration?: boolean;
  /** Whether it may set what the engine spends beside its kernels: runs of vllm-ascend. */
  readonly engineOverhead?: boolean;
  readonly unit: 'ms' | 'first-s' | 'decode/device' | 'prefill/device' | 'output';
  readonly metric: string;
  /** The result where facts/llm/measurements.json has none of this id, with where it is published. */
  readonly measured?: number;
  readonly source?: Evidence;
  readonly engine?: EstimateRequest['engine'];
  readonly chunk?: number;
  /** Devices that the published "chip" counts. */
  readonly dies?: number;
}

interface Entry {
  readonly id: string;
  readonly model: string;
  readonly metrics: Readonly<Record<string, number>>;
}

/** Results outside of the serving rows: large expert parallelism, Ascend, Sophgo, A100. */
export function publishedRows(file: string, models: Models): Measurement[] {
  const { rows, configurations } = JSON.parse(text.toString()) as {
    rows: readonly Row[];
    configurations: Readonly<Record<string, unknown>>;
  };
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: readonly Entry[] };
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return rows.flatMap((row) => {
    const entry = byId.get(row.entry ?? row.id);
    if (entry === undefined && row.source === undefined) throw new Error(`no measurement ${row.id}`);
    const name = row.model ?? entry?.model ?? '';
    const own = Object.hasOwn(configurations, name) ? configurations[name] : undefined;
    const model = models.get(name) ?? readModelDescription(JSON.stringify(own ?? {})).description;
    const target = findTarget(row.target);
    const value = row.measured ?? entry?.metrics[row.metric];
    if (model === undefined || target === undefined || value === undefined) throw new Error(`cannot read ${row.id}`);
    const tensor = row.tensor ?? 1;
    const data = row.data ?? 1;
    const devices = tensor * data;
    // A step at context c is the one in the middle of an output of one token after c tokens.
    const shape =
      row.context === undefined
        ? { prompt: row.prompt ?? 1, output: row.output ?? 1 }
        : { prompt: row.context - 1, output: 1, disaggregated: true };
    const unit = row.unit === 'output' ? 'decode/device' : row.unit === 'first-s' ? 'first-ms' : row.unit;
    const scale = row.unit === 'output' ? 1 / devices : row.unit === 'first-s' ? 1000 : 1 / (row.dies ?? 1);
    const measured = value * scale;
    const request: EstimateRequest = {
      model,
      target,
      plan: { devices, tensor, pipeline: 1, expert: row.expert ?? 1, data },
      weights: row.weights,
      engine: row.engine,
      chunk: row.chunk,
      concurrency: row.concurrency ?? 1,
      eager: row.eager,
      draft: row.draft,
      imbalance: row.imbalance,
      ...shape,
    };
    return [
      {
        id: row.id,
        class: row.class,
        model: name,
        group: name,
        calibrates: row.engineOverhead ?? false,
        inTable: row.calibration ?? false,
        measured,
        unit,
        request,
      },
    ];
  });
}
