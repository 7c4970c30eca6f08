import type { PatternFact, TensorUseFact } from './computations';
import type { GuardFact, MessageTestFact, PortedRegion } from './conditions';
import type { ClassFact, KernelFact, KernelLaunchFact } from './definitions';
import type { DeviceComparisonFact, DeviceStringFact, DeviceVariableFact } from './devices';
import type { CommandFact, EnvironmentFact, ExecutionProviderFact, ImageFact, SettingFact } from './launch';
import type { RequirementFact } from './requirements';
import type { SuppressionFact } from './suppressions';
import type { CallFact, ImportFact, ReferenceFact } from './uses';

/** What rules see of one Python file, notebook, requirement list or shell script. Facts in the order of the text. */
export interface ScriptFacts {
  readonly path: string;
  readonly text: string;
  readonly kind: 'python' | 'notebook' | 'requirements' | 'shell' | 'dockerfile' | 'yaml' | 'deepspeed';
  readonly imports: readonly ImportFact[];
  readonly calls: readonly CallFact[];
  readonly references: readonly ReferenceFact[];
  readonly deviceStrings: readonly DeviceStringFact[];
  readonly deviceComparisons: readonly DeviceComparisonFact[];
  readonly deviceVariables: readonly DeviceVariableFact[];
  readonly messageTests: readonly MessageTestFact[];
  readonly guards: readonly GuardFact[];
  readonly portedRegions: readonly PortedRegion[];
  readonly classes: readonly ClassFact[];
  readonly kernels: readonly KernelFact[];
  readonly kernelLaunches: readonly KernelLaunchFact[];
  readonly patterns: readonly PatternFact[];
  readonly tensorUses: readonly TensorUseFact[];
  readonly environment: readonly EnvironmentFact[];
  readonly suppressions: readonly SuppressionFact[];
  readonly requirements: readonly RequirementFact[];
  /** Of files that start something; absent in requirement lists and configurations. */
  readonly commands?: readonly CommandFact[] | undefined;
  readonly images?: readonly ImageFact[] | undefined;
  /** Of Python; absent in other files. */
  readonly executionProviders?: readonly ExecutionProviderFact[] | undefined;
  /** Of configurations, and of those in Python; absent in other files. */
  readonly settings?: readonly SettingFact[] | undefined;
  /** Names of module level, by what they stand for: `torch.nn.functional` -> `F`. What a fix may use. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Every name that the file binds or uses: what a fix must not shadow. */
  readonly names: ReadonlySet<string>;
  /** Where an import goes: after the docstring, `from __future__` and the first block of imports; start of a line. */
  readonly importInsertion: number;
  /** `\n` or `\r\n`, as the file has it. */
  readonly lineBreak: string;
}
