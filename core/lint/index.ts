export { allRules, findRule } from '../../rules/checks';
export { callCounts } from './call-counts';
export { type Coverage, coverageOf, type VerdictShare } from './coverage';
export type { FileReport } from './file-report';
export { configurationName, findConfiguration } from './find-configuration';
export { unusedIgnores } from './ignores';
export { isModelText, lintModel, type ModelFile } from './lint-model';
export { type Destination, type Plan, planDestinations, unknownTarget } from './plan';
export { type Configuration, readConfiguration } from './read-configuration';
export {
  defaultSettings,
  graphRoutes,
  type Ignore,
  type Level,
  levels,
  mergeSettings,
  precisionOf,
  precisions,
  type Settings,
  type SettingsLayer,
} from './settings';
export { compareSeverity, reaches, severities, type Threshold, thresholds } from './severity';
