import type { FixLevel } from '../../core/lint/script';
import type { Session } from '../session';

/** What `--fix` and `--diff` ask for. */
export interface FixRequest {
  readonly level: FixLevel;
  /** Show the changes instead of making them. */
  readonly diff: boolean;
}

export function fixRequest(session: Session): FixRequest | undefined {
  const level = session.value('fix') as FixLevel | undefined;
  const diff = session.switch('diff') ?? false;
  return level === undefined && !diff ? undefined : { level: level ?? 'safe', diff };
}
