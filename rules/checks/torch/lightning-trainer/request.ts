import type { ArgumentFact, CallFact } from '../../../../core/model';
import { matches, namesLike } from '../../scripts/named-facts';

/** The argument that names an accelerator. */
export const named = 'accelerator';

export const isTrainer = namesLike(
  /^(pytorch_lightning|lightning(\.pytorch)?)(\.trainer){0,2}\.Trainer$|^(lightning_fabric|lightning(\.fabric)?)(\.fabric)?\.Fabric$|^(pytorch_lightning|lightning(\.pytorch)?)\.strategies(\.\w+)*\.\w+Strategy$/,
);

const isStrategy = matches(/\.strategies(\.\w+)*\.\w+Strategy$/);

/** What a trainer is asked for. */
export interface TrainerRequest {
  /** An accelerator by name; `gpus` of Lightning 1; a strategy for CUDA; nothing, which is "auto". */
  readonly by: 'accelerator' | 'gpus' | 'strategy' | 'nothing';
  readonly argument?: ArgumentFact;
}

/** What asks for CUDA, or for whatever is there; undefined where another accelerator is passed, or it cannot be told. */
export function requestOf(call: CallFact): TrainerRequest | undefined {
  const passed = call.arguments.find(
    ({ keyword, splat }, index) =>
      splat === undefined && (keyword ?? (index === 0 && call.name.endsWith('.Fabric') ? named : '')) === named,
  );
  const isAuto = passed === undefined || passed.value.constant === 'auto';
  if (passed !== undefined && !isAuto) {
    return ['gpu', 'cuda'].includes(String(passed.value.constant))
      ? { by: 'accelerator', argument: passed }
      : undefined;
  }
  if (isStrategy(call.name) || (passed === undefined && leavesOpen(call))) return undefined;
  const gpus = call.arguments.find(({ keyword }) => keyword === 'gpus');
  if (gpus !== undefined) return asksForNone(gpus) ? undefined : { by: 'gpus', argument: gpus };
  const strategy = call.arguments.find(({ keyword, value }) => keyword === 'strategy' && isForCuda(value.constant));
  if (strategy !== undefined) return { by: 'strategy', argument: strategy };
  return passed === undefined ? { by: 'nothing' } : { by: 'accelerator', argument: passed };
}

/** `gpus=0`, `gpus=None`: the CPU. */
function asksForNone({ value }: ArgumentFact): boolean {
  return value.kind === 'none' || value.constant === null || value.constant === 0 || value.constant === '0';
}

/** Lightning takes these strategies with CUDA alone. */
function isForCuda(strategy: unknown): boolean {
  return typeof strategy === 'string' && /^(fsdp|deepspeed)(_|$)/.test(strategy);
}

/** What is passed may hold an accelerator: `**options`, a strategy that was made with one. */
function leavesOpen({ arguments: passed }: CallFact): boolean {
  return passed.some(
    ({ keyword, splat, value }) =>
      splat !== undefined || (keyword === 'strategy' && typeof value.constant !== 'string'),
  );
}
