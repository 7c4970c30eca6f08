export type { Deployment } from './checks';
export { allRouteLimits, type LimitCheck, type RouteLimit, routeLimits } from './limits';
export { planIsAllowed, type Refusal, type RouteQuestion, refusalsOf } from './refusals';
export { type AskedRoute, isStatic } from './route';
