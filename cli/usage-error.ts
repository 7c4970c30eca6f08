import type { Localized } from '../core/model';

/** The command line, the configuration or a file stands in the way: the program says so and exits with 2. */
export class UsageError extends Error {
  constructor(readonly text: Localized) {
    super(text.en);
  }
}
