import type { ArgumentFact, CallFact, ScriptFacts } from '../../../core/model';

/**
 * The arguments of a call by the names of the function's parameters; undefined where it passes what cannot be told (`*args`,
 * `**kwargs`) or what the function does not have.
 */
export function boundArguments(call: CallFact, parameters: readonly string[]): Map<string, ArgumentFact> | undefined {
  const bound = new Map<string, ArgumentFact>();
  for (const [position, argument] of call.arguments.entries()) {
    const name = argument.keyword ?? parameters[position];
    if (argument.splat !== undefined || name === undefined || !parameters.includes(name)) return undefined;
    bound.set(name, argument);
  }
  return bound;
}

/** The text of an argument, in parentheses where a method call could not follow it as it is. */
export function operand({ valueSpan }: ArgumentFact, { text }: ScriptFacts): string {
  const said = text.slice(valueSpan.start, valueSpan.end);
  return /^[\w.]+(\[[^[\]]*\]|\([^()]*\))*$/.test(said) ? said : `(${said})`;
}

/** The text of an argument. */
export function spelled({ valueSpan }: ArgumentFact, { text }: ScriptFacts): string {
  return text.slice(valueSpan.start, valueSpan.end);
}
