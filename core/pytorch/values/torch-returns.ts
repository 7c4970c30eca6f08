import { isLightningModule } from '../../model';
import data from './torch-returns.json';

/** What PyTorch's functions return, as scripts/tables/torch/record_returns.py asked it. The codes are explained there. */
interface Recorded {
  readonly functions: Readonly<Record<string, string>>;
  readonly methods: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly modules: Readonly<Record<string, string>>;
  readonly tensorNames: string;
  readonly moduleNames: string;
  readonly classes: string;
  readonly tensorTypes: string;
  readonly dtypes: string;
}

export interface TorchReturns {
  /** By the canonical name: `torch.topk`. */
  readonly functions: ReadonlyMap<string, string>;
  /** Of tensors, by the method's own name. */
  readonly methods: ReadonlyMap<string, string>;
  readonly attributes: ReadonlyMap<string, string>;
  /** What calling an instance of a class of torch.nn returns; empty where that is not known. */
  readonly modules: ReadonlyMap<string, string>;
  /** Every name that a tensor has. */
  readonly tensorNames: ReadonlySet<string>;
  /** Every name that torch.nn.Module, or a class of torch.nn, has. */
  readonly moduleNames: ReadonlySet<string>;
  /** Classes whose instances are neither tensors nor modules: `torch.cuda.Stream`. */
  readonly classes: ReadonlySet<string>;
  /** `FloatTensor`. */
  readonly tensorTypes: ReadonlySet<string>;
  readonly dtypes: ReadonlySet<string>;
}

let loaded: TorchReturns | undefined;

export function torchReturns(): TorchReturns {
  if (loaded) return loaded;
  const recorded = JSON.parse(data.toString()) as Recorded;
  const names = (list: string) => new Set(list.split(' '));
  const byName = (grouped: Readonly<Record<string, string>>) =>
    new Map(Object.entries(grouped).flatMap(([code, list]) => list.split(' ').map((name) => [name, code] as const)));
  loaded = {
    functions: byName(recorded.functions),
    methods: byName(recorded.methods),
    attributes: byName(recorded.attributes),
    modules: byName(recorded.modules),
    tensorNames: names(recorded.tensorNames),
    moduleNames: names(recorded.moduleNames),
    classes: names(recorded.classes),
    tensorTypes: names(recorded.tensorTypes),
    dtypes: names(recorded.dtypes),
  };
  return loaded;
}

/** The function of PyTorch that a name is where these modules have been imported with all their names. */
export function functionOfStar(stars: readonly string[], name: string): string | undefined {
  const star = stars.find((module) => module === 'torch' || module.startsWith('torch.'));
  // Of a star import from PyTorch only names that it is known to have.
  return star !== undefined && torchReturns().functions.has(`${star}.${name}`) ? `${star}.${name}` : undefined;
}

const aliases: Readonly<Record<string, string>> = {
  double: 'float64',
  float: 'float32',
  half: 'float16',
  long: 'int64',
  int: 'int32',
  short: 'int16',
  cdouble: 'complex128',
  cfloat: 'complex64',
  chalf: 'complex32',
};

/** `torch.float64` for `double`. */
export function dtypeName(name: string): string {
  return `torch.${aliases[name] ?? name}`;
}

/** A class of torch.nn whose instances are modules. */
function isTorchModule(name: string): boolean {
  if (!name.startsWith('torch.nn.')) return false;
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (torchReturns().modules.has(last)) return name === `torch.nn.${last}`;
  return name === 'torch.nn.parallel.DistributedDataParallel' || name === 'torch.nn.SyncBatchNorm';
}

/** Classes of other packages that are modules of PyTorch too. */
const foreignModules = new Set([
  'transformers.PreTrainedModel',
  'transformers.modeling_utils.PreTrainedModel',
  'diffusers.ModelMixin',
  'diffusers.models.modeling_utils.ModelMixin',
  'mmengine.model.BaseModule',
  'mmengine.model.BaseModel',
  'torch.distributed.fsdp.FullyShardedDataParallel',
  'torch.distributed.pipelining.PipelineStage',
]);

export const isModuleClassName = (name: string) =>
  isTorchModule(name) || isLightningModule(name) || foreignModules.has(name);
