import type { Evidence, Localized, TextSpan } from '../../../../core/model';

/** A setting that stops the load. */
export interface RefusedSetting {
  readonly span: TextSpan;
  readonly message: Localized;
  readonly advice: Localized;
  readonly evidence: readonly Evidence[];
}
