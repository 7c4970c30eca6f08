import type { Localized } from './localized';
import type { CellPlace, OperatorPlace, TextSpan } from './place';

/**
 * Something wrong with the input itself, whatever the target: a truncated file, a node that onnx.checker refuses.
 * Problems do not stop an analysis; it goes on with what it understood.
 */
export interface Problem {
  /** A stable name, such as `onnx-wire/truncated`. */
  readonly code: string;
  /** `error`: the input is not valid; `warning`: valid, but likely not what was meant. */
  readonly severity: 'error' | 'warning';
  readonly message: Localized;
  /** Offset in a binary file. */
  readonly byteOffset?: number | undefined;
  /** Place in a text file. */
  readonly span?: TextSpan | undefined;
  /** In a notebook; `span` is the place in its JSON text. */
  readonly cell?: CellPlace | undefined;
  readonly place?: OperatorPlace | undefined;
}
