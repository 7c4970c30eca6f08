import { type GraphReport, graphRules, type Level, lintModel, mergeSettings, type SettingsLayer } from '../core/lint';
import { modelDeployment } from './deployment';
import type { Input } from './input';
import type { Session } from './session';
import { Progress } from './terminal/progress';

const noRules: ReadonlyMap<string, Level> = new Map(graphRules.map(({ code }) => [code, 'off']));

/** Reads, checks and describes one model and assesses it for a deployment, by default the command line's; no rule is run. */
export async function describeInput(
  session: Session,
  input: Input,
  deployment: SettingsLayer = modelDeployment(session),
): Promise<GraphReport> {
  const progress = new Progress(session.host);
  const settings = mergeSettings({ targets: [] }, deployment, { levels: noRules });
  const task = { isCancelled: () => false, progress: (fraction: number) => progress.show(fraction, input.name) };
  try {
    return await input.use((source) =>
      lintModel({ path: input.path, source, workspace: session.host.fs }, settings, task),
    );
  } finally {
    progress.clear();
  }
}

/** What is wrong with a model, on standard error; true where nothing of it could be read. */
export function tellProblems(
  session: Session,
  input: Input,
  { problems, facts }: Pick<GraphReport, 'problems' | 'facts'>,
): boolean {
  const shown = problems.filter(({ severity }) => severity === 'error').slice(0, 10);
  for (const { message, byteOffset } of shown) {
    const at =
      byteOffset === undefined ? { en: '', zh: '' } : { en: ` (byte ${byteOffset})`, zh: `（字节偏移 ${byteOffset}）` };
    session.warn({ en: `${input.name}: ${message.en}${at.en}`, zh: `${input.name}：${message.zh}${at.zh}` });
  }
  return facts === undefined;
}
