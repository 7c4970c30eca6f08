import type { ScriptPlace, TextSpan } from '../model';

/** A place outside Python: nothing guards it, nothing has ported it. */
export function placeOf(text: string, span: TextSpan): ScriptPlace {
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(line, span.start))![0];
  return { span, ported: [], guarded: false, loopDepth: 0, statement: { span, indentation } };
}
