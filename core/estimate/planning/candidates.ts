import { layerCount, type ModelDescription } from '../../llm';
import type { Target } from '../../model';
import type { Plan } from '../plan';
import type { EstimateRequest } from '../request';
import { planIsAllowed } from '../routes';

/** Parts of a plan that are given. */
export type PlanLimits = {
  readonly [Part in 'tensor' | 'pipeline' | 'expert' | 'data']?: Plan[Part] | undefined;
};

/** What limits of a route depend on beside the model and the plan. */
export type PlanCircumstances = Pick<EstimateRequest, 'route' | 'weights' | 'eager'>;

const tensorSizes = [1, 2, 4, 8, 16, 32];
const mostStages = 16;

/** Plans for a number of devices that the route's software takes (rules/estimate/routes.json), no more stages than layers. */
export function candidatePlans(
  model: ModelDescription,
  target: Target,
  devices: number,
  limits: PlanLimits = {},
  { route, weights, eager }: PlanCircumstances = {},
): Plan[] {
  return shapes(model, devices, limits).filter((plan) =>
    planIsAllowed({ model, target, plan, route, weights, eager: eager ?? false }),
  );
}

/** All ways to spread a model over exactly so many devices. */
function shapes(model: ModelDescription, devices: number, limits: PlanLimits): Plan[] {
  const plans: Plan[] = [];
  const sparse = model.layers.some(({ feedForward }) => feedForward.kind === 'mixture');
  for (const tensor of limits.tensor === undefined ? tensorSizes : [limits.tensor]) {
    if (devices % tensor !== 0) continue;
    const rest = devices / tensor;
    for (let pipeline = 1; pipeline <= Math.min(rest, layerCount(model), mostStages); pipeline++) {
      if (rest % pipeline !== 0 || (limits.pipeline ?? pipeline) !== pipeline) continue;
      const data = rest / pipeline;
      if ((limits.data ?? data) !== data) continue;
      const spread = sparse && tensor * data > 1 ? [1, tensor * data] : [1];
      for (const expert of limits.expert === undefined ? spread : [limits.expert]) {
        plans.push({ devices, tensor, pipeline, expert, data });
      }
    }
  }
  return plans;
}
