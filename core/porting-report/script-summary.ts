import { compareSeverity, type Effort, effortOf, efforts, isToPort, type ScriptKind } from '../lint';
import type { ScriptReport } from '../lint/script';
import type { Accelerator, Certainty, Finding, ScriptRoute, Severity, TorchReleases } from '../model';

/** What a report keeps of one file: counts and names, no text. */
export interface ScriptSummary {
  readonly path: string;
  readonly language: ScriptKind;
  readonly lines: number;
  /** By `target route`. */
  readonly counts: ReadonlyMap<string, DestinationCounts>;
  readonly kernels: readonly TritonKernel[];
  readonly launches: readonly { readonly kernel: string; readonly path: string }[];
  /** Modules of others that it imports, and packages that it requires. */
  readonly modules: readonly string[];
  readonly packages: readonly string[];
  /** What its regions are ported to. */
  readonly ported: readonly Accelerator[];
  /** The PyTorch releases that it was judged by. */
  readonly releases: ReadonlyMap<ScriptRoute, TorchReleases>;
}

export interface DestinationCounts {
  readonly rules: ReadonlyMap<string, RuleCounts>;
  readonly notes: number;
}

export interface RuleCounts {
  readonly byEffort: Readonly<Record<Effort, number>>;
  readonly byCertainty: Readonly<Record<Certainty, number>>;
  readonly worst: Severity;
}

interface CountedRule extends RuleCounts {
  readonly byEffort: Record<Effort, number>;
  readonly byCertainty: Record<Certainty, number>;
  worst: Severity;
}

export interface TritonKernel {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** The part of a file's report that a porting report needs; `path` as its reader calls it. */
export function summarise({ facts, findings, releases }: ScriptReport, path: string): ScriptSummary {
  return {
    path,
    language: facts.kind,
    lines: lineCount(facts.text),
    counts: countsOf(findings),
    kernels: facts.kernels.map(({ name, nameSpan, span }) => ({
      name,
      line: lineCount(facts.text.slice(0, nameSpan.start)),
      lines: lineCount(facts.text.slice(nameSpan.start, span.end).trimEnd()),
    })),
    launches: facts.kernelLaunches.map((launch) => ({ kernel: launch.kernel, path: launch.path ?? facts.path })),
    modules: [...new Set(facts.imports.filter((fact) => !fact.firstParty).map(({ name }) => name))],
    packages: [...new Set(facts.requirements.map(({ name }) => name))],
    ported: facts.portedRegions.flatMap(({ accelerators }) => accelerators),
    releases,
  };
}

function countsOf(findings: readonly Finding[]): Map<string, DestinationCounts> {
  const counts = new Map<string, { rules: Map<string, CountedRule>; notes: number }>();
  for (const finding of findings) {
    if (finding.target === undefined || finding.route === undefined) continue;
    const key = `${finding.target} ${finding.route}`;
    const own = counts.get(key) ?? { rules: new Map(), notes: 0 };
    counts.set(key, own);
    if (!isToPort(finding)) {
      own.notes += 1;
      continue;
    }
    const rule = own.rules.get(finding.rule) ?? {
      byEffort: noEffort(),
      byCertainty: noCertainty(),
      worst: finding.severity,
    };
    own.rules.set(finding.rule, rule);
    rule.byEffort[effortOf(finding)] += 1;
    rule.byCertainty[finding.certainty ?? 'proven'] += 1;
    if (compareSeverity(finding.severity, rule.worst) > 0) rule.worst = finding.severity;
  }
  return counts;
}

export function noEffort(): Record<Effort, number> {
  return { safe: 0, review: 0, manual: 0 };
}

export const certainties: readonly Certainty[] = ['proven', 'assumed', 'guessed'];

export function noCertainty(): Record<Certainty, number> {
  return { proven: 0, assumed: 0, guessed: 0 };
}

export function total(byEffort: Readonly<Record<Effort, number>>): number {
  return efforts.reduce((sum, effort) => sum + byEffort[effort], 0);
}

export function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
