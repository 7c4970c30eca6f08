import type { Evidence } from './evidence';
import type { Localized } from './localized';
import type { CellPlace, OperatorPlace, TextSpan, ValuePlace } from './place';
import type { Route } from './route';
import type { Certainty } from './script';
import type { Verdict } from './verdict';

/** `silent` has its own severity: the model runs, and computes something else. It counts as an error. */
export type Severity = 'error' | 'silent' | 'warning' | 'information' | 'hint';

export interface TextEdit {
  /** The file, relative to the workspace; the finding's own file where it is absent. */
  readonly path?: string | undefined;
  readonly span: TextSpan;
  readonly newText: string;
}

/** `safe` cannot change what the code does on the old device; `review` is specific to a target and wants a reader. */
export interface Fix {
  readonly title: Localized;
  readonly kind: 'safe' | 'review';
  readonly edits: readonly TextEdit[];
}

/** One thing to tell, at one place, for one target. Plain data: the editor and the command line add no knowledge. */
export interface Finding {
  /** The rule's code, such as `onnx/unsupported-operator`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly verdict: Verdict | undefined;
  /** Of a script's: how sure the facts are that it was found in. */
  readonly certainty?: Certainty | undefined;
  /** The target's id; undefined where the finding holds for every target. */
  readonly target: string | undefined;
  readonly route: Route | undefined;
  /** What is wrong, and why on this target. */
  readonly message: Localized;
  /** What to do. */
  readonly advice?: Localized | undefined;
  /** In a text file. */
  readonly span?: TextSpan | undefined;
  /** In a notebook; `span` is the place in its JSON text. */
  readonly cell?: CellPlace | undefined;
  /** The operator of a model file that it is about. */
  readonly place?: OperatorPlace | undefined;
  /** The input or weight of a model file that it is about. */
  readonly value?: ValuePlace | undefined;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
}
