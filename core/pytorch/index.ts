export { analyzeScript, type ScriptIndex } from './analyze';
export { loadPython, type PythonParser, type PythonWasm } from './parser';
export { isRequirementFile, readRequirementFile } from './requirements';
export { pipRequirement } from './requirements/requirement';
export { suppressionOf } from './suppressions';
