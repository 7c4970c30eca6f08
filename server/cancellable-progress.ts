import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Work that is done sooner is not announced. */
const patience = 250;

/** Work-done progress that the user can end; shown only when the work takes long. */
export class CancellableProgress {
  private reporter: WorkDoneProgressServerReporter | undefined;
  private ended = false;
  private percentage = 0;
  private readonly timer: ReturnType<typeof setTimeout>;

  constructor(
    private readonly connection: Connection,
    private readonly title: string,
  ) {
    this.timer = setTimeout(() => void this.show().catch(() => undefined), patience);
  }

  get isCancelled(): boolean {
    return this.reporter?.token.isCancellationRequested ?? false;
  }

  report(fraction: number, message: string): void {
    this.percentage = Math.round(fraction * 100);
    this.reporter?.report(this.percentage, message);
  }

  end(): void {
    clearTimeout(this.timer);
    this.ended = true;
    this.reporter?.done();
  }

  private async show(): Promise<void> {
    const reporter = await this.connection.window.createWorkDoneProgress();
    if (this.ended) return;
    this.reporter = reporter;
    reporter.begin(this.title, this.percentage, undefined, true);
  }
}
