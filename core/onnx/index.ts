export type { Inference, Scope } from './contract';
