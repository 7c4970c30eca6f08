import {
  type Connection,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageserver';

/** Work that is done sooner is not announced. */
const patience = 250;

/** Work-done progress that shows itself only when the work takes long. */
export class Progress {
  private shown = false;
  private ended = false;
  private percentage: number | undefined;
  private message: string | undefined;
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly token = `portolan-${Math.random().toString(36).slice(2)}`;

  constructor(
    private readonly connection: Connection,
    private readonly title: string,
    isSupported: boolean,
  ) {
    this.timer = setTimeout(() => {
      if (isSupported) this.show().catch(() => undefined);
    }, patience);
  }

  report(fraction: number, message?: string): void {
    this.percentage = Math.round(fraction * 100);
    this.message = message;
    if (this.shown) this.send({ kind: 'report', ...this.state() });
  }

  end(): void {
    clearTimeout(this.timer);
    this.ended = true;
    if (this.shown) this.send({ kind: 'end' });
  }

  private async show(): Promise<void> {
    await this.connection.sendRequest(WorkDoneProgressCreateRequest.type, { token: this.token });
    if (this.ended) return;
    this.shown = true;
    this.send({ kind: 'begin', title: this.title, ...this.state() });
  }

  private state(): { percentage: number; message?: string } {
    return { percentage: this.percentage ?? 0, ...(this.message === undefined ? {} : { message: this.message }) };
  }

  private send(value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void {
    void this.connection.sendProgress(WorkDoneProgress.type, this.token, value);
  }
}
