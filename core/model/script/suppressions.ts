import type { TextSpan } from '../place';

/** `# portolan: ignore[rule, rule] reason`, `# portolan: ignore-file[...]`. */
export interface SuppressionFact {
  /** Of the comment. */
  readonly span: TextSpan;
  readonly scope: 'line' | 'file';
  /** Empty: all rules. */
  readonly rules: readonly { readonly code: string; readonly span: TextSpan }[];
  readonly reason: string;
  /** The lines that it is about; the statement's own lines where it stands behind one, the next line where alone. */
  readonly target: TextSpan;
}
