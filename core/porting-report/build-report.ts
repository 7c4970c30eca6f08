import { compareSeverity, type Destination, efforts } from '../lint';
import { findRule } from '../lint/script';
import type { MigrationTable, ScriptRoute, Severity, ShimName } from '../model';
import { apiTable, chipOf } from '../targets';
import type { CudaSource } from './cuda-source';
import { kernelsOf } from './kernels';
import { librariesOf } from './libraries';
import { type EarlierReport, progressOf } from './progress';
import { releasesOf } from './releases';
import type { Certainties, FilePorting, PortedShare, PortingReport, RulePorting, TargetPorting } from './report';
import {
  certainties,
  type DestinationCounts,
  noCertainty,
  noEffort,
  type ScriptSummary,
  total,
} from './script-summary';

/** What a folder was found to hold. */
export interface Survey {
  readonly name: string;
  readonly operands: readonly string[];
  readonly date: string;
  readonly destinations: readonly Destination<ScriptRoute>[];
  /** By target. */
  readonly shims: ReadonlyMap<string, ShimName>;
  readonly scripts: readonly ScriptSummary[];
  readonly sources: readonly CudaSource[];
  readonly unread: number;
  readonly earlier: EarlierReport | undefined;
  /** How the reader calls a path of the workspace. */
  pathOf(path: string): string;
}

export function buildReport(survey: Survey): PortingReport {
  const { name, operands, date, scripts, sources, unread, destinations } = survey;
  return {
    name,
    operands,
    date,
    files: {
      read: scripts.length,
      lines: scripts.reduce((sum, { lines }) => sum + lines, 0),
      unread,
      cudaSources: sources.length,
    },
    targets: destinations.map((destination) => targetPorting(destination, survey)),
  };
}

function targetPorting({ target, route }: Destination<ScriptRoute>, survey: Survey): TargetPorting {
  const { scripts, sources, earlier, pathOf } = survey;
  const table = apiTable(route);
  const { family } = chipOf(target);
  const own = scripts.map((script) => ({ script, counts: script.counts.get(`${target.id} ${route}`) }));
  const files = own.flatMap(({ script, counts }) => (counts === undefined ? [] : filePorting(script, counts)));
  files.sort((a, b) => b.findings - a.findings || (a.path < b.path ? -1 : 1));
  const byEffort = noEffort();
  for (const file of files) for (const effort of efforts) byEffort[effort] += file.byEffort[effort];
  const rules = rulesOf(own.flatMap(({ counts }) => counts ?? []));
  const destination = { target: target.id, route };
  const shim = survey.shims.get(target.id) ?? 'none';
  const progress = earlier && progressOf(destination, files, earlier);
  return {
    ...destination,
    ...(shim === 'none' ? {} : { shim }),
    torch: releasesOf(scripts, route, pathOf),
    findings: total(byEffort),
    byEffort,
    byCertainty: certaintyOf(rules),
    notes: own.reduce((sum, { counts }) => sum + (counts?.notes ?? 0), 0),
    readyFiles: scripts.length - files.length,
    rules,
    files,
    kernels: kernelsOf(scripts, sources, table, family, pathOf),
    libraries: librariesOf(scripts, table, family),
    ported: portedOf(scripts, table),
    ...(progress === undefined ? {} : { progress }),
  };
}

function filePorting({ path, lines }: ScriptSummary, { rules }: DestinationCounts): FilePorting[] {
  if (rules.size === 0) return [];
  const byEffort = noEffort();
  for (const counts of rules.values()) for (const effort of efforts) byEffort[effort] += counts.byEffort[effort];
  const counts = Object.fromEntries([...rules].map(([rule, { byEffort: own }]) => [rule, total(own)]));
  return [{ path, lines, findings: total(byEffort), byEffort, rules: counts }];
}

function certaintyOf(rules: readonly RulePorting[]): Certainties {
  const all = noCertainty();
  for (const { byCertainty } of rules) for (const one of certainties) all[one] += byCertainty[one];
  return all;
}

interface CountedRule {
  readonly byEffort: ReturnType<typeof noEffort>;
  readonly byCertainty: ReturnType<typeof noCertainty>;
  severity: Severity;
  files: number;
}

function rulesOf(all: readonly DestinationCounts[]): RulePorting[] {
  const rules = new Map<string, CountedRule>();
  for (const [code, counts] of all.flatMap((one) => [...one.rules])) {
    const rule = rules.get(code) ?? {
      byEffort: noEffort(),
      byCertainty: noCertainty(),
      severity: counts.worst,
      files: 0,
    };
    rules.set(code, rule);
    rule.files += 1;
    for (const effort of efforts) rule.byEffort[effort] += counts.byEffort[effort];
    for (const certainty of certainties) rule.byCertainty[certainty] += counts.byCertainty[certainty];
    if (compareSeverity(counts.worst, rule.severity) > 0) rule.severity = counts.worst;
  }
  return [...rules]
    .map(([rule, counts]) => ({
      rule,
      title: findRule(rule)?.title ?? { en: rule, zh: rule },
      severity: counts.severity,
      findings: total(counts.byEffort),
      byEffort: counts.byEffort,
      byCertainty: counts.byCertainty,
      files: counts.files,
    }))
    .sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
}

const shownPorted = 12;

function portedOf(scripts: readonly ScriptSummary[], { device }: MigrationTable): PortedShare {
  const counts = scripts
    .map(({ path, ported }) => ({
      path,
      regions: ported.filter((accelerator) => accelerator === 'accelerator' || accelerator === device.type).length,
    }))
    .filter(({ regions }) => regions > 0)
    .sort((a, b) => b.regions - a.regions || (a.path < b.path ? -1 : 1));
  return {
    files: counts.length,
    regions: counts.reduce((sum, { regions }) => sum + regions, 0),
    paths: counts.slice(0, shownPorted).map(({ path }) => path),
  };
}
