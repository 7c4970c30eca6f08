export { allRules, findRule } from '../../rules/checks';
export { callCounts } from './call-counts';
export { type CheckpointFile, type CheckpointReport, lintCheckpoint } from './checkpoint/lint-checkpoint';
export { type Coverage, coverageOf, type VerdictShare } from './coverage';
export { evidenceLink } from './evidence-link';
export type { FileReport } from './file-report';
export { configurationName, findConfiguration } from './find-configuration';
export { type FindingGroup, type GroupedPlace, groupByRule, type RuleGroup } from './finding-groups';
export { applyEdits, applyFixes, type FixedText } from './fixes/apply-fixes';
export { type FixableReport, type FixedScript, type FixLevel, fixLevels, fixScript } from './fixes/fix-script';
export type { GraphReport } from './graph-report';
export { unusedIgnores } from './ignores';
export { isModelText, lintModel, type ModelFile } from './lint-model';
export {
  type Destination,
  type Plan,
  planCheckpointDestinations,
  planDestinations,
  planScriptDestinations,
  unknownTarget,
  unusableTarget,
} from './plan';
export { type Configuration, readConfiguration } from './read-configuration';
export { byPlace, type PlaceFindings } from './script/by-place';
export { describeCells } from './script/describe-cells';
export { describeScript, type ScriptFile } from './script/describe-script';
export { lintScript } from './script/lint-script';
export { lintScriptFile } from './script/lint-script-file';
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
export type { ScriptReport } from './script/script-report';
export { type ScriptText, scriptText } from './script/script-text';
export { ruleNamed } from './script/suppressions';
export {
  checkpointRoutes,
  defaultSettings,
  graphRoutes,
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
  scriptRoutes,
  shimNames,
  shimOf,
} from './settings';
export { byWorstFirst, compareSeverity, reaches, severities, type Threshold, thresholds } from './severity';
export { type ToldOnce, toldOnce } from './told-once';
