import {
  type CellPlace,
  type Evidence,
  type Finding,
  type Fix,
  type Localized,
  type OperatorPlace,
  operatorType,
  type Severity,
  type TextSpan,
  type ValuePlace,
} from '../model';
import { byWorstFirst } from './severity';

/** Findings that say the same of several places, operator types or targets, as one. */
export interface FindingGroup {
  readonly severity: Severity;
  readonly message: Localized;
  readonly advice: Localized | undefined;
  readonly evidence: readonly Evidence[];
  /** Of its first place; the others have the like. */
  readonly fixes: readonly Fix[];
  /** `target (route)`; empty where it holds for every target. */
  readonly targets: readonly string[];
  /** Empty where it is about the model as a whole. */
  readonly places: readonly GroupedPlace[];
  /** Operator types that it holds for beside the one that the message names, with how many places each has. */
  readonly likewise: ReadonlyMap<string, number>;
  /** How many findings it stands for. */
  readonly count: number;
}

export interface GroupedPlace {
  readonly place?: OperatorPlace | undefined;
  readonly value?: ValuePlace | undefined;
  readonly span?: TextSpan | undefined;
  readonly cell?: CellPlace | undefined;
}

export interface RuleGroup {
  readonly rule: string;
  /** The worst of its findings'. */
  readonly severity: Severity;
  readonly groups: readonly FindingGroup[];
  readonly count: number;
}

/** A file's findings by rule, the worst first, and what says the same only once. */
export function groupByRule({ findings }: { readonly findings: readonly Finding[] }): RuleGroup[] {
  return merge(
    findings,
    ({ rule }) => rule,
    (list): RuleGroup => {
      const groups = mergeTypes(mergeTargets(mergePlaces(list))).sort(byWorstFirst);
      return { rule: list[0]!.rule, severity: groups[0]!.severity, groups, count: list.length };
    },
  ).sort(byWorstFirst);
}

/** One group per text and target, with all its places. */
function mergePlaces(findings: readonly Finding[]): FindingGroup[] {
  return merge(findings, textAndTarget, (list): FindingGroup => {
    const { severity, message, advice, evidence, fixes, target, route } = list[0]!;
    return {
      severity,
      message,
      advice,
      evidence,
      fixes,
      targets: target === undefined ? [] : [route === undefined ? target : `${target} (${route})`],
      places: list
        .filter((one) => one.place ?? one.value ?? one.span)
        .map(({ place, value, span, cell }) => ({ place, value, span, cell })),
      likewise: new Map(),
      count: list.length,
    };
  });
}

function textAndTarget({ severity, message, advice, target, route, place }: Finding): string {
  return [severity, target, route, place === undefined, message.en, advice?.en ?? ''].join('\n');
}

/**
 * Groups on the same targets whose texts differ in the operator's type alone, as one. After the targets: an operator type
 * that holds on more targets than another would else be told once with it and once more without.
 */
function mergeTypes(groups: readonly FindingGroup[]): FindingGroup[] {
  const key = (group: FindingGroup) => {
    const { severity, message, advice, targets, places } = group;
    const plain = withoutType(places[0]?.place?.op);
    return [severity, ...targets, places[0]?.place === undefined, plain(message.en), plain(advice?.en ?? '')].join(
      '\n',
    );
  };
  return merge(groups, key, (list): FindingGroup => {
    const [first] = list;
    const places = list.flatMap((group) => group.places);
    const op = first!.places[0]?.place?.op;
    const others = places.flatMap(({ place }) => (place === undefined || place.op === op ? [] : [operatorType(place)]));
    const counts = merge(
      others,
      (type) => type,
      (same) => [same[0]!, same.length] as const,
    );
    const count = list.reduce((total, group) => total + group.count, 0);
    return { ...first!, places, likewise: new Map(counts), count };
  });
}

/** Takes the operator's type out of a text. */
function withoutType(op: string | undefined): (text: string) => string {
  return (text) => (op === undefined || op === '' ? text : text.replaceAll(op, '\0'));
}

/** Groups of the same text and places on several targets, as one. */
function mergeTargets(groups: readonly FindingGroup[]): FindingGroup[] {
  const key = ({ severity, message, advice, places }: FindingGroup) => {
    const offsets = places.map(({ place, value, span }) => (place ?? value)?.byteOffset ?? span?.start);
    return [severity, message.en, advice?.en, ...offsets].join('\n');
  };
  return merge(groups, key, (list) => ({
    ...list[0]!,
    targets: [...new Set(list.flatMap((one) => one.targets))],
    count: list.reduce((total, one) => total + one.count, 0),
  }));
}

function merge<T, R>(items: readonly T[], key: (item: T) => string, join: (items: T[]) => R): R[] {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const itsKey = key(item);
    const list = lists.get(itsKey);
    if (list === undefined) lists.set(itsKey, [item]);
    else list.push(item);
  }
  return [...lists.values()].map(join);
}
