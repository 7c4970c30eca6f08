import type { Guard } from '../guard';
import type { Session } from '../session';
import type { WorkspaceModels } from '../workspace-models';

/** What the handlers of requests work with. */
export interface Serving {
  readonly session: Session;
  readonly models: WorkspaceModels;
  readonly guard: Guard;
}
