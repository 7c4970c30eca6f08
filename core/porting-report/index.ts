export { buildReport, type Survey } from './build-report';
export { type CudaSource, readCudaSource } from './cuda-source';
export { portingJson } from './json';
export { portingMarkdown } from './markdown';
export { portingPage } from './page/porting-page';
export { type EarlierReport, readEarlierReport } from './progress';
export type { PortingReport, TargetPorting } from './report';
export { type ScriptSummary, summarise } from './script-summary';
