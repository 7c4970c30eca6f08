import type { ScriptFacts } from './script-facts';

/** The facts of a text in which nothing was found. */
export function emptyScriptFacts(path: string, kind: ScriptFacts['kind'], text: string): ScriptFacts {
  return {
    path,
    text,
    kind,
    imports: [],
    calls: [],
    references: [],
    deviceStrings: [],
    deviceComparisons: [],
    deviceVariables: [],
    messageTests: [],
    guards: [],
    portedRegions: [],
    classes: [],
    kernels: [],
    kernelLaunches: [],
    patterns: [],
    tensorUses: [],
    environment: [],
    suppressions: [],
    requirements: [],
    aliases: new Map(),
    names: new Set(),
    importInsertion: 0,
    lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
