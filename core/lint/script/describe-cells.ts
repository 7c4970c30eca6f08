import { shellFacts } from '../../launch';
import { atOnce, type Problem, type ScriptFacts, type Steps } from '../../model';
import type { CellScript } from '../../notebook';
import { analyzeInSteps, type PythonParser, type ScriptIndex } from '../../pytorch';

export interface DescribedScript {
  readonly facts: ScriptFacts;
  readonly problems: readonly Problem[];
}

/** The facts of a notebook's cells as one script, with what they give to a shell. */
export function describeCells(
  path: string,
  script: CellScript,
  parser: PythonParser,
  index?: ScriptIndex,
): DescribedScript {
  return atOnce(describeCellsInSteps(path, script, parser, index));
}

/** The same, for a host that has other things to do meanwhile. */
export function* describeCellsInSteps(
  path: string,
  script: CellScript,
  parser: PythonParser,
  index?: ScriptIndex,
): Steps<DescribedScript> {
  const { facts, problems } = yield* analyzeInSteps(path, script.text, parser, index);
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
