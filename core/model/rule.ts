import type { Assessment } from './assessment';
import type { CheckpointFacts, Placement, RouteRefusal } from './checkpoint-facts';
import type { Evidence } from './evidence';
import type { ModelFacts, OperatorFacts } from './facts';
import type { Fix, Severity } from './finding';
import type { Language, Localized } from './localized';
import type { Shim } from './migration';
import type { MigrationTable } from './migration-table';
import type { TextSpan, ValuePlace } from './place';
import type { Precision } from './precision';
import type { CheckpointRoute, ScriptRoute } from './route';
import type { Certainty, ImportFact, ScriptFacts, ScriptPlace, SuppressionFact } from './script';
import type { StoredText } from './stored-text';
import type { Chip, Figure, Target } from './target';
import type { TorchReleases } from './torch-releases';
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
  readonly en: StoredText;
  readonly zh: StoredText;
}

/** The page in a language. */
export function pageIn(documentation: RuleDocumentation, language: Language): string {
  return (language === 'zh-cn' ? documentation.zh : documentation.en).toString();
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

/**
 * What maps CUDA's names onto the target's at run time: the route's own shim, or code that is written for any accelerator
 * (`torch.accelerator`).
 */
export type ShimName = 'none' | 'transfer_to_npu' | 'torch_tpu adaptor' | 'torch.accelerator';

/** A finding about a fact of a script, whose place, surroundings and certainty decide what becomes of it. */
export interface ScriptFindingDraft extends Omit<FindingDraft, 'operator' | 'value'> {
  /**
   * The fact. Where its region handles the target's accelerator already, nothing is told. Errors need certainty: what is
   * assumed or guessed is a warning at most, and so is what stands below a `try` that catches ImportError.
   */
  readonly at: ScriptPlace & { readonly certainty?: Certainty | undefined };
  /** The part of the fact that is marked; the whole of it where absent. */
  readonly span?: TextSpan | undefined;
}

/** Modules that a program without a shim has in common with a program that switches one on. Paths. */
export interface SharedWithoutShim {
  readonly shim: ShimName;
  readonly modules: readonly string[];
  /** A program that switches it on. */
  readonly program: string;
}

export interface ScriptRuleContext {
  readonly facts: ScriptFacts;
  readonly target: Target;
  readonly chip: Chip;
  readonly route: ScriptRoute;
  /** What the route says of names, libraries, types and kernels. */
  readonly table: MigrationTable;
  readonly shim: ShimName;
  /** The shim's tables, where the route has that shim. */
  readonly shimTable: Shim | undefined;
  /** Of a program that switches no shim on where others of its project do. Found out when it is asked for. */
  sharedWithoutShim(): SharedWithoutShim | undefined;
  /**
   * Whether programs load the file only where a question for a library, or for CUDA, was answered with yes, or a function is
   * called that imports it. Found out when it is asked for.
   */
  isOptional(): boolean;
  /**
   * The PyTorch release whose rows of the vendor's tables hold (`2.8`): the one that the settings name, else one that the
   * project pins and the tables know.
   */
  readonly torch: string | undefined;
  /** The releases that the script runs on: of the settings, else of the project's lists of packages. */
  readonly torchReleases: TorchReleases | undefined;
  /**
   * Whether a finding of the rule at this place would not be told: the region handles the target, or a comment keeps it back,
   * which is then of use. For findings that speak of several places.
   */
  isKeptBack(at: ScriptPlace, span: TextSpan): boolean;
  report(finding: ScriptFindingDraft): void;
}

/** A rule about Python files and what goes with them. Called once per target and route. */
export interface ScriptRule extends RuleBase {
  readonly input: 'script';
  /**
   * Its findings in a branch that runs only where CUDA is there are told by the guard's own finding. Not under a shim that
   * answers the guard's question with yes.
   */
  readonly coveredByGuard?: boolean | undefined;
  /** The kinds of files that it is about; Python and notebooks where absent. */
  readonly kinds?: readonly ScriptFacts['kind'][] | undefined;
  check(context: ScriptRuleContext): void;
}

export interface CheckpointRuleContext {
  readonly facts: CheckpointFacts;
  readonly target: Target;
  readonly chip: Chip;
  readonly route: CheckpointRoute;
  /** What the route's software refuses of the model, its weights and its cache. */
  readonly refusals: readonly RouteRefusal[];
  /** What it refuses at the usual tensor-parallel sizes; empty where the model is not known, or not run at all. */
  readonly tensorRefusals: ReadonlyMap<number, readonly RouteRefusal[]>;
  /** Made when it is first asked for; undefined where the model or the chip's memory is not known. */
  placement(): Placement | undefined;
  report(finding: FindingDraft): void;
}

/** A rule about language models' configurations. Called once per target and route. */
export interface CheckpointRule extends RuleBase {
  readonly input: 'checkpoint';
  check(context: CheckpointRuleContext): void;
}

/** A comment that keeps findings back, and what of it keeps none back. */
export interface SuppressionUse {
  readonly suppression: SuppressionFact;
  /** The rules that it names and that find nothing there on any target; the whole of it where it names none. */
  readonly unused: SuppressionFact['rules'] | 'all';
}

/** Why a file's findings are told as one. */
export type WholeFile =
  /**
   * A file, or one in a folder, for NVIDIA's hardware beside those for others (`nvidia/` beside `amd/`, `cuda.py` beside `xpu.py`);
   * `isTargets`: one of them is the target's own.
   */
  | {
      readonly kind: 'nvidia-backend';
      readonly folder: string;
      readonly beside: readonly string[];
      readonly isTargets: boolean;
    }
  /** A copy of another project's code: the folder of such copies, and what stands in it (`third_party/deep_gemm`). */
  | { readonly kind: 'third-party'; readonly folder: string }
  /** Kernels in a language for NVIDIA's hardware alone; the import that says so. */
  | { readonly kind: 'nvidia-kernels'; readonly language: ImportFact };

export interface SuppressionRuleContext {
  readonly facts: ScriptFacts;
  readonly uses: readonly SuppressionUse[];
  /** The rule that a suppression names, by its code or the last part of it (`torch/cuda-call`, `cuda-call`). */
  ruleOf(name: string): string | undefined;
  /** The rule whose code is most like a name. */
  likely(name: string): string | undefined;
  report(finding: FindingDraft): void;
}

/** A rule about the comments that keep findings back. Called once per file, behind all others; it holds for every target. */
export interface SuppressionRule extends RuleBase {
  readonly input: 'suppression';
  check(context: SuppressionRuleContext): void;
}

export interface SummaryRuleContext {
  readonly facts: ScriptFacts;
  readonly target: Target;
  readonly whole: WholeFile;
  /** How many findings of each severity it stands for; none with 0. */
  readonly counts: ReadonlyMap<Severity, number>;
  report(finding: FindingDraft): void;
}

/** A rule that says in one finding what a file's findings have in common, in their place. Called once per target and route. */
export interface SummaryRule extends RuleBase {
  readonly input: 'summary';
  readonly about: WholeFile['kind'];
  check(context: SummaryRuleContext): void;
}

export type Rule = GraphRule | ScriptRule | CheckpointRule | SuppressionRule | SummaryRule;
