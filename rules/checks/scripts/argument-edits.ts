import type { ArgumentFact, CallFact, TextEdit, TextSpan } from '../../../core/model';

/**
 * Takes an argument out of a call, with the comma that separates it from the one before, or else from the one behind. A
 * comment in between stays, and then so does the comma before it.
 */
export function argumentRemoval(call: CallFact, argument: ArgumentFact, text: string): TextEdit {
  const { start, end } = argument.span;
  const before = call.arguments[call.arguments.indexOf(argument) - 1];
  if (before !== undefined && !text.slice(before.span.end, start).includes('#')) {
    return { span: { start: before.span.end, end }, newText: '' };
  }
  const comma = /^\s*,[ \t]*/.exec(text.slice(end, call.argumentsSpan.end));
  return { span: wholeLine({ start, end: end + (comma?.[0].length ?? 0) }, text), newText: '' };
}

/** With its line, where nothing else stands on it. */
function wholeLine({ start, end }: TextSpan, text: string): TextSpan {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineBreak = /^\r?\n/.exec(text.slice(end, end + 2));
  const isAlone = lineBreak !== null && text.slice(lineStart, start).trim() === '';
  return isAlone ? { start: lineStart, end: end + lineBreak[0].length } : { start, end };
}

/** Adds a keyword argument behind the others of a call; a decorator without parentheses gets them. */
export function argumentAddition(call: CallFact, argument: string, text: string): TextEdit {
  const last = call.arguments.at(-1);
  if (last !== undefined) return { span: { start: last.span.end, end: last.span.end }, newText: `, ${argument}` };
  const { start, end } = call.argumentsSpan;
  const isBare = text[start - 1] !== '(';
  return { span: { start, end: isBare ? start : end }, newText: isBare ? `(${argument})` : argument };
}
