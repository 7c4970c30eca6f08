import { type CancellationToken, LSPErrorCodes, type RemoteConsole, ResponseError } from 'vscode-languageserver';
import { Cancelled } from './analysis/job';

/**
 * Keeps an error of ours from becoming the end of the server: every handler runs through `run`. An unexpected error is
 * logged once, however often it comes, and the client gets an error response for that one request.
 */
export class Guard {
  private readonly seen = new Set<string>();

  constructor(
    private readonly console: Pick<RemoteConsole, 'error'>,
    private readonly onFirst: (message: string) => void,
  ) {}

  /** The answer of `handle`. A cancelled request and an unexpected error throw what the client is told. */
  async request<T>(what: string, token: CancellationToken, handle: () => Promise<T> | T): Promise<T> {
    try {
      return await handle();
    } catch (error) {
      if (error instanceof Cancelled || token.isCancellationRequested) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      }
      if (error instanceof ResponseError) throw error;
      this.report(what, error);
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${what}: ${messageOf(error)}`);
    }
  }

  /** For notifications and work that nobody waits for. */
  async run(what: string, handle: () => Promise<void> | void): Promise<void> {
    try {
      await handle();
    } catch (error) {
      if (!(error instanceof Cancelled)) this.report(what, error);
    }
  }

  report(what: string, error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const text = `${what}: ${stack}`;
    if (this.seen.has(text)) return;
    if (this.seen.size === 0) this.onFirst(`${what}: ${messageOf(error)}`);
    this.seen.add(text);
    this.console.error(text);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
