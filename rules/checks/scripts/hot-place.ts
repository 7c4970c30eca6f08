import type { ScriptPlace } from '../../../core/model';
import { matches } from './named-facts';

const isForward = matches(/(^|\.)(forward\w*|__call__)$/);
const isStep = matches(/(^|\.)\w*step$/);

/** Whether a place runs for every batch: in a loop, or in a module's `forward` or a step of training. */
export function isHot(place: ScriptPlace): boolean {
  return place.loopDepth > 0 || isInForward(place) || isStep(place.function ?? '');
}

export function isInForward({ function: name }: ScriptPlace): boolean {
  return isForward(name ?? '');
}
