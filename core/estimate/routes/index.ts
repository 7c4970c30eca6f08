export { type Deployment, deployedWeights } from './checks';
export { allRouteLimits, type LimitCheck, type RouteLimit, routeLimits } from './limits';
export { checkpointRoute, planIsAllowed, type Refusal, type RouteQuestion, refusalsOf } from './refusals';
