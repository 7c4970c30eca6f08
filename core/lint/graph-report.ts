import type { Assessment, Finding, ModelFacts, Problem } from '../model';
import type { Inference } from '../onnx';
import type { Coverage } from './coverage';
import type { Ignore } from './settings';

/** Everything that a lint run knows about one model file. */
export interface GraphReport {
  readonly path: string;
  readonly kind: 'graph';
  /** About the model as a whole first, then in the order of graphs and operators, targets, and rules. */
  readonly findings: readonly Finding[];
  /** What is wrong with the file itself, in its order. */
  readonly problems: readonly Problem[];
  /** Undefined where nothing could be read. */
  readonly facts: ModelFacts | undefined;
  readonly inference: Inference | undefined;
  /** Where the settings give sizes of named dimensions: the names that the model has. */
  readonly dimensionNames: ReadonlySet<string>;
  /** One for each destination of the settings, in their order; fewer where the task was cancelled. */
  readonly assessments: readonly Assessment[];
  /** One for each assessment. */
  readonly coverage: readonly Coverage[];
  /** The ignores of the settings that kept a finding back. */
  readonly usedIgnores: ReadonlySet<Ignore>;
  /** How many findings they kept back. */
  readonly ignored: number;
  /** True where the task was cancelled: what is here is not all. */
  readonly cancelled: boolean;
}
