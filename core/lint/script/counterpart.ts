import type { ScriptIndex } from '../../pytorch';

/**
 * Whether a script for CUDA has one for another type of device beside it: `cuda_accelerator.py` and `npu_accelerator.py`. What it
 * does with CUDA is done there for the other. Not where the TPU is Google's.
 *
 * @param type `npu`, `tpu`
 */
export function hasCounterpart(path: string, type: string, index: ScriptIndex | undefined): boolean {
  if (index?.has === undefined) return false;
  const start = path.lastIndexOf('/') + 1;
  const name = path.slice(start);
  const other = name.replace(/(?<=^|_)(cuda|gpu)(?=[_.])/, type);
  const beside = path.slice(0, start) + other;
  return other !== name && index.has(beside) && isForTarget(beside, type, index);
}

/** Whether a script that is called after the target's type of device is for the target: a `tpu.py` may be for Google's. */
export function isForTarget(path: string, type: string, index: ScriptIndex): boolean {
  return type !== 'tpu' || index.isAboutGooglesTpu?.(path) !== true;
}

/** The types of devices for which a script for CUDA has one beside it: what is told of it changes with them. */
export function counterpartsOf(path: string, index: ScriptIndex | undefined): readonly string[] {
  return ['npu', 'tpu'].filter((type) => hasCounterpart(path, type, index));
}
