export { type AnalyzedScript, analyzeInSteps, analyzeScript, type ScriptIndex } from './analyze';
export { suppressionOf } from './facts/suppressions';
export { importedModules } from './project/import-scan';
export { type FilesByName, filesImportedBy, filesOfNames } from './project/import-search';
export type { ProgramQuestion } from './project/programs';
export {
  createScriptProject,
  isProjectFile,
  type ScriptProject,
  type ScriptProjectOptions,
} from './project/script-project';
export { readRequirementFile } from './requirements';
export { isLockFile, isRequirementFile } from './requirements/formats';
export { pipRequirement } from './requirements/requirement';
export { type PythonParser, pythonParser } from './syntax/parser';
