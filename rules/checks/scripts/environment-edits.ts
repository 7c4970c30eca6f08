import type { EnvironmentFact, EnvironmentVariable, Fix, ScriptFacts } from '../../../core/model';
import { insertion, textOf } from './edits';
import { onceForFile } from './once-for-file';

/** Whether the file deals with the target's variable already. */
export function setsTargetToo({ replacement }: EnvironmentVariable, facts: ScriptFacts): boolean {
  return replacement !== undefined && variablesIn(facts).has(replacement);
}

const variablesIn = onceForFile(
  ({ environment }): ReadonlySet<string> => new Set(environment.map(({ variable }) => variable)),
);

/**
 * The statement that sets a variable, once more for the target's: `export CUDA_VISIBLE_DEVICES=0`. On CUDA nothing reads
 * the other one. Where the two mean different things, a note says so, and there is no fix.
 */
export function setBoth(fact: EnvironmentFact, row: EnvironmentVariable, facts: ScriptFacts): Fix[] {
  const { replacement, note } = row;
  if (replacement === undefined || note !== undefined || fact.use !== 'write') return [];
  // What no device at all is called there, no source tells.
  if (/_VISIBLE_DEVICES$/.test(fact.variable) && /^\s*(-1)?\s*$/.test(fact.value ?? 'unknown')) return [];
  const { span, indentation } = fact.statement;
  const statement = textOf(facts, span);
  const lineStart = facts.text.lastIndexOf('\n', span.start - 1) + 1;
  const rest = /^[^\r\n]*/.exec(facts.text.slice(span.end))![0];
  const before = facts.text.slice(lineStart, span.start);
  const isFirst = facts.kind === 'dockerfile' ? /^\s*ENV\s+$/i.test(before) : before === indentation;
  const isAlone = isFirst && /^\s*(#.*)?$/.test(rest);
  if (!isAlone || !setsOnly[facts.kind]?.test(statement) || statement.split(fact.variable).length !== 2) return [];
  const line = `${facts.lineBreak}${before}${statement.replace(fact.variable, replacement)}`;
  return [
    {
      kind: 'safe',
      title: { en: `Set ${replacement} too`, zh: `同时设置 ${replacement}` },
      edits: [insertion(span.end + rest.length, line)],
    },
  ];
}

/** A statement that sets one variable, and does nothing else. */
const setsOnly: Partial<Record<ScriptFacts['kind'], RegExp>> = {
  python: /^os\.environ\[[^\]]+\]\s*=[^=]/,
  notebook: /^os\.environ\[[^\]]+\]\s*=[^=]/,
  shell: /^export\s+\w+=\S*$/,
  // Behind `ENV`; in the old form a space stands for the equals sign.
  dockerfile: /^\w+(=|[ \t]+)\S+$/,
};
