import { type GraphReport, isModelText, lintModel, type Settings } from '../../core/lint';
import type { ByteSource, Task } from '../../core/model';
import type { Input } from '../input';
import { type ReportedGraph, reportedGraph } from '../report';
import { linesOf } from '../reporters/lines';
import type { Session } from '../session';

/** Lints one model. */
export async function lintGraph(
  { host }: Session,
  { path, name }: Input,
  source: ByteSource,
  settings: Settings,
  task: Task,
): Promise<{ readonly file: ReportedGraph; readonly report: GraphReport }> {
  const report = await lintModel({ path, source, workspace: host.fs }, settings, task);
  const lines = isModelText(path) ? linesOf(decode(source)) : undefined;
  return { report, file: reportedGraph(report, name, lines) };
}

function decode(source: ByteSource): string {
  return new TextDecoder().decode(source.read(0, source.size));
}
