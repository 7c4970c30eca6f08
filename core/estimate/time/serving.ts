import type { Deployed } from '../deployed';
import type { Plan } from '../plan';
import type { EstimateRequest } from '../request';
import { isStatic } from '../routes';
import { servingTable } from '../serving-table';
import { replaying } from './device';
import { addedMs } from './mixed-step';
import type { TimedOperator } from './operator';
import type { Pass } from './pass';
import { predictionMs } from './prediction';
import { passMs, passOperators } from './step';

export interface ServingTimes {
  /** One prompt alone. */
  readonly prefillMs: number;
  /** Of a replica that prefills as many prompts at once as a pass takes. */
  readonly prefillTokensPerSecond: number;
  readonly tpotMs: number;
  /** Operators of a decode step at half of the output. */
  readonly operators: readonly TimedOperator[];
}

/**
 * Time to the first token and per further token. With prefill on the same devices each token also waits for its share of
 * the others' prompts: TPOT = t(decode) + sequences / output x t(prefill) (facts/llm/formulas.md, section 4).
 */
export function servingTimes(request: EstimateRequest, deployed: Deployed): ServingTimes {
  const { plan, draft } = request;
  const output = Math.max(1, request.output);
  const prompt = Math.max(1, request.prompt);
  const eager = request.eager ?? false;
  const sequences = Math.max(1, request.concurrency / plan.data / plan.pipeline);
  const shape = shapeOf(request, deployed);
  const chunk = request.chunk ?? servingTable().chunkTokens.value;
  const decode: Pass = {
    ...shape,
    device: eager ? shape.device : replaying(shape.device),
    prefill: false,
    tokens: sequences * (1 + (draft?.tokens ?? 0)),
    sequences,
    context: isStatic(request) ? prompt + output : prompt + output / 2,
  };
  const operators = passOperators(decode);
  const drafts = draft === undefined ? 0 : predictionMs(decode, draft.tokens);
  const accepted = 1 + (draft === undefined ? 0 : draft.tokens * draft.acceptance);
  const stepMs = (passMs(decode, operators, eager) + drafts) / accepted;
  const alone = prefillMs(shape, isStatic(request) ? prompt + output : prompt, eager, chunk);
  const mixes = deployed.device.constants.mixesPrefill === 1;
  const held = request.disaggregated
    ? 0
    : lockstep(request, sequences, output) * (mixes ? addedMs(decode, operators, prompt, chunk) : alone);
  // Stages work on different sequences at once; a token passes all of them, so a step is the sum over all layers.
  const passTokens = request.chunk ?? servingTable().fullPassTokens.value;
  const prompts = Math.max(1, Math.min(sequences, Math.floor(passTokens / prompt)));
  const prefillTokensPerSecond = fullPrefillSpeed(shape, prompt, prompts, eager, alone);
  return { prefillMs: alone, prefillTokensPerSecond, tpotMs: stepMs + held, operators };
}

/**
 * Prefills per decoded token that a sequence waits for. Replicas of attention that share experts run in step: a prefill on
 * any of them holds up all, where theirs do not coincide.
 */
function lockstep({ plan }: EstimateRequest, sequences: number, output: number): number {
  const own = sequences / output;
  if (plan.data === 1 || plan.expert <= plan.tensor) return own;
  const share = Math.min(1, own);
  return own * ((1 - (1 - share) ** plan.data) / share);
}

export type PassShape = Omit<Pass, 'prefill' | 'tokens' | 'sequences' | 'context'>;

export function shapeOf(request: EstimateRequest, { device, cache, bytesOf }: Deployed): PassShape {
  return { model: request.model, plan: request.plan, device, cache, bytesOf, imbalance: imbalanceOf(request) };
}

/** One prompt alone, in chunks; stages follow one another. */
export function prefillMs(shape: PassShape, tokens: number, eager: boolean, chunk: number): number {
  const chunks = Math.max(1, Math.ceil(tokens / chunk));
  const part = tokens / chunks;
  let total = 0;
  for (let index = 1; index <= Math.min(chunks, 64); index++) {
    // What stands before the chunk is seen whole, the chunk itself by half.
    const context = chunks === 1 ? part : (2 * index - 1) * part;
    const pass: Pass = { ...shape, prefill: true, tokens: part, sequences: 1, context };
    total += passMs(pass, passOperators(pass), eager);
  }
  return chunks > 64 ? (total * chunks) / 64 : total;
}

/** Tokens per second of a replica that prefills so many prompts in one pass. */
function fullPrefillSpeed(shape: PassShape, prompt: number, prompts: number, eager: boolean, alone: number): number {
  if (prompts === 1) return (prompt / alone) * 1000;
  const pass: Pass = { ...shape, prefill: true, tokens: prompts * prompt, sequences: prompts, context: prompt };
  return (pass.tokens / passMs(pass, passOperators(pass), eager)) * 1000;
}

/** Load of the busiest device's experts over the mean: deployments over replicas of attention balance it with copies. */
export function usualLoad(plan: Plan): number {
  if (plan.expert === 1) return 1;
  const { balancedLoad, unbalancedLoad } = servingTable();
  return (plan.data > 1 ? balancedLoad : unbalancedLoad).value;
}

function imbalanceOf({ imbalance, plan }: EstimateRequest): number {
  return imbalance ?? usualLoad(plan);
}
