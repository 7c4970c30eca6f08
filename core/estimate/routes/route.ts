import type { CheckpointRoute, Target } from '../../model';

/** A target, and the software that is to carry a checkpoint there. */
export interface AskedRoute {
  readonly target: Target;
  /** Undefined: the target's default. */
  readonly route?: CheckpointRoute | undefined;
}

/** The route by which checkpoints get onto a target: the one that is asked for, or its first. NVIDIA parts have none. */
export function checkpointRoute({ target, route }: AskedRoute): CheckpointRoute | undefined {
  return route ?? target.routes.checkpoint[0];
}

/** llm_convert exports a fixed length: every step reads and computes all of it. */
export function isStatic(asked: AskedRoute): boolean {
  return checkpointRoute(asked) === 'llm-tpu';
}
