export { analyzeScript, type ScriptIndex } from './analyze';
export { loadPython, type PythonParser, type PythonWasm } from './parser';
export { isRequirementFile, readRequirementFile } from './requirements';
