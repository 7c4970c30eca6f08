import type { ScriptFacts } from '../../model';
import type { ScriptKind } from './script-kind';

/** The facts of a text in which nothing was found. */
export function emptyFacts(path: string, kind: ScriptKind, text: string): ScriptFacts {
  return {
    path,
    text,
    kind,
    imports: [],
    calls: [],
    references: [],
    deviceStrings: [],
    deviceComparisons: [],
    guards: [],
    portedRegions: [],
    classes: [],
    kernels: [],
    kernelLaunches: [],
    environment: [],
    suppressions: [],
    requirements: [],
    aliases: new Map(),
    names: new Set(),
    importInsertion: 0,
    lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
