import type { ScriptFacts, ScriptPlace } from '../../../core/model';

/** Whether a place runs for every batch: in a loop, or in a module's `forward` or a step of training. */
export function isHot(place: ScriptPlace, facts: ScriptFacts): boolean {
  return isInLoop(place, facts) || isInForward(place) || /(^|\.)\w*step$/.test(place.function ?? '');
}

export function isInForward({ function: name }: ScriptPlace): boolean {
  return /(^|\.)(forward\w*|__call__)$/.test(name ?? '');
}

/** Whether a loop runs it again; what a `for` goes over is computed once. */
export function isInLoop({ loopDepth, statement, span }: ScriptPlace, { text }: ScriptFacts): boolean {
  if (loopDepth !== 1) return loopDepth > 0;
  const head = /^(?:async\s+)?for\b[^\n]*?\bin\b/.exec(text.slice(statement.span.start, span.start));
  return head === null;
}
