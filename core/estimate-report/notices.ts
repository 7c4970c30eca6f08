import type { Estimate, PlanningRequest } from '../estimate';
import type { Finding, Localized, Severity } from '../model';
import { confidenceOf } from './confidence';
import type { Say } from './tables';

export type Chosen = readonly (readonly [PlanningRequest, Estimate])[];

/** Findings that change what the figures are worth: notes do not. */
const weighty: readonly Severity[] = ['silent', 'error', 'warning'];
/** What the software refuses of the checkpoint is among the findings. */
const ofCheckpoint: ReadonlySet<string> = new Set(['weights', 'quantization', 'storage', 'architecture']);

/** What to know before the figures are relied on: what the rules say of the configuration, the worst first, and what the software refuses of the plan. */
export function noticesOf(chosen: Chosen, findings: readonly (readonly Finding[])[], say: Say): string[] {
  const told = findings.flatMap((each) =>
    each
      .filter(({ severity }) => weighty.includes(severity))
      .sort((a, b) => weighty.indexOf(a.severity) - weighty.indexOf(b.severity))
      .map(({ message, advice, rule, target }) => `${where(target)}${withAdvice(message, advice, say)} (${rule})`),
  );
  const refused = chosen.flatMap(([{ target }, { refusals }]) =>
    refusals
      .filter(({ limit }) => !ofCheckpoint.has(limit.subject))
      .map(({ message, instead }) => `${where(target.id)}${withAdvice(message, instead, say)}`),
  );
  return [...told, ...refused];

  function where(target: string | undefined): string {
    return chosen.length > 1 && target !== undefined ? `${target}: ` : '';
  }
}

/** How far estimates of this kind are from what was measured. */
export function confidenceTexts(chosen: Chosen, say: Say): string[] {
  return byTarget(
    chosen.map(([request, one]) => confidenceOf(request, one).map(say)),
    chosen,
  );
}

/** What the figures rest on, each once; with the targets that it is of where it is not of all. */
export function assumptionTexts(chosen: Chosen, say: Say): string[] {
  return byTarget(
    chosen.map(([, { assumptions }]) => assumptions.map(say)),
    chosen,
  );
}

function byTarget(lists: readonly (readonly string[])[], chosen: Chosen): string[] {
  const targets = new Map<string, string[]>();
  for (const [index, texts] of lists.entries()) {
    for (const text of new Set(texts)) {
      const of = targets.get(text) ?? [];
      of.push(chosen[index]![0].target.id);
      targets.set(text, of);
    }
  }
  const said = [...targets].map(([text, of]) => ({
    text: of.length === chosen.length ? text : `${of.join(', ')}: ${text}`,
    isCommon: of.length === chosen.length,
  }));
  return [...said.filter(({ isCommon }) => isCommon), ...said.filter(({ isCommon }) => !isCommon)].map(
    ({ text }) => text,
  );
}

function withAdvice(message: Localized, advice: Localized | undefined, say: Say): string {
  return `${say(message)}${advice === undefined ? '' : ` → ${say(advice)}`}`;
}
