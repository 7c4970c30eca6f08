import {
  type ConstantChanges,
  estimate,
  type PlanningLimits,
  type PlanningRequest,
  readConstantChange,
  tensorPlan,
  type WeightChoice,
} from '../../core/estimate';
import { usualLoad } from '../../core/estimate-report';
import type { CacheType } from '../../core/llm';
import type { Session } from '../session';
import { UsageError } from '../usage-error';
import type { Configuration } from './configuration';
import { numberOf } from './numbers';
import { checkpointRouteOf, targetsOf } from './targets';

export interface Asked {
  readonly configuration: Configuration;
  /** One for each target. */
  readonly requests: readonly PlanningRequest[];
  readonly limits: PlanningLimits;
}

/** Published rates of DeepSeek-R1's drafts: 0.70 to 0.90. */
export const acceptance = 0.8;

/** What the command line asks of a configuration. @throws UsageError */
export function readRequest(session: Session, configuration: Configuration): Asked {
  const drafts = numberOf(session, 'mtp');
  const shared = {
    model: configuration.model,
    weights: session.value('weights') as WeightChoice | undefined,
    cache: session.value('kv') as CacheType | undefined,
    eager: session.switch('eager'),
    draft: drafts === undefined ? undefined : { tokens: drafts, acceptance },
    constants: changesOf(session),
    ...loadOf(session),
  };
  const requests = targetsOf(session).map((target) => ({
    ...shared,
    target,
    route: checkpointRouteOf(session, target),
  }));
  for (const request of requests) checkChanges(request);
  return { configuration, requests, limits: limitsOf(session) };
}

function loadOf(session: Session): Pick<PlanningRequest, 'prompt' | 'output' | 'concurrency' | 'disaggregated'> {
  const batch = numberOf(session, 'batch');
  const context = numberOf(session, 'context');
  if (batch === undefined && context === undefined) {
    return {
      prompt: numberOf(session, 'prompt') ?? usualLoad.prompt,
      output: numberOf(session, 'output') ?? usualLoad.output,
      concurrency: numberOf(session, 'concurrency') ?? usualLoad.concurrency,
    };
  }
  return { prompt: Math.max(1, (context ?? 2048) - 1), output: 1, concurrency: batch ?? 1, disaggregated: true };
}

function limitsOf(session: Session): PlanningLimits {
  return {
    devices: numberOf(session, 'devices'),
    tensor: numberOf(session, 'tp'),
    pipeline: numberOf(session, 'pp'),
    expert: numberOf(session, 'ep'),
    data: numberOf(session, 'dp'),
    maxTpotMs: numberOf(session, 'max-tpot'),
    maxTtftMs: numberOf(session, 'max-ttft'),
  };
}

function changesOf(session: Session): ConstantChanges | undefined {
  const given = session.list('what-if');
  if (given.length === 0) return undefined;
  return Object.fromEntries(
    given.map((text) => {
      const change = readConstantChange(text);
      if ('problem' in change) {
        const { en, zh } = change.problem;
        throw new UsageError({ en: `--what-if: ${en}`, zh: `--what-if：${zh}` });
      }
      return [change.name, change.value];
    }),
  );
}

/** Whether a chip has the constants that are to be changed shows when one estimate is made. */
function checkChanges(request: PlanningRequest): void {
  if (request.constants === undefined) return;
  const { constants, ...unchanged } = request;
  const plan = tensorPlan(1);
  if (estimate({ ...unchanged, plan }).problem !== undefined) return;
  const { problem } = estimate({ ...unchanged, constants, plan });
  if (problem !== undefined) throw new UsageError({ en: `--what-if: ${problem.en}`, zh: `--what-if：${problem.zh}` });
}
