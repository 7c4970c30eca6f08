import type { Evidence, Finding, Localized, OperatorPlace, Severity, TextSpan, ValuePlace } from '../../core/model';
import { byWorstFirst, type ReportedFile } from '../report';

/** Findings that say the same of several places or targets, as one. */
export interface FindingGroup {
  readonly severity: Severity;
  readonly message: Localized;
  readonly advice: Localized | undefined;
  readonly evidence: readonly Evidence[];
  /** `target (route)`; empty where it holds for every target. */
  readonly targets: readonly string[];
  /** Empty where it is about the model as a whole. */
  readonly places: readonly { readonly place?: OperatorPlace | undefined; readonly value?: ValuePlace | undefined }[];
  /** Of each place, in a file that has lines. */
  readonly spans: readonly (TextSpan | undefined)[];
  /** How many findings it stands for. */
  readonly count: number;
}

export interface RuleGroup {
  readonly rule: string;
  /** The worst of its findings'. */
  readonly severity: Severity;
  readonly groups: readonly FindingGroup[];
  readonly count: number;
}

/** A file's findings by rule, the worst first, and what says the same only once. */
export function groupByRule({ findings }: Pick<ReportedFile, 'findings'>): RuleGroup[] {
  const rules = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = rules.get(finding.rule);
    if (list === undefined) rules.set(finding.rule, [finding]);
    else list.push(finding);
  }
  return [...rules]
    .map(([rule, list]): RuleGroup => {
      const groups = mergeTargets(mergePlaces(list));
      groups.sort(byWorstFirst);
      return { rule, severity: groups[0]!.severity, groups, count: list.length };
    })
    .sort(byWorstFirst);
}

/** One group per text and target, with all its places. */
function mergePlaces(findings: readonly Finding[]): FindingGroup[] {
  return merge(
    findings,
    ({ severity, message, advice, target, route }) => JSON.stringify([severity, message.en, advice?.en, target, route]),
    (list): FindingGroup => {
      const { severity, message, advice, evidence, target, route } = list[0]!;
      const placed = list.filter((one) => one.place ?? one.value);
      return {
        severity,
        message,
        advice,
        evidence,
        targets: target === undefined ? [] : [route === undefined ? target : `${target} (${route})`],
        places: placed.map(({ place, value }) => ({ place, value })),
        spans: placed.map(({ span }) => span),
        count: list.length,
      };
    },
  );
}

/** Groups of the same text and places on several targets, as one. */
function mergeTargets(groups: readonly FindingGroup[]): FindingGroup[] {
  const key = ({ severity, message, advice, places }: FindingGroup) =>
    JSON.stringify([severity, message.en, advice?.en, places.map(({ place, value }) => (place ?? value)!.byteOffset)]);
  return merge(groups, key, (list) => ({
    ...list[0]!,
    targets: [...new Set(list.flatMap((one) => one.targets))],
    count: list.reduce((total, one) => total + one.count, 0),
  }));
}

function merge<T, R>(items: readonly T[], key: (item: T) => string, join: (items: T[]) => R): R[] {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const list = lists.get(key(item));
    if (list === undefined) lists.set(key(item), [item]);
    else list.push(item);
  }
  return [...lists.values()].map(join);
}
