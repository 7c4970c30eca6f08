export { findGraphRule, graphRules } from '../../rules/checks/graph-rules';
export { callCounts } from './call-counts';
export type { Coverage, VerdictShare } from './coverage';
export { evidenceLink } from './evidence-link';
export type { FileReport } from './file-report';
export { configurationName, findConfiguration } from './find-configuration';
export { type FindingGroup, type GroupedPlace, groupByRule, type RuleGroup } from './finding-groups';
export { applyEdits, applyFixes, type FixedText } from './fixes/apply-fixes';
export type { GraphReport } from './graph-report';
export { isModelText, lintModel, type ModelFile } from './lint-model';
export {
  type Destination,
  type Plan,
  planCheckpointDestinations,
  planDestinations,
  planScriptDestinations,
  unusableTarget,
} from './plan';
export { byPlace, type PlaceFindings } from './script/by-place';
export {
  destinationNames,
  type Effort,
  effortOf,
  efforts,
  isToPort,
  type Porting,
  type PortingOfRule,
  portingOf,
} from './script/porting';
export { type ScriptKind, scriptKindOf } from './script/script-kind';
export {
  defaultSettings,
  type Ignore,
  isSize,
  type Level,
  levels,
  mergeSettings,
  precisionOf,
  precisions,
  routes,
  type Settings,
  type SettingsLayer,
  shimNames,
  shimOf,
} from './settings';
export { byWorstFirst, compareSeverity, reaches, severities, type Threshold, thresholds } from './severity';
export { type ToldOnce, toldOnce } from './told-once';
