import { shellFacts } from '../../launch';
import type { Problem, ScriptFacts } from '../../model';
import type { CellScript } from '../../notebook';
import { analyzeScript, type PythonParser, type ScriptIndex } from '../../pytorch';

/** The facts of a notebook's cells as one script, with what they give to a shell. */
export function describeCells(
  path: string,
  script: CellScript,
  parser: PythonParser,
  index?: ScriptIndex,
): { readonly facts: ScriptFacts; readonly problems: readonly Problem[] } {
  const { facts, problems } = analyzeScript(path, script.text, parser, index);
  const shell = script.commands.map((span) => shellFacts(script.unmasked, span));
  return {
    facts: {
      ...facts,
      kind: 'notebook',
      environment: [...facts.environment, ...shell.flatMap(({ environment }) => environment)],
      requirements: [...facts.requirements, ...shell.flatMap(({ requirements }) => requirements)],
      commands: [...(facts.commands ?? []), ...shell.flatMap(({ commands }) => commands)],
    },
    problems,
  };
}
