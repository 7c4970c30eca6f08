export { type CheckpointFile, type CheckpointReport, lintCheckpoint } from './lint-checkpoint';
