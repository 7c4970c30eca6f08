import type { ScriptPlace } from '../../../core/model';

/** Whether a place runs for every batch: in a loop, or in a module's `forward` or a step of training. */
export function isHot(place: ScriptPlace): boolean {
  return place.loopDepth > 0 || isInForward(place) || /(^|\.)\w*step$/.test(place.function ?? '');
}

export function isInForward({ function: name }: ScriptPlace): boolean {
  return /(^|\.)(forward\w*|__call__)$/.test(name ?? '');
}
