import type { CheckpointRoute, Evidence, Localized, Severity } from '../../../../core/model';
import text from './classes.json';

/** The models that a route's software lists; what is not in it is not known to run. */
export interface KnownClasses {
  readonly route: CheckpointRoute;
  /** Families of chips that it holds for; undefined: all. */
  readonly families?: readonly string[] | undefined;
  /** Whether `names` are classes (`architectures`) or model types. */
  readonly by: 'class' | 'type';
  readonly names: readonly string[];
  readonly severity: Severity;
  readonly software: Localized;
  readonly consequence: Localized;
  readonly evidence: readonly Evidence[];
}

let lists: readonly KnownClasses[] | undefined;

export function classesOf(route: CheckpointRoute, family: string): KnownClasses | undefined {
  lists ??= JSON.parse(String(text)) as readonly KnownClasses[];
  return lists.find((list) => list.route === route && (list.families?.includes(family) ?? true));
}
