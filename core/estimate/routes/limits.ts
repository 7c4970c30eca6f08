import text from '../../../rules/estimate/routes.json';
import type { CheckpointRoute, Evidence, Localized, RefusalSubject } from '../../model';
import type { WeightChoice } from '../weight-choice';

/** How it is decided: a function of core/estimate/routes/checks.ts for each. */
export type LimitCheck =
  | 'heads-divide'
  | 'key-value-heads-divide'
  | 'heads-per-rank-among'
  | 'experts-over-all-or-none'
  | 'expert-blocks'
  | 'most-expert'
  | 'most-data'
  | 'tensor-or-pipeline'
  | 'weights-among'
  | 'weights-not-among'
  | 'cache-among'
  | 'no-draft'
  | 'no-disaggregation'
  | 'methods-among'
  | 'no-quantised-checkpoint'
  | 'storage-not-among'
  | 'architectures-among'
  | 'architectures-not-among'
  | 'never';

/** Something that a route's software refuses. */
export interface RouteLimit {
  readonly id: string;
  /** `any`: every engine that serves by tensor-parallel ranks. */
  readonly route: CheckpointRoute | 'any';
  /** Families of chips that it holds for; undefined: all. */
  readonly families?: readonly string[] | undefined;
  /** Conditions under which it holds; all of them. */
  readonly when?: LimitConditions | undefined;
  readonly check: LimitCheck;
  /** What the check compares with: numbers or names. */
  readonly values?: readonly (number | string)[] | undefined;
  /** What it is about: a part of the plan, or what is to be deployed. */
  readonly subject: RefusalSubject;
  /** Whether a setting gets around it without another checkpoint or plan. */
  readonly adjustable?: boolean | undefined;
  /** What fails and why, with places in braces: `{heads}`, `{tensor}`, ... */
  readonly message: Localized;
  /** What to do instead. */
  readonly instead?: Localized | undefined;
  readonly evidence: readonly Evidence[];
  /** What speaks against it: sources that do what it says cannot be done. */
  readonly contradictedBy?: readonly Evidence[] | undefined;
}

export interface LimitConditions {
  readonly attention?: 'latent' | 'grouped-query';
  /** The model has layers of this kind. */
  readonly layers?: 'dense' | 'mixture';
  readonly weights?: readonly WeightChoice[];
  readonly graphs?: boolean;
}

type StoredLimit = Omit<RouteLimit, 'evidence' | 'contradictedBy'> & {
  readonly evidence: readonly number[];
  readonly contradictedBy?: readonly number[];
};

let limits: readonly RouteLimit[] | undefined;

/** All limits, with evidence: rules/estimate/routes.json. */
export function allRouteLimits(): readonly RouteLimit[] {
  if (limits !== undefined) return limits;
  const table = JSON.parse(text.toString()) as {
    sources: readonly Evidence[];
    limits: readonly StoredLimit[];
  };
  const sourced = (indices: readonly number[]) => indices.map((index) => table.sources[index]!);
  limits = table.limits.map((row) => ({
    ...row,
    evidence: sourced(row.evidence),
    contradictedBy: row.contradictedBy && sourced(row.contradictedBy),
  }));
  return limits;
}

const byRouteAndFamily = new Map<string, readonly RouteLimit[]>();

/** Limits of a route on a family of chips; of an undefined route (NVIDIA) those that every engine has. */
export function routeLimits(route: CheckpointRoute | undefined, family: string): readonly RouteLimit[] {
  const key = `${route} ${family}`;
  const found = byRouteAndFamily.get(key);
  if (found !== undefined) return found;
  const own = allRouteLimits().filter(
    (limit) => (limit.route === 'any' || limit.route === route) && (limit.families?.includes(family) ?? true),
  );
  byRouteAndFamily.set(key, own);
  return own;
}
