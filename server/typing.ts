/** Milliseconds for which work that nobody waits for makes room after something was typed: answers to it are asked for. */
const settling = 400;
/** Milliseconds between two pieces of such work meanwhile: it goes on, while somebody types all the time. */
const pause = 50;

/** When something was typed last, as far as other work has to know. */
export class Typing {
  #last = Number.NEGATIVE_INFINITY;

  constructor(private readonly now: () => number = () => performance.now()) {}

  happened(): void {
    this.#last = this.now();
  }

  /** How long the next piece of work that nobody waits for is to be put off; what has come in is handled before it in any case. */
  get pause(): number {
    return this.now() - this.#last < settling ? pause : 0;
  }
}
