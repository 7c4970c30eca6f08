export { checkModel } from './check-model';
export type { CheckOptions } from './checking';
