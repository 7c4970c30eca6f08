import { emptyScriptFacts, type ScriptFacts } from '../model';
import { commentSuppressions } from './comment-suppressions';
import { shellFacts } from './shell-facts';

/** The facts of a shell script: variables that it sets and reads, what it starts, what it installs. */
export function readShell(path: string, text: string): ScriptFacts {
  return { ...emptyScriptFacts(path, 'shell', text), ...shellFacts(text), suppressions: commentSuppressions(text) };
}
