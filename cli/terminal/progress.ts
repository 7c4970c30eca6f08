import type { Host } from '../host';
import { padEnd, truncate } from './width';

/** Nothing is shown of work that is shorter than this. */
const patienceMs = 500;
const intervalMs = 80;
const barWidth = 24;

/** A bar on the terminal's standard error, for work that turns out to be long. */
export class Progress {
  readonly #started: number;
  #drawn: number | undefined;
  #width = 0;

  constructor(private readonly host: Host) {
    this.#started = host.now();
  }

  /** @param fraction of the whole work, from 0 to 1 */
  show(fraction: number, label: string): void {
    const { stderr } = this.host;
    const now = this.host.now();
    if (!stderr.isTerminal || now - this.#started < patienceMs) return;
    if (this.#drawn !== undefined && now - this.#drawn < intervalMs) return;
    this.#drawn = now;
    const filled = Math.round(Math.min(Math.max(fraction, 0), 1) * barWidth);
    const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
    const percent = `${Math.floor(fraction * 100)}`.padStart(3);
    this.#width = (stderr.columns ?? 80) - 1;
    stderr.write(`\r${padEnd(truncate(`${bar} ${percent} %  ${label}`, this.#width), this.#width)}`);
  }

  /** Takes the bar away, so that what is written next begins on a clean line. */
  clear(): void {
    if (this.#drawn === undefined) return;
    this.host.stderr.write(`\r${' '.repeat(this.#width)}\r`);
    this.#drawn = undefined;
  }
}
