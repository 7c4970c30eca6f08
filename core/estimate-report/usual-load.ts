import type { PlanningRequest } from '../estimate';

/** What a language model serves: tokens in and out, and requests at once over all devices. */
export type ServingLoad = Pick<PlanningRequest, 'prompt' | 'output' | 'concurrency'>;

/** Where nobody says otherwise. */
export const usualLoad: ServingLoad = { prompt: 1024, output: 1024, concurrency: 16 };
