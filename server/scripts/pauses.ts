/** Milliseconds: a file that is analysed in less is analysed with each letter that is typed into it. */
const noticeable = 100;
/** Milliseconds: two letters of a word come sooner after each other. */
const longestPause = 250;

/**
 * When a script is analysed while it is typed into. What the next letter makes void is not begun: one whose analysis takes long
 * waits for a pause.
 */
export class Pauses {
  readonly #costs = new Map<string, number>();
  readonly #typed = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Something was typed into a script. */
  typed(script: string): void {
    this.#typed.set(script, this.now());
  }

  forget(script: string): void {
    this.#costs.delete(script);
    this.#typed.delete(script);
  }

  /** What `analyse` gives; how long it takes is remembered. */
  async measure<T>(script: string, analyse: () => Promise<T>): Promise<T> {
    const start = this.now();
    const made = await analyse();
    this.#costs.set(script, this.now() - start);
    return made;
  }

  /** Whether an analysis would be noticed by who types, or waits for something else. */
  isLong(script: string): boolean {
    return (this.#costs.get(script) ?? 0) > noticeable;
  }

  /** Milliseconds to wait yet; 0 where the script can be analysed now. */
  rest(script: string): number {
    const typed = this.#typed.get(script);
    if (typed === undefined || !this.isLong(script)) return 0;
    return Math.max(0, Math.ceil(typed + Math.min(this.#costs.get(script)! / 2, longestPause) - this.now()));
  }
}
