import type { ScriptPlace } from '../../../core/model';

/** Whether a place runs for every batch: in a loop, or in a module's `forward` or a step of training. */
export function isHot({ loopDepth, function: name }: ScriptPlace): boolean {
  return loopDepth > 0 || /(^|\.)(forward\w*|__call__|(training|validation|train|eval)_step|step)$/.test(name ?? '');
}
