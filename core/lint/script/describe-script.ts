import { readDeepSpeed, readDockerfile, readLines, readShell, readYaml } from '../../launch';
import type { Problem, ScriptFacts } from '../../model';
import { readNotebook } from '../../notebook';
import { analyzeScript, isLockFile, type PythonParser, readRequirementFile, type ScriptIndex } from '../../pytorch';
import { describeCells } from './describe-cells';
import type { ScriptKind } from './script-kind';

export interface ScriptFile {
  /** With `/`, as the workspace knows it. */
  readonly path: string;
  readonly kind: ScriptKind;
  readonly text: string;
}

/**
 * What rules see of a file that goes with PyTorch scripts, and what is wrong with the file itself. Of a notebook, the spans
 * are those of its cells as one script: `lintScriptFile` leads them back.
 */
export function describeScript(
  { path, kind, text }: ScriptFile,
  parser: PythonParser,
  index?: ScriptIndex,
): { readonly facts: ScriptFacts; readonly problems: readonly Problem[] } {
  switch (kind) {
    case 'python':
      return analyzeScript(path, text, parser, index);
    case 'requirements':
      return readRequirementFile(path, text, isLockFile(path) ? index?.askedFor?.(path) : undefined);
    case 'shell':
      return readLines(text, (lines) => readShell(path, lines));
    case 'dockerfile':
      return readLines(text, (lines) => readDockerfile(path, lines));
    case 'yaml':
      return readLines(text, (lines) => readYaml(path, lines));
    case 'deepspeed':
      return { facts: readDeepSpeed(path, text), problems: [] };
    case 'notebook':
      return describeCells(path, readNotebook(text).script, parser, index);
  }
}
