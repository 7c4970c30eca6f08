import { byPlace, type PlaceFindings } from '../../core/lint';
import type { CellPlace, Evidence, Finding, Fix, Localized, Severity, TextSpan } from '../../core/model';

/** What one rule says of one place of a script, on all targets. */
export interface ScriptPlaceReport {
  readonly rule: string;
  /** The worst of the targets'. */
  readonly severity: Severity;
  readonly span: TextSpan | undefined;
  readonly cell: CellPlace | undefined;
  readonly tellings: readonly Telling[];
}

/** What is said of the place, with the targets for which it is the same. */
export interface Telling {
  readonly message: Localized;
  readonly advice: Localized | undefined;
  /** `target (route)`; empty where it holds for every target. */
  readonly targets: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
}

/** A script's findings by place, in their order. */
export function placesOfScript(findings: readonly Finding[]): ScriptPlaceReport[] {
  return byPlace(findings).map(placeReport);
}

export function placeReport({ rule, severity, span, findings }: PlaceFindings): ScriptPlaceReport {
  return { rule, severity, span, cell: findings[0]!.cell, tellings: tellings(findings) };
}

function tellings(findings: readonly Finding[]): Telling[] {
  const byText = new Map<string, Telling & { targets: string[] }>();
  for (const { message, advice, target, route, evidence, fixes } of findings) {
    const key = `${message.en}\n${advice?.en ?? ''}`;
    const name = target === undefined ? [] : [route === undefined ? target : `${target} (${route})`];
    const same = byText.get(key);
    if (same === undefined) byText.set(key, { message, advice, targets: name, evidence, fixes });
    else same.targets.push(...name);
  }
  return [...byText.values()];
}
