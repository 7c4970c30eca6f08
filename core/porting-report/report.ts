import type { Effort } from '../lint';
import type { Certainty, Library, Localized, ScriptRoute, Severity, ShimName } from '../model';

/** How many findings of each effort. */
export type Efforts = Readonly<Record<Effort, number>>;

/** How many findings of each certainty: proven by Python's rules, assumed from a convention, guessed from a name. */
export type Certainties = Readonly<Record<Certainty, number>>;

/** What ties a folder to CUDA, for each target: plain data, which `portolan report --format json` writes as it is. */
export interface PortingReport {
  /** The folder as its reader calls it. */
  readonly name: string;
  /** The paths that the command was given, for the commands that the report proposes; not in JSON. */
  readonly operands: readonly string[];
  /** `2026-11-28`. */
  readonly date: string;
  readonly files: FileTotals;
  readonly targets: readonly TargetPorting[];
}

export interface FileTotals {
  /** Scripts, notebooks, requirement lists, shell scripts, Dockerfiles and YAML files that were looked at. */
  readonly read: number;
  /** Their lines. */
  readonly lines: number;
  /** What could not be read. */
  readonly unread: number;
  /** CUDA sources beside them. */
  readonly cudaSources: number;
}

export interface TargetPorting {
  readonly target: string;
  readonly route: ScriptRoute;
  /** What maps CUDA's names at run time, where something does. */
  readonly shim?: ShimName | undefined;
  /** PyTorch releases that the scripts were judged by, those of the most files first; none where nothing says. */
  readonly torch: readonly TorchPorting[];
  /** At least warnings; notes and hints are counted apart. */
  readonly findings: number;
  readonly byEffort: Efforts;
  readonly byCertainty: Certainties;
  readonly notes: number;
  /** Files without anything to port, of those that were read. */
  readonly readyFiles: number;
  /** Those with the most findings first. */
  readonly rules: readonly RulePorting[];
  readonly files: readonly FilePorting[];
  readonly kernels: readonly KernelPorting[];
  readonly libraries: readonly LibraryPorting[];
  readonly ported: PortedShare;
  /** Where an earlier report was given that has the target. */
  readonly progress?: Progress | undefined;
}

/** PyTorch releases that a part of the scripts runs on. */
export interface TorchPorting {
  /** `2.8`, `>=2.1`, `>=2.1,<2.5`; absent where what says so bounds nothing. */
  readonly releases?: string | undefined;
  /** `requirements.txt:3 torch==2.8.0`; empty where the settings say so. */
  readonly pins: readonly string[];
  /** Scripts that it was taken for. */
  readonly files: number;
}

export interface RulePorting {
  readonly rule: string;
  readonly title: Localized;
  readonly severity: Severity;
  readonly findings: number;
  readonly byEffort: Efforts;
  readonly byCertainty: Certainties;
  readonly files: number;
}

export interface FilePorting {
  readonly path: string;
  readonly lines: number;
  readonly findings: number;
  readonly byEffort: Efforts;
  /** Findings of each rule: what a later report is compared by. */
  readonly rules: Readonly<Record<string, number>>;
}

/** A kernel that was written for NVIDIA's GPUs. */
export interface KernelPorting {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly language: 'triton' | 'cuda';
  readonly lines: number;
  /** Places that launch it, as far as they are seen. */
  readonly launches: number;
  /** `review`: the target's compiler takes it; `rewrite`: nothing does. */
  readonly work: 'review' | 'rewrite';
}

export interface LibraryPorting {
  readonly id: string;
  /** The module or package by which the folder calls it. */
  readonly name: string;
  readonly status: Library['status'];
  readonly replacement?: string | undefined;
  readonly note: Localized;
  /** Files that import it. */
  readonly imports: number;
  /** Lists that require it. */
  readonly requirements: number;
}

/** What handles the target's accelerator, or any, already. */
export interface PortedShare {
  readonly files: number;
  readonly regions: number;
  /** The files with the most such regions. */
  readonly paths: readonly string[];
}

/** What has changed since an earlier report, counted by file and rule. */
export interface Progress {
  /** Of the earlier report. */
  readonly date: string;
  readonly before: number;
  readonly solved: number;
  readonly added: number;
  readonly rules: readonly { readonly rule: string; readonly before: number; readonly now: number }[];
}
