import type { CancellationToken } from 'vscode-languageserver';
import type { Task } from '../../core/model';
import { Cancelled, Job } from './job';
import type { ModelAnalysis } from './model-analysis';

/** Operators that kept analyses may have together; the one used last is always kept. */
const mostOperators = 300_000;

/** What makes an analysis: its version, found without reading the file, and how to make it. */
export interface Request {
  readonly uri: string;
  readonly version: string;
  run(task: Task): Promise<ModelAnalysis>;
}

/** Analyses by model: those of now that several requests share, and the last ones, until memory asks them to go. */
export class Analyses {
  /** In the order of use, the last used last. */
  private readonly kept = new Map<string, ModelAnalysis>();
  private readonly running = new Map<string, Job<ModelAnalysis>>();

  async of(
    { uri, version, run }: Request,
    token: CancellationToken | undefined,
    onProgress?: (fraction: number) => void,
  ): Promise<ModelAnalysis> {
    const known = this.kept.get(uri);
    if (known?.version === version) {
      this.keep(known);
      return known;
    }
    let job = this.running.get(uri);
    if (job === undefined || job.version !== version || job.isStopped) {
      job?.stop();
      job = new Job(version, run);
      this.running.set(uri, job);
    }
    const mine = job;
    try {
      const analysis = await mine.wait(token, onProgress);
      this.keep(analysis);
      return analysis;
    } catch (error) {
      // Somebody else's change of the file stopped the job that we waited for: the caller asks again.
      if (error instanceof Cancelled && !token?.isCancellationRequested) throw new Superseded();
      throw error;
    } finally {
      if (mine.isStopped && this.running.get(uri) === mine) this.running.delete(uri);
    }
  }

  forget(uri: string): void {
    this.kept.delete(uri);
    this.running.get(uri)?.stop();
  }

  private keep(analysis: ModelAnalysis): void {
    this.kept.delete(analysis.uri);
    this.kept.set(analysis.uri, analysis);
    let total = 0;
    for (const [uri, { report }] of [...this.kept].reverse()) {
      total += report.facts?.graphs.reduce((sum, { operators }) => sum + operators.length, 1) ?? 1;
      if (total > mostOperators && uri !== analysis.uri) this.kept.delete(uri);
    }
  }
}

/** The model changed while it was analysed. */
export class Superseded extends Cancelled {}
