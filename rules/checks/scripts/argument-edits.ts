import type { ArgumentFact, CallFact, TextEdit } from '../../../core/model';

/** Takes an argument out of a call, with the comma that separates it from the one before, or else from the one behind. */
export function argumentRemoval(call: CallFact, argument: ArgumentFact, text: string): TextEdit {
  const index = call.arguments.indexOf(argument);
  const before = call.arguments[index - 1];
  if (before !== undefined) return { span: { start: before.span.end, end: argument.span.end }, newText: '' };
  const behind = call.arguments[index + 1];
  if (behind !== undefined) return { span: { start: argument.span.start, end: behind.span.start }, newText: '' };
  const comma = /^\s*,/.exec(text.slice(argument.span.end, call.argumentsSpan.end));
  return { span: { start: argument.span.start, end: argument.span.end + (comma?.[0].length ?? 0) }, newText: '' };
}

/** Adds a keyword argument behind the others of a call; a decorator without parentheses gets them. */
export function argumentAddition(call: CallFact, argument: string, text: string): TextEdit {
  const last = call.arguments.at(-1);
  if (last !== undefined) return { span: { start: last.span.end, end: last.span.end }, newText: `, ${argument}` };
  const { start, end } = call.argumentsSpan;
  const isBare = text[start - 1] !== '(';
  return { span: { start, end: isBare ? start : end }, newText: isBare ? `(${argument})` : argument };
}
