import type { CheckpointRoute, GraphRoute, Precision, Route, ScriptRoute, ShimName, TextSpan } from '../model';
import type { Threshold } from './severity';

/** What a rule's findings count as; `default` leaves them as the rule has them. */
export type Level = 'off' | 'hint' | 'information' | 'warning' | 'error' | 'default';

export const levels: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error', 'default'];

const graphRoutes: readonly GraphRoute[] = ['tpu-mlir', 'atc', 'ort-cann'];

const scriptRoutes: readonly ScriptRoute[] = ['torch-tpu', 'torch-npu'];

const checkpointRoutes: readonly CheckpointRoute[] = ['vllm-tpu', 'llm-tpu', 'vllm-ascend'];

export const routes: readonly Route[] = [...graphRoutes, ...scriptRoutes, ...checkpointRoutes];

export const shimNames: readonly ShimName[] = ['none', 'transfer_to_npu', 'torch_tpu adaptor', 'torch.accelerator'];

export const precisions: readonly Precision[] = ['f64', 'f32', 'tf32', 'f16', 'bf16', 'fp8', 'fp4', 'int8', 'int4'];

/** Findings that somebody has looked at and accepts. Every field that is given has to match. */
export interface Ignore {
  readonly rule?: string | undefined;
  /** A glob over the name of the node, input or weight that the finding stands at. */
  readonly node?: string | undefined;
  /** A glob over the file's path, from the folder of the configuration. */
  readonly file?: string | undefined;
  readonly target?: string | undefined;
  readonly reason: string;
  /** Where it is written: the configuration, and the place in it. */
  readonly configuration: string;
  readonly span?: TextSpan | undefined;
}

/** How models are to be linted. */
export interface Settings {
  /** Ids of targets, in the order of the reports. */
  readonly targets: readonly string[];
  /** The routes to take; a target that has none of them for an input takes its default. */
  readonly routes: readonly Route[];
  /** The precision of deployment by target id; `*` for all others. */
  readonly precision: ReadonlyMap<string, Precision>;
  /** Sizes of named dimensions of models, such as `batch` and `sequence`: their deployment is for fixed shapes. */
  readonly dimensions: ReadonlyMap<string, number>;
  /** By rule code. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly ignores: readonly Ignore[];
  readonly threshold: Threshold;
  /** By target id, `*` for all others: what maps CUDA's names onto the target's when a script runs. */
  readonly shims: ReadonlyMap<string, ShimName>;
  /** The PyTorch release that scripts will run on (`2.8`); undefined where nothing says. */
  readonly torch: string | undefined;
}

/** Settings from one place: a configuration, an editor, a command line. What it does not say is left to the others. */
export type SettingsLayer = Partial<Settings>;

/** The case that Portolan was made for: the SC11 FP300 and the 910B side by side. */
export const defaultSettings: Settings = {
  targets: ['sophgo-sc11-fp300', 'ascend-910b2'],
  routes: [],
  precision: new Map(),
  dimensions: new Map(),
  levels: new Map(),
  ignores: [],
  threshold: 'error',
  shims: new Map(),
  torch: undefined,
};

/**
 * Later layers win. Lists of targets and routes replace each other, precisions, dimensions and levels are merged by key, ignores
 * add up: an editor's setting does not undo what a configuration has accepted.
 */
export function mergeSettings(...layers: readonly SettingsLayer[]): Settings {
  let merged = defaultSettings;
  for (const layer of layers) {
    merged = {
      targets: layer.targets ?? merged.targets,
      routes: layer.routes ?? merged.routes,
      precision: new Map([...merged.precision, ...(layer.precision ?? [])]),
      dimensions: new Map([...merged.dimensions, ...(layer.dimensions ?? [])]),
      levels: new Map([...merged.levels, ...(layer.levels ?? [])]),
      ignores: [...merged.ignores, ...(layer.ignores ?? [])],
      threshold: layer.threshold ?? merged.threshold,
      shims: new Map([...merged.shims, ...(layer.shims ?? [])]),
      torch: layer.torch ?? merged.torch,
    };
  }
  return merged;
}

export function shimOf({ shims }: Pick<Settings, 'shims'>, target: string): ShimName {
  return shims.get(target) ?? shims.get('*') ?? 'none';
}

export function precisionOf({ precision }: Settings, target: string): Precision | undefined {
  return precision.get(target) ?? precision.get('*');
}

/** Whether a number can be the size of a dimension. */
export function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
