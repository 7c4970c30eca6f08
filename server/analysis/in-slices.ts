import type { Steps } from '../../core/model';
import { breathe, Cancelled } from './job';

/** Milliseconds for which whatever else comes in may wait. */
const slice = 30;

/**
 * Does work in slices, and what else has come in between them.
 *
 * @param isStale whether nobody needs what comes of it any more
 * @throws Cancelled where it is given up
 */
export async function inSlices<T>(steps: Steps<T>, isStale: () => boolean): Promise<T> {
  try {
    for (let until = performance.now() + slice; ; ) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() < until) continue;
      await breathe();
      if (isStale()) throw new Cancelled();
      until = performance.now() + slice;
    }
  } finally {
    steps.return(undefined as never);
  }
}
