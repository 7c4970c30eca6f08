import { choosePlan, type Estimate, type PlanningRequest } from '../../core/estimate';
import { reasonOf } from '../../core/estimate-report';
import { planCheckpointDestinations } from '../../core/lint';
import { type CheckpointReport, lintCheckpoint } from '../../core/lint/checkpoint';
import type { BesideConfiguration } from '../../core/llm';
import type { Localized, ModelDescription, Target } from '../../core/model';
import { findTarget } from '../../core/targets';
import type { ModelSettings } from '../settings/model-settings';
import { LineStarts } from '../text/line-starts';

/** What a model's configuration says of one target. */
export interface TargetEstimate {
  readonly target: Target;
  readonly request: PlanningRequest;
  /** Undefined where there is none; `reason` then says why. */
  readonly best: Estimate | undefined;
  readonly reason: Localized | undefined;
}

/** What the server knows about one configuration in one state. */
export interface CheckpointAnalysis {
  readonly uri: string;
  readonly version: string;
  readonly text: string;
  readonly lines: LineStarts;
  readonly report: CheckpointReport;
  readonly settings: ModelSettings;
  /** One for each target of the settings; made when first asked for. */
  estimates(): readonly TargetEstimate[];
}

export function analyseCheckpoint(
  given: Pick<CheckpointAnalysis, 'uri' | 'version' | 'text' | 'settings'> & { readonly path: string },
  beside: BesideConfiguration | undefined,
): CheckpointAnalysis {
  const { path, text, settings } = given;
  const report = lintCheckpoint({ path, text, beside }, settings.settings);
  let estimates: readonly TargetEstimate[] | undefined;
  return {
    ...given,
    lines: new LineStarts(text),
    report,
    estimates: () => (estimates ??= report.facts?.model === undefined ? [] : estimatesOf(report.facts.model, settings)),
  };
}

/** By the routes of the settings; NVIDIA parts, which have none, as they are compared with. */
function estimatesOf(model: ModelDescription, { settings, load }: ModelSettings): TargetEstimate[] {
  const routes = new Map(
    planCheckpointDestinations(settings).destinations.map(({ target, route }) => [target.id, route]),
  );
  return [...new Set(settings.targets)].flatMap((id) => {
    const target = findTarget(id);
    const route = routes.get(id);
    if (target === undefined || (route === undefined && target.vendor !== 'nvidia')) return [];
    const request: PlanningRequest = { model, target, route, ...load };
    const best = choosePlan(request);
    return [{ target, request, best, reason: best === undefined ? reasonOf(request) : undefined }];
  });
}
