import { readDeepSpeed, readDockerfile, readLines, readShell, readYaml } from '../../launch';
import { atOnce, type Steps } from '../../model';
import { readNotebook } from '../../notebook';
import { analyzeInSteps, isLockFile, type PythonParser, readRequirementFile, type ScriptIndex } from '../../pytorch';
import { type DescribedScript, describeCellsInSteps } from './describe-cells';
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
export function describeScript(file: ScriptFile, parser: PythonParser, index?: ScriptIndex): DescribedScript {
  return atOnce(describeInSteps(file, parser, index));
}

/** The same, for a host that has other things to do meanwhile. */
export function* describeInSteps(
  { path, kind, text }: ScriptFile,
  parser: PythonParser,
  index?: ScriptIndex,
): Steps<DescribedScript> {
  switch (kind) {
    case 'python':
      return yield* analyzeInSteps(path, text, parser, index);
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
      return yield* describeCellsInSteps(path, readNotebook(text).script, parser, index);
  }
}
