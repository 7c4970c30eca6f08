import type { CacheType, ModelDescription } from '../../llm';
import type { Plan } from '../plan';
import { checkpointChoice, type WeightChoice } from '../weight-choice';
import type { LimitCheck, LimitConditions, RouteLimit } from './limits';

/** What is to be run, as far as it has been decided. */
export interface Deployment {
  readonly model: ModelDescription;
  readonly family: string;
  /** Undefined: limits of plans are left out. */
  readonly plan?: Plan | undefined;
  /** Undefined: as the checkpoint has them. */
  readonly weights?: WeightChoice | undefined;
  readonly cache?: CacheType | undefined;
  readonly eager?: boolean | undefined;
  readonly drafts?: boolean | undefined;
  readonly disaggregated?: boolean | undefined;
}

type Check = (deployment: Deployment, values: RouteLimit['values']) => boolean;

const ofPlan =
  (holds: (plan: Plan, deployment: Deployment, values: readonly unknown[]) => boolean): Check =>
  (deployment, values = []) =>
    deployment.plan === undefined || holds(deployment.plan, deployment, values);

/** Weights that are asked for, or the checkpoint's; undefined where their format is not known. */
export function deployedWeights({ model, weights }: Deployment): WeightChoice | undefined {
  return weights ?? checkpointChoice(model);
}

/** Whether a deployment keeps within a limit. What cannot be decided does. */
export const checks: Readonly<Record<LimitCheck, Check>> = {
  'heads-divide': ofPlan(({ tensor }, { model }) => model.attention.heads % tensor === 0),
  'key-value-heads-divide': ofPlan(({ tensor }, { model: { attention } }) => {
    if (attention.kind !== 'grouped-query') return true;
    return attention.keyValueHeads % tensor === 0 || tensor % attention.keyValueHeads === 0;
  }),
  'heads-per-rank-among': ofPlan(({ tensor }, { model }, values) => values.includes(model.attention.heads / tensor)),
  'experts-over-all-or-none': ofPlan(({ tensor, data, expert }) => expert === 1 || expert === tensor * data),
  'expert-blocks': ofPlan(({ tensor }, { model }) =>
    expertWidths(model).every((width) => width % (128 * tensor) === 0),
  ),
  'most-expert': ofPlan(({ expert }, _, [most]) => expert <= Number(most)),
  'most-data': ofPlan(({ data }, _, [most]) => data <= Number(most)),
  'tensor-or-pipeline': ofPlan(({ tensor, pipeline }) => tensor === 1 || pipeline === 1),
  'weights-among': (deployment, values) => isAmong(deployedWeights(deployment), values) ?? true,
  'weights-not-among': (deployment, values) => !(isAmong(deployedWeights(deployment), values) ?? false),
  'cache-among': ({ cache }, values) => isAmong(cache, values) ?? true,
  'no-draft': ({ drafts }) => drafts !== true,
  'no-disaggregation': ({ disaggregated }) => disaggregated !== true,
  // Weights that are asked for are another checkpoint: the method of this one then does not matter.
  'methods-among': ({ model, weights }, values) =>
    weights !== undefined || (isAmong(model.quantization?.method, values) ?? true),
  'no-quantised-checkpoint': ({ model, weights }) => weights !== undefined || model.quantization === undefined,
  'storage-not-among': ({ model }, values) => !(isAmong(model.storage, values) ?? false),
  'architectures-among': ({ model }, values) => isAmong(model.architecture, values) ?? true,
  'architectures-not-among': ({ model }, values) => !(isAmong(model.architecture, values) ?? false),
  never: () => false,
};

/** Undefined where the value is. */
function isAmong(value: string | undefined, values: RouteLimit['values'] = []): boolean | undefined {
  return value === undefined ? undefined : values.includes(value);
}

function expertWidths({ layers }: ModelDescription): number[] {
  return layers.flatMap(({ feedForward }) => (feedForward.kind === 'mixture' ? [feedForward.expertWidth] : []));
}

/** Whether a limit is one of this deployment at all. */
export function meets(when: LimitConditions | undefined, deployment: Deployment): boolean {
  if (when === undefined) return true;
  const { model, eager } = deployment;
  if (when.attention !== undefined && when.attention !== model.attention.kind) return false;
  if (when.layers !== undefined && !model.layers.some(({ feedForward }) => feedForward.kind === when.layers))
    return false;
  if (when.graphs !== undefined && when.graphs === (eager ?? false)) return false;
  if (when.weights === undefined) return true;
  const weights = deployedWeights(deployment);
  return weights !== undefined && when.weights.includes(weights);
}
