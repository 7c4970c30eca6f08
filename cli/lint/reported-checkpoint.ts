import type { CheckpointReport } from '../../core/lint/checkpoint';
import { countParameters } from '../../core/llm';
import type { CheckpointOutline, ReportedCheckpoint } from '../report';
import { linesOf } from '../reporters/lines';

/** The part of a configuration's report that is reported. */
export function reportedCheckpoint(report: CheckpointReport, path: string, text: string): ReportedCheckpoint {
  const { findings, problems, ignored } = report;
  const outline = checkpointOutline(report);
  return { path, kind: 'checkpoint', findings, problems, ignored, outline, text, lines: linesOf(text) };
}

function checkpointOutline({ facts }: CheckpointReport): CheckpointOutline | undefined {
  const architecture = facts?.modelType ?? facts?.config.texts('architectures')?.[0];
  if (facts === undefined || architecture === undefined) return undefined;
  const counted = facts.model && countParameters(facts.model);
  return {
    architecture,
    params: counted?.total,
    activeParams: counted?.active,
    weightBytes: facts.computedBytes,
  };
}
