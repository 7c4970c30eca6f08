export { add } from './arithmetic';
export { bytesOfElements } from './bytes';
export type { ResolveAttribute } from './costed-operator';
export { GraphCosts } from './graph-cost';
