import { type Plan, type Refusal, refusalsOf, routeLimits } from '../../estimate';
import type { CheckpointFacts, CheckpointRoute, Localized, ModelDescription, RouteRefusal } from '../../model';
import { chipOf } from '../../targets';
import type { Destination } from '../plan';

/** Sizes that people try: one device, within a server, and two of them. */
const usualSizes = [1, 2, 4, 8, 16];

/** What the route refuses of the model as its checkpoint is: weights, cache, prediction modules, architecture. */
export function checkpointRefusals(
  { model, modelType, cache }: CheckpointFacts,
  destination: Destination<CheckpointRoute>,
): RouteRefusal[] {
  if (model === undefined) return modelType === undefined ? [] : refusalsOfType(modelType, destination);
  const { target, route } = destination;
  const drafts = model.predictionModules > 0;
  return refusalsOf({ model, target, route, drafts, cache: cache?.type ?? 'bf16' }).map(routeRefusal);
}

/** What the route refuses at each usual size of tensor parallelism. */
export function tensorRefusals(
  model: ModelDescription | undefined,
  { target, route }: Destination<CheckpointRoute>,
): ReadonlyMap<number, readonly RouteRefusal[]> {
  if (model === undefined) return new Map();
  return new Map(
    usualSizes.map((tensor) => {
      const plan: Plan = { devices: tensor, tensor, pipeline: 1, expert: 1, data: 1 };
      const all = refusalsOf({ model, target, route, plan }).filter(({ limit }) => limit.subject === 'tensor');
      return [tensor, all.map(routeRefusal)];
    }),
  );
}

/** Of a model that is not counted: what its type alone decides. */
function refusalsOfType(modelType: string, { target, route }: Destination<CheckpointRoute>): RouteRefusal[] {
  const filled = (text: Localized) => ({
    en: text.en.replaceAll('{architecture}', modelType),
    zh: text.zh.replaceAll('{architecture}', modelType),
  });
  return routeLimits(route, chipOf(target).family)
    .filter(({ check, values = [], when }) => {
      if (when !== undefined) return false;
      const isNamed = values.includes(modelType);
      return check === 'architectures-among' ? !isNamed : check === 'architectures-not-among' && isNamed;
    })
    .map(({ subject, message, instead, evidence }) => ({
      subject,
      message: filled(message),
      instead: instead && filled(instead),
      adjustable: false,
      evidence,
    }));
}

function routeRefusal({ limit, message, instead, evidence }: Refusal): RouteRefusal {
  return { subject: limit.subject, message, instead, adjustable: limit.adjustable ?? false, evidence };
}
