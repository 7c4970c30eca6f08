import type { CommandFact, EnvironmentFact, RequirementFact, ScriptPlace, TextSpan } from '../model';
import { pipInstallRequirements } from './pip-install';
import { placeOf } from './place';
import { shellCommands, type Word } from './shell-words';
import { endOfOptions } from './slurm';

/** What a part of a shell script does that concerns a port. */
export interface ShellFacts {
  readonly commands: readonly CommandFact[];
  readonly environment: readonly EnvironmentFact[];
  readonly requirements: readonly RequirementFact[];
}

const assignment = /^(?<name>[A-Za-z_]\w*)\+?=(?<value>[\s\S]*)$/;
/** Words that begin a command and are followed by another: of the shell, and programs that start one. */
const prefixes = new Set([
  ...['if', 'then', 'else', 'elif', 'while', 'until', 'do', '!', 'time', 'exec', 'command', 'builtin', 'eval'],
  ...['sudo', 'env', 'nohup', 'nice', 'xvfb-run', 'setsid', 'stdbuf'],
]);
const endings = new Set(['fi', 'done', 'esac', 'for', 'case', 'select', 'function']);
const declarations = new Set(['export', 'declare', 'typeset', 'local', 'readonly', 'setenv']);
const reading = /\$(?:\{(?<braced>[A-Za-z_]\w*)|(?<plain>[A-Za-z_]\w*))/dg;

/** The facts of a part of `text`, whose spans are offsets in the whole. */
export function shellFacts(text: string, part: TextSpan = { start: 0, end: text.length }): ShellFacts {
  const commands: CommandFact[] = [];
  const environment: EnvironmentFact[] = [];
  const requirements: RequirementFact[] = [];
  for (const words of shellCommands(text, part)) {
    const place = placeOf(text, { start: words[0]!.span.start, end: words.at(-1)!.span.end });
    const rest = command(words, place);
    const [first, ...others] = rest;
    environment.push(...readings(text, words, place));
    if (first === undefined) continue;
    const name = first.text.slice(first.text.lastIndexOf('/') + 1);
    if (name === '' || name.includes('$') || endings.has(name)) continue;
    commands.push({ ...place, name, nameSpan: first.span, words: others });
    requirements.push(...pipInstallRequirements(text, name, others));
  }
  return { commands, environment, requirements };

  /** Takes assignments and prefixes away; what is left is the command itself. */
  function command(words: readonly Word[], place: ScriptPlace): readonly Word[] {
    let index = 0;
    let declares = false;
    for (; index < words.length; index += 1) {
      const word = words[index]!;
      const assigned = assignment.exec(word.text);
      if (assigned) {
        const { name, value } = assigned.groups as { name: string; value: string };
        const nameSpan = { start: word.span.start, end: word.span.start + name.length };
        environment.push({ ...place, variable: name, nameSpan, use: 'write', value });
      } else if (word.text === 'srun' && !declares) {
        const end = endOfOptions(words, index + 1);
        commands.push({ ...place, name: 'srun', nameSpan: word.span, words: words.slice(index + 1, end) });
        index = end - 1;
      } else if (declarations.has(word.text)) declares = true;
      else if (prefixes.has(word.text) || (index > 0 && declares)) continue;
      // Options of `sudo`, `env` and their like: `sudo -E`, `env -i`.
      else if (!(index > 0 && word.text.startsWith('-') && prefixes.has(words[index - 1]!.text))) break;
    }
    return declares ? [] : words.slice(index);
  }
}

/** `$NAME` and `${NAME...}`, where the shell expands them. */
function readings(text: string, words: readonly Word[], place: ScriptPlace): EnvironmentFact[] {
  return words.flatMap(({ span }) => {
    if (text[span.start] === "'") return [];
    return [...text.slice(span.start, span.end).matchAll(reading)].map((match): EnvironmentFact => {
      const { braced, plain } = match.groups as { braced?: string; plain?: string };
      const [start, end] = match.indices!.groups![braced === undefined ? 'plain' : 'braced']!;
      const nameSpan = { start: span.start + start, end: span.start + end };
      return { ...place, variable: (braced ?? plain)!, nameSpan, use: 'read' };
    });
  });
}
