import {
  atOnce,
  emptyScriptFacts,
  type GuardFact,
  type Problem,
  type RequirementFact,
  type ScriptFacts,
  type Steps,
  type SuppressionFact,
  type TorchReleases,
} from '../model';
import { importInsertion } from './facts/import-insertion';
import { suppressionOf } from './facts/suppressions';
import { Walk } from './facts/walk';
import { bindModule } from './names/bind';
import type { ProgramQuestion, SharedModules } from './project/programs';
import { requirementsOfSetup } from './requirements/setup-script';
import type { Module } from './syntax/nodes';
import type { ParsedScript, PythonParser } from './syntax/parser';
import { Evaluator } from './values/evaluator';
import { noWorkspace, type WorkspaceNames } from './values/workspace-names';

/** What is known of the rest of the workspace; a `ScriptProject` is all of it. */
export interface ScriptIndex {
  /** The top-level packages that the workspace itself defines. */
  readonly firstParty?: ReadonlySet<string> | undefined;
  /** The facts of a text, with what other files of the workspace say. */
  analyzeInSteps?(path: string, text: string): Steps<AnalyzedScript>;
  /** Whether the project has a script at this path. */
  has?(path: string): boolean;
  /** Whether a script of the project is about Google's TPUs. */
  isAboutGooglesTpu?(path: string): boolean;
  /** The folders of this name in which it has scripts; they end in `/`. Not one in which all of its scripts are. */
  foldersNamed?(name: string): readonly string[];
  /** The PyTorch releases that the project's lists of packages pin for a script, on an accelerator of ours. */
  torchOf?(path: string, accelerator: 'npu' | 'tpu'): TorchReleases | undefined;
  /** What the project of a lock file asks for in its own list. */
  askedFor?(lock: string): readonly RequirementFact[];
  /** Whether a question has the answer yes for every program that a file is a part of; undefined where it is of none. */
  holdsInPrograms?(path: string, question: ProgramQuestion): boolean | undefined;
  /** The same of the programs that stand around a file which is no script: a configuration, what starts a container. */
  holdsAround?(path: string, question: ProgramQuestion): boolean | undefined;
  /** Whether a program can do without a file, as optional-modules.ts says. `isClosed`: what stands behind a guard does not run. */
  isOptional?(path: string, isClosed: (guard: GuardFact) => boolean): boolean;
  /** The files about CUDA that a program shares with one that does what the question is about, and it does not. */
  sharedWithPrograms?(path: string, question: ProgramQuestion): SharedModules | undefined;
}

export interface AnalyzedScript {
  readonly facts: ScriptFacts;
  readonly problems: Problem[];
}

/** The facts of one Python file: by itself where nothing is known of the workspace. Code that is not Python is passed over; its places are among the problems. */
export function analyzeScript(path: string, text: string, parser: PythonParser, index?: ScriptIndex): AnalyzedScript {
  return atOnce(analyzeInSteps(path, text, parser, index));
}

/** The same, for a host that has other things to do meanwhile. */
export function* analyzeInSteps(
  path: string,
  text: string,
  parser: PythonParser,
  index?: ScriptIndex,
): Steps<AnalyzedScript> {
  if (index?.analyzeInSteps) return yield* index.analyzeInSteps(path, text);
  const parsed = parser.parse(text);
  yield;
  const evaluator = evaluatorOf(path, text, parsed, noWorkspace);
  return yield* factsInSteps(evaluator, parsed, (name) => index?.firstParty?.has(name) ?? false);
}

/** An evaluator of a file's values, which its facts and what other files see of it have in common. */
export function evaluatorOf(
  path: string,
  text: string,
  { module }: ParsedScript,
  workspace: WorkspaceNames,
): Evaluator {
  return new Evaluator(path, text, bindModule(module, text), workspace);
}

function suppressionsOf({ comments }: Module, text: string): SuppressionFact[] {
  if (!text.includes('portolan:')) return [];
  return comments.flatMap(({ start, end }) => suppressionOf(text, start, end) ?? []);
}

export function* factsInSteps(
  evaluator: Evaluator,
  { module, problems }: ParsedScript,
  firstParty: (name: string) => boolean,
): Steps<AnalyzedScript> {
  const { path, text } = evaluator;
  const walk = new Walk(evaluator, text, firstParty);
  yield* walk.steps(module);
  const { found } = walk;
  const facts: ScriptFacts = {
    ...emptyScriptFacts(path, 'python', text),
    imports: found.imports.facts,
    calls: found.apis.calls,
    references: found.apis.references,
    deviceStrings: found.flow.facts(),
    deviceComparisons: found.comparisons.devices(),
    deviceVariables: found.deviceVariables,
    messageTests: found.comparisons.messages,
    guards: found.guards.facts,
    portedRegions: found.portedRegions,
    classes: found.definitions.classes,
    kernels: found.definitions.kernels,
    kernelLaunches: found.definitions.launches,
    patterns: found.patterns.facts,
    tensorUses: found.tensorUses.facts,
    environment: found.environment.facts,
    commands: found.commands.facts,
    executionProviders: found.executionProviders,
    settings: found.settings.facts,
    suppressions: suppressionsOf(module, text),
    requirements: /(^|[\\/])setup\.py$/.test(path) ? requirementsOfSetup(module, text) : [],
    aliases: found.imports.aliases,
    names: found.names,
    importInsertion: importInsertion(module, text),
  };
  return { facts, problems: [...problems] };
}
