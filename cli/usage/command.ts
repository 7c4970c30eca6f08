import type { Localized } from '../../core/model';
import type { Option } from '../arguments/option';
import type { ExitCode } from '../host';
import type { Session } from '../session';

/** What the command line says of a command and takes for it; `load` brings what does it. */
export interface Command {
  readonly name: string;
  /** What stands behind the name. */
  readonly operands: string;
  readonly summary: Localized;
  readonly options: readonly Option[];
  /** Command lines to begin with, each with what it does. */
  readonly examples: readonly (readonly [line: string, text: Localized])[];
  load(): Promise<{ execute(session: Session): Promise<ExitCode> }>;
}
