import type { Session } from '../session';
import { UsageError } from '../usage-error';

/** The whole number >= 1 of an option; for limits of times any number > 0. @throws UsageError */
export function numberOf(session: Session, name: string): number | undefined {
  const text = session.value(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  const isTime = name.startsWith('max-');
  if (value > 0 && value <= 1e9 && (isTime || Number.isInteger(value))) return value;
  throw new UsageError({
    en: `--${name}: "${text}" is no positive ${isTime ? 'number' : 'whole number'}`,
    zh: `--${name}：“${text}”不是正${isTime ? '数' : '整数'}`,
  });
}
