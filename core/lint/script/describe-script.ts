import { readDockerfile, readShell, readYaml } from '../../launch';
import { emptyScriptFacts, type Problem, type ScriptFacts } from '../../model';
import { analyzeScript, type PythonParser, readRequirementFile, type ScriptIndex } from '../../pytorch';
import type { ScriptKind } from './script-kind';

export interface ScriptFile {
  /** With `/`, as the workspace knows it. */
  readonly path: string;
  readonly kind: ScriptKind;
  readonly text: string;
}

/** What rules see of a file that goes with PyTorch scripts, and what is wrong with the file itself. */
export function describeScript(
  { path, kind, text }: ScriptFile,
  parser: PythonParser,
  index?: ScriptIndex,
): { readonly facts: ScriptFacts; readonly problems: readonly Problem[] } {
  switch (kind) {
    case 'python':
      return analyzeScript(path, text, parser, index);
    case 'requirements':
      return readRequirementFile(path, text);
    case 'shell':
      return { facts: readShell(path, text), problems: [] };
    case 'dockerfile':
      return { facts: readDockerfile(path, text), problems: [] };
    case 'yaml':
      return { facts: readYaml(path, text), problems: [] };
    case 'notebook':
      return { facts: emptyScriptFacts(path, kind, text), problems: [] };
  }
}
