export { findRule } from '../../../rules/checks';
export { type FixableReport, type FixedScript, type FixLevel, fixScript } from '../fixes/fix-script';
export { describeCells } from './describe-cells';
export { describeScript, type ScriptFile } from './describe-script';
export { lintScript } from './lint-script';
export { lintScriptFile } from './lint-script-file';
export type { ScriptReport } from './script-report';
export { type ScriptText, scriptText } from './script-text';
export { ruleNamed } from './suppressions';
