import type { Session } from '../session';
import { UsageError } from '../usage-error';

/** How many threads are asked for. @throws UsageError */
export function threadsOption(session: Session): number | undefined {
  const given = session.value('threads');
  if (given === undefined) return undefined;
  if (/^[1-9]\d?$/.test(given)) return Number(given);
  throw new UsageError({
    en: `--threads: a number from 1 to 99 is expected, not "${given}"`,
    zh: `--threads：应为 1 到 99 的整数，而不是“${given}”`,
  });
}
