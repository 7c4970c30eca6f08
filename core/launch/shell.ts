import { emptyScriptFacts, type ScriptFacts } from '../model';
import { commentSuppressions } from './comment-suppressions';
import { shellFacts } from './shell-facts';
import { batchDirectives } from './slurm';

/** The facts of a shell script: variables that it sets and reads, what it starts, what it installs. */
export function readShell(path: string, text: string): ScriptFacts {
  const { commands, ...others } = shellFacts(text);
  return {
    ...emptyScriptFacts(path, 'shell', text),
    ...others,
    commands: [...batchDirectives(text), ...commands],
    suppressions: commentSuppressions(text),
  };
}
