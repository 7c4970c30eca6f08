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
