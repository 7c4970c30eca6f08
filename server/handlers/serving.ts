import type { Guard } from '../guard';
import type { Session } from '../session';
import type { WorkspaceListing } from '../workspace-listing';

/** What the handlers of requests work with. */
export interface Serving {
  readonly session: Session;
  readonly listing: WorkspaceListing;
  readonly guard: Guard;
}
