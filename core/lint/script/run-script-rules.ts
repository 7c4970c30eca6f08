import { allRules } from '../../../rules/checks';
import {
  compareVersions,
  type Finding,
  type GuardFact,
  type MigrationTable,
  oneMinor,
  type ScriptFacts,
  type ScriptFindingDraft,
  type ScriptRoute,
  type ScriptRule,
  type ScriptRuleContext,
  type Severity,
  type Task,
  type TextSpan,
  type TorchReleases,
} from '../../model';
import type { ScriptIndex } from '../../pytorch';
import { apiTable, chipOf } from '../../targets';
import { findingOf } from '../finding-of';
import type { Destination } from '../plan';
import type { Level, Settings } from '../settings';
import { compareSeverity } from '../severity';
import { hasCounterpart } from './counterpart';
import { oneText } from './one-text';
import { isForOtherVendor } from './other-vendor';
import { sharedWithoutShim, shimOfFile } from './shim-of-file';
import type { Suppressions } from './suppressions';

const scriptRules = allRules.filter((rule) => rule.input === 'script');
const python: readonly ScriptFacts['kind'][] = ['python', 'notebook'];

/**
 * The findings of all rules that are on, about one file on one destination. What `suppressions` keep back is counted
 * there.
 */
export function runScriptRules(
  facts: ScriptFacts,
  destination: Destination<ScriptRoute>,
  settings: Pick<Settings, 'levels' | 'shims' | 'torch'>,
  task: Task,
  suppressions: Suppressions,
  index: ScriptIndex | undefined = undefined,
  torchReleases: TorchReleases | undefined = undefined,
  rules: readonly ScriptRule[] = scriptRules,
): Finding[] {
  const findings: Finding[] = [];
  const { target, route } = destination;
  const table = apiTable(route);
  const isElsewhere = hasCounterpart(facts.path, table.device.type, index) || isForOtherVendor(facts, index);
  const shim = shimOfFile(facts, target.id, settings, table, index);
  /** The rule that is being run, and the level that the settings give it. */
  let running: { readonly rule: ScriptRule; readonly level: Exclude<Level, 'off'> } | undefined;
  const context: ScriptRuleContext = {
    facts,
    target,
    chip: chipOf(target),
    route,
    table,
    shim,
    shimTable: table.shim(shim),
    sharedWithoutShim: () => sharedWithoutShim(facts, shim, target.id, settings, table, index),
    isOptional: () => index?.isOptional?.(facts.path, (guard) => isClosed(guard, context)) ?? false,
    torch: settings.torch ?? releaseOfTables(torchReleases, table),
    torchReleases: shim === 'torch.accelerator' ? withAccelerator(torchReleases) : torchReleases,
    isKeptBack(at, span) {
      const { rule } = running!;
      if (isElsewhere || (rule.code !== 'torch/triton-kernel' && isInKernel(span, facts))) return true;
      const { type } = table.device;
      if (at.ported.some((one) => one === 'accelerator' || one === 'other' || one === type)) return true;
      if (rule.coveredByGuard && at.guard !== undefined) {
        const guard = facts.guards[at.guard]!;
        if (!guard.isUntold && isClosed(guard, context)) return true;
      }
      return suppressions.keepBack(rule.code, span, at.statement.span);
    },
    report(draft) {
      const { rule, level } = running!;
      const { at } = draft;
      const span = draft.span ?? at.span;
      if (context.isKeptBack(at, span)) return;
      const told = {
        message: oneText(draft.message),
        advice: draft.advice && oneText(draft.advice),
        evidence: draft.evidence,
        verdict: draft.verdict,
        severity: severityOf(rule, draft, context),
        certainty: at.certainty ?? 'proven',
        span,
        fixes: draft.fixes,
      };
      findings.push(findingOf(rule, level, told, destination));
    },
  };
  for (const rule of rules) {
    if (task.isCancelled()) break;
    const level = settings.levels.get(rule.code) ?? 'default';
    if (level === 'off' || !(rule.kinds ?? python).includes(facts.kind)) continue;
    running = { rule, level };
    rule.check(context);
  }
  return findings;
}

/** The body of a Triton kernel is no PyTorch, and is told as a whole. */
function isInKernel({ start, end }: TextSpan, { kernels }: ScriptFacts): boolean {
  return kernels.some(({ nameSpan, span }) => start > nameSpan.end && end <= span.end);
}

/** A project that is written on torch.accelerator runs on releases that have it. */
function withAccelerator(releases: TorchReleases | undefined): TorchReleases {
  const first = [2, 6];
  const isLater = releases?.first !== undefined && compareVersions(releases.first, first) > 0;
  const isEarlier = releases?.before !== undefined && compareVersions(releases.before, first) <= 0;
  if (releases !== undefined && (isLater || isEarlier)) return releases;
  return { ...releases, first, pins: releases?.pins ?? [] };
}

/** A release that the project pins, where the vendor's tables have it; of others their newest rows are the nearest. */
function releaseOfTables(releases: TorchReleases | undefined, table: MigrationTable): string | undefined {
  const release = releases && oneMinor(releases);
  return release !== undefined && table.describes(release) ? release : undefined;
}

/**
 * Whether what stands behind a guard does not run on the target. Under a shim it does: the shim answers the question with
 * yes, and leaves the device its name; only what PyTorch is built with it leaves as it is.
 */
function isClosed(guard: GuardFact, { table, shimTable }: Pick<ScriptRuleContext, 'table' | 'shimTable'>): boolean {
  if (shimTable === undefined || guard.isOfBuild) return true;
  return !/^cuda$/i.test(guard.name) && !table.isPatched(shimTable, guard.name);
}

/**
 * Errors need proven facts; what is guarded against a failing import does not fail, nor does what stands behind a question that
 * the target answers with no.
 */
function severityOf(
  rule: ScriptRule,
  { severity = rule.severity, at }: ScriptFindingDraft,
  context: Pick<ScriptRuleContext, 'facts' | 'table' | 'shimTable'>,
): Severity {
  const guard = at.guard === undefined ? undefined : context.facts.guards[at.guard];
  const isReached = guard === undefined || guard === at || !isClosed(guard, context);
  const isSure = (at.certainty ?? 'proven') === 'proven' && !at.guarded && isReached;
  return isSure || compareSeverity(severity, 'warning') <= 0 ? severity : 'warning';
}
