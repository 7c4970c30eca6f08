import type { Evidence, Localized } from '../../model';
import { chipOf } from '../../targets';
import { checks, type Deployment, deployedWeights, meets } from './checks';
import { type RouteLimit, routeLimits } from './limits';
import { type AskedRoute, checkpointRoute } from './route';

/** A limit that a deployment breaks, with its message filled in. */
export interface Refusal {
  readonly limit: RouteLimit;
  readonly message: Localized;
  readonly instead: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

export interface RouteQuestion extends Omit<Deployment, 'family'>, AskedRoute {}

/**
 * Everything that the route's software refuses of a deployment, in the order of the table. Without a plan only limits of
 * the model, its weights and its cache are looked at. Empty: nothing that is known speaks against it.
 */
export function refusalsOf(question: RouteQuestion): Refusal[] {
  const deployment = deploymentOf(question);
  return routeLimits(checkpointRoute(question), deployment.family)
    .filter((limit) => isBroken(limit, deployment))
    .map((limit) => ({
      limit,
      message: filled(limit.message, deployment),
      instead: limit.instead && filled(limit.instead, deployment),
      evidence: limit.evidence,
    }));
}

/** Whether the route runs a plan: no limit of plans is broken. Limits of the model and its weights are another question. */
export function planIsAllowed(question: RouteQuestion & { readonly plan: NonNullable<Deployment['plan']> }): boolean {
  const deployment = deploymentOf(question);
  return !routeLimits(checkpointRoute(question), deployment.family).some(
    (limit) => planSubjects.has(limit.subject) && isBroken(limit, deployment),
  );
}

const planSubjects: ReadonlySet<string> = new Set(['tensor', 'pipeline', 'expert', 'data']);

function deploymentOf({ target, ...rest }: RouteQuestion): Deployment {
  return { ...rest, family: chipOf(target).family };
}

function isBroken(limit: RouteLimit, deployment: Deployment): boolean {
  return meets(limit.when, deployment) && !checks[limit.check](deployment, limit.values);
}

function filled(message: Localized, deployment: Deployment): Localized {
  const values = placesOf(deployment);
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (place, name: string) => values.get(name) ?? place);
  return { en: fill(message.en), zh: fill(message.zh) };
}

/** What the places of messages stand for. */
function placesOf(deployment: Deployment): ReadonlyMap<string, string> {
  const { model, plan, family, cache } = deployment;
  const { attention, quantization } = model;
  const mixture = model.layers.map(({ feedForward }) => feedForward).find(({ kind }) => kind === 'mixture');
  const places: [string, string | number | undefined][] = [
    ['heads', attention.heads],
    ['keyValueHeads', attention.kind === 'grouped-query' ? attention.keyValueHeads : undefined],
    ['tensor', plan?.tensor],
    ['expert', plan?.expert],
    ['ranks', plan && plan.tensor * plan.data],
    ['headsPerRank', plan && attention.heads / plan.tensor],
    ['expertWidth', mixture?.kind === 'mixture' ? mixture.expertWidth : undefined],
    ['weights', deployedWeights(deployment)],
    ['cache', cache],
    ['method', quantization?.method],
    ['architecture', model.architecture],
    ['family', family],
  ];
  return new Map(places.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const])));
}
