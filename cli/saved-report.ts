import { absolute } from './files/paths';
import type { Session } from './session';
import { UsageError } from './usage-error';

/** The text of an earlier report that an option names. @throws UsageError where there is none */
export function textOfReport({ host }: Session, name: string): string {
  const text = host.fs.readText(absolute(host.cwd, name));
  if (text !== undefined) return text;
  throw new UsageError({ en: `${name}: no such file`, zh: `${name}：文件不存在` });
}
