import type { Finding, Problem, ScriptFacts, ScriptRoute, TorchReleases } from '../../model';
import type { Ignore } from '../settings';

/** Everything that a lint run knows about one Python file, notebook, requirement list or shell script. */
export interface ScriptReport {
  readonly path: string;
  readonly kind: 'script';
  /** The file's own: spans are offsets in it. Of a notebook it is JSON, while {@link facts} are about its cells. */
  readonly text: string;
  /** In the order of the text, targets, and rules. */
  readonly findings: readonly Finding[];
  /** What is wrong with the file itself. */
  readonly problems: readonly Problem[];
  readonly facts: ScriptFacts;
  /** The PyTorch releases that were taken as those of the script, and from where; a route is absent where nothing says. */
  readonly releases: ReadonlyMap<ScriptRoute, TorchReleases>;
  /** The ignores of the settings that kept a finding back. */
  readonly usedIgnores: ReadonlySet<Ignore>;
  /** How many findings they kept back. */
  readonly ignored: number;
  /** True where the task was cancelled: what is here is not all. */
  readonly cancelled: boolean;
}
