import type { CheckpointReport } from './checkpoint/lint-checkpoint';
import type { GraphReport } from './graph-report';
import type { ScriptReport } from './script/script-report';

/** Everything that a lint run knows about one file, by what kind of file it is. */
export type FileReport = GraphReport | ScriptReport | CheckpointReport;
