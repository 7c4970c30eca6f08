import {
  type ArgumentFact,
  type CallFact,
  isLightningCommandLine,
  isLightningStrategy,
  isLightningTrainer,
  type ScriptFacts,
} from '../../../../core/model';
import { callsNamed, standing } from '../../scripts/named-facts';

/** The argument that names an accelerator. */
export const named = 'accelerator';

export const isTrainer = standing((name) => isLightningTrainer(name) || isLightningStrategy(name));

/** What a trainer is asked for. */
export interface TrainerRequest {
  /** An accelerator by name; `gpus` of Lightning 1; a strategy for CUDA; nothing, which is "auto". */
  readonly by: 'accelerator' | 'gpus' | 'strategy' | 'nothing';
  readonly argument?: ArgumentFact;
}

/** What asks for CUDA, or for whatever is there; undefined where another accelerator is passed, or it cannot be told. */
export function requestOf(call: CallFact, facts: ScriptFacts): TrainerRequest | undefined {
  const passed = call.arguments.find(
    ({ keyword, splat }, index) =>
      splat === undefined && (keyword ?? (index === 0 && call.name.endsWith('.Fabric') ? named : '')) === named,
  );
  const isAuto = passed === undefined || passed.value.constant === 'auto';
  if (passed !== undefined && !isAuto) return isForGpu(passed) ? { by: 'accelerator', argument: passed } : undefined;
  if (isLightningStrategy(call.name) || (passed === undefined && leavesOpen(call, facts))) return undefined;
  const gpus = call.arguments.find(({ keyword }) => keyword === 'gpus');
  if (gpus !== undefined) return asksForNone(gpus) ? undefined : { by: 'gpus', argument: gpus };
  const strategy = call.arguments.find((argument) => isForCuda(argument, facts));
  if (strategy !== undefined) return { by: 'strategy', argument: strategy };
  return passed === undefined ? { by: 'nothing' } : { by: 'accelerator', argument: passed };
}

/** What LightningCLI's `trainer_defaults` ask for by name: the rest is the user's, on the command line and in files. */
export function requestOfDefaults(call: CallFact): TrainerRequest | undefined {
  const defaults = call.arguments.find(({ keyword }) => keyword === 'trainer_defaults')?.entries ?? [];
  const accelerator = defaults.find(({ keyword }) => keyword === named);
  return accelerator !== undefined && isForGpu(accelerator) ? { by: 'accelerator', argument: accelerator } : undefined;
}

export const isCommandLine = standing(isLightningCommandLine);

function isForGpu({ value }: ArgumentFact): boolean {
  return value.constant === 'gpu' || value.constant === 'cuda';
}

/** `gpus=0`, `gpus=None`: the CPU. */
function asksForNone({ value }: ArgumentFact): boolean {
  return value.kind === 'none' || value.constant === null || value.constant === 0 || value.constant === '0';
}

/** Lightning takes these strategies with CUDA alone: by their names, or objects of its own classes. */
function isForCuda({ keyword, value }: ArgumentFact, facts: ScriptFacts): boolean {
  if (keyword !== 'strategy') return false;
  if (typeof value.constant === 'string') return /^(fsdp|deepspeed)(_|$)/.test(value.constant);
  return isBareStrategy(value, facts) && /\.(FSDP|DeepSpeed)Strategy$/.test(value.name!);
}

/** What is passed may hold an accelerator: `**options`, a strategy that was made with one, or elsewhere. */
function leavesOpen({ arguments: passed }: CallFact, facts: ScriptFacts): boolean {
  return passed.some(
    ({ keyword, splat, value }) =>
      splat !== undefined ||
      (keyword === 'strategy' && typeof value.constant !== 'string' && !isBareStrategy(value, facts)),
  );
}

/** An object of one of these classes, of which this file makes none with an accelerator or devices. */
function isBareStrategy({ kind, name }: ArgumentFact['value'], facts: ScriptFacts): boolean {
  if (kind !== 'other' || name === undefined || !bare.test(name)) return false;
  const made = callsNamed(facts, isTrainer).filter((call) => call.name === name);
  return made.length > 0 && made.every(({ arguments: given }) => given.every(isOption));
}

const bare = /\.strategies(\.\w+)*\.(DDP|FSDP|DeepSpeed)Strategy$/;

/** Nothing that the devices depend on: those are the first two parameters, or named. */
function isOption({ keyword, splat }: ArgumentFact): boolean {
  return splat === undefined && keyword !== undefined && keyword !== named && keyword !== 'parallel_devices';
}
