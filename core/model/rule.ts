import type { Assessment } from './assessment';
import type { Evidence } from './evidence';
import type { ModelFacts, OperatorFacts } from './facts';
import type { Fix, Severity } from './finding';
import type { Localized } from './localized';
import type { TextSpan, ValuePlace } from './place';
import type { Route } from './route';
import type { ScriptFacts } from './script-facts';
import type { Chip, Figure, Precision, Target } from './target';
import type { Verdict } from './verdict';

/** What a rule says; the engine adds rule, target, route and the configured severity. */
export interface FindingDraft {
  readonly message: Localized;
  readonly advice?: Localized | undefined;
  readonly evidence: readonly Evidence[];
  readonly verdict?: Verdict | undefined;
  /** The operator that it is about; absent where it is about the model. */
  readonly operator?: OperatorFacts | undefined;
  /** The input or weight that it is about. */
  readonly value?: ValuePlace | undefined;
  readonly span?: TextSpan | undefined;
  readonly fixes?: readonly Fix[] | undefined;
  /** Where this finding deserves another severity than its rule's default. */
  readonly severity?: Severity | undefined;
}

export interface RuleDocumentation {
  /** Markdown: what it does, why, example, use instead, evidence. */
  readonly en: string;
  readonly zh: string;
}

interface RuleBase {
  /** `area/name`, equal to its folder under rules/checks. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: Localized;
  readonly documentation: RuleDocumentation;
}

export interface GraphRuleContext {
  readonly facts: ModelFacts;
  readonly assessment: Assessment;
  readonly target: Target;
  readonly chip: Chip;
  /** The precision in which the model is meant to be deployed. */
  readonly precision: Precision | undefined;
  /** Bytes of one device's memory that a model can use; undefined where no source tells. */
  readonly usableMemory: Figure<number> | undefined;
  report(finding: FindingDraft): void;
}

/** A rule about graphs. Called once per target and route. */
export interface GraphRule extends RuleBase {
  readonly input: 'graph';
  check(context: GraphRuleContext): void;
}

/** The route's own shim, which maps CUDA's names onto the target's at run time. */
export type ShimName = 'none' | 'transfer_to_npu' | 'torch_tpu-adaptor' | 'torch.accelerator';

export interface ScriptRuleContext {
  readonly facts: ScriptFacts;
  readonly target: Target;
  readonly chip: Chip;
  readonly route: Route;
  readonly shim: ShimName;
  report(finding: FindingDraft): void;
}

/** A rule about Python files and what goes with them. Called once per target and route. */
export interface ScriptRule extends RuleBase {
  readonly input: 'script';
  check(context: ScriptRuleContext): void;
}

export type Rule = GraphRule | ScriptRule;
