import { type Coverage, type GraphReport, type Porting, portingOf, type ScriptKind, severities } from '../core/lint';
import type { ScriptReport } from '../core/lint/script';
import {
  canonicalDomain,
  type Finding,
  type Integer,
  integer,
  type ModelFacts,
  type Problem,
  type ScriptRoute,
  type Severity,
  type Verdict,
  verdicts,
} from '../core/model';
import { type Lines, linesOf } from './reporters/lines';

/** What a model is, in a line. */
export interface Outline {
  /** Of the standard domain; undefined where the file imports none. */
  readonly opset: Integer | undefined;
  /** In all graphs and functions. */
  readonly operators: number;
  readonly weightBytes: Integer;
  /** Of one run; undefined where a shape is unknown. */
  readonly macs: Integer | undefined;
  /** Named dimensions of the model's inputs for which no size was given. */
  readonly openDimensions: readonly string[];
}

interface ReportedBase {
  /** As a person calls it: relative to the current folder where it lies below it. */
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** How many findings ignores and suppressions kept back. */
  readonly ignored: number;
  /** Of a file that has lines: the text that spans are offsets in. */
  readonly lines?: Lines | undefined;
}

export interface ReportedGraph extends ReportedBase {
  readonly kind: 'graph';
  readonly coverage: readonly Coverage[];
  /** Undefined where nothing could be read. */
  readonly outline: Outline | undefined;
}

export interface ReportedScript extends ReportedBase {
  readonly kind: 'script';
  readonly language: ScriptKind;
  /** Of a file with findings or problems; undefined where it could not be read. */
  readonly text: string | undefined;
}

/** What a language model is, in a line. */
export interface CheckpointOutline {
  /** The `model_type`. */
  readonly architecture: string;
  /** Undefined where the architecture is not counted. */
  readonly params: number | undefined;
  readonly activeParams: number | undefined;
  /** Of the checkpoint's tensors; undefined where the number format is not known. */
  readonly weightBytes: number | undefined;
}

export interface ReportedCheckpoint extends ReportedBase {
  readonly kind: 'checkpoint';
  /** Undefined where the file is no model's configuration. */
  readonly outline: CheckpointOutline | undefined;
  /** Undefined where it could not be read. */
  readonly text: string | undefined;
}

export type ReportedFile = ReportedGraph | ReportedScript | ReportedCheckpoint;

export interface Report {
  /** Models, scripts, and configurations that something is wrong with. */
  readonly files: readonly ReportedFile[];
  /** Ids, in the order in which they were asked for. */
  readonly targets: readonly string[];
  /** Where scripts are to go, where there are any. */
  readonly scriptDestinations: readonly ScriptDestination[];
  /** What an earlier report has told already, where there is one: it is left out of this. */
  readonly known?: Known | undefined;
}

/** Counts of an earlier report's findings and problems. */
export interface Known {
  /** The earlier report, as it was named. */
  readonly since: string;
  /** How many are there still. */
  readonly findings: number;
  /** How many are not. */
  readonly gone: number;
  /** The files with these, for what is counted as it stands: what is left to port. */
  readonly files: readonly ReportedFile[];
}

export interface ScriptDestination {
  readonly target: string;
  readonly route: ScriptRoute;
}

/** The part of a model's report that is reported; it keeps no graph in memory. */
export function reportedGraph(report: GraphReport, path: string, lines: Lines | undefined): ReportedGraph {
  const { kind, findings, problems, coverage, ignored } = report;
  return { path, kind, findings, problems, coverage, ignored, outline: outline(report), lines };
}

/** The part of a script's report that is reported; a clean file keeps no text. */
export function reportedScript(report: ScriptReport, path: string): ReportedScript {
  const { findings, problems, ignored, facts } = report;
  const isClean = findings.length === 0 && problems.length === 0;
  const text = isClean ? '' : report.text;
  return { path, kind: 'script', language: facts.kind, findings, problems, ignored, text, lines: linesOf(text) };
}

/** Whether anything of the file was understood. */
export function wasRead(file: ReportedFile): boolean {
  return (file.kind === 'script' ? file.text : file.outline) !== undefined;
}

function outline({ facts, coverage: [coverage] }: GraphReport): Outline | undefined {
  return (
    facts && {
      opset: facts.model.opsetImports.find(({ domain }) => canonicalDomain(domain) === '')?.version,
      operators: facts.graphs.reduce((count, { operators }) => count + operators.length, 0),
      weightBytes: facts.weightBytes,
      // A coverage has added the same MACs up already.
      macs: coverage === undefined ? facts.total.macs : coverage.operatorsWithoutMacs > 0 ? undefined : coverage.macs,
      openDimensions: openDimensions(facts),
    }
  );
}

/** Names of dimensions of the model's inputs for which no size was given. */
export function openDimensions({ graphs: [main] }: ModelFacts): string[] {
  const shapes = (main?.graph.inputs ?? []).map(({ type }) => (type?.kind === 'tensor' ? type.shape : undefined));
  const names = shapes.flatMap((shape) => shape ?? []).filter((dimension) => typeof dimension === 'string');
  // What a size can be given for: a name, not an expression of names.
  return [...new Set(names.filter((name) => /^\w[\w.]*$/.test(name)))];
}

/** What is left to port of all scripts together, for each destination of scripts. */
export function totalPorting({ files, known, scriptDestinations }: Report): Porting[] {
  return portingOf(findingsOfScripts(known?.files ?? files), scriptDestinations);
}

function* findingsOfScripts(files: readonly ReportedFile[]): Generator<Finding> {
  for (const { kind, findings } of files) if (kind === 'script') yield* findings;
}

/** From the worst to the mildest, for lists that begin with what matters. */
export const worstFirst: readonly Severity[] = severities.toReversed();

/** How many findings and problems of each severity `files` have. */
export function countBySeverity(files: readonly ReportedFile[]): ReadonlyMap<Severity, number> {
  const counts = new Map<Severity, number>();
  const count = ({ severity }: { readonly severity: Severity }) =>
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
  for (const { findings, problems } of files) {
    findings.forEach(count);
    problems.forEach(count);
  }
  return counts;
}

/** The coverage of all files together, target by target and route by route. */
export function totalCoverage(files: readonly ReportedFile[]): Coverage[] {
  const lists = new Map<string, Coverage[]>();
  for (const coverage of files.flatMap((file) => (file.kind === 'graph' ? file.coverage : []))) {
    const key = `${coverage.target} ${coverage.route}`;
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [coverage]);
    else list.push(coverage);
  }
  return [...lists.values()].map(addCoverage);
}

function addCoverage(list: readonly Coverage[]): Coverage {
  const shares = new Map<Verdict, { operators: number; macs: bigint }>();
  for (const { verdict, operators, macs } of list.flatMap((one) => one.verdicts)) {
    const share = shares.get(verdict) ?? { operators: 0, macs: 0n };
    shares.set(verdict, { operators: share.operators + operators, macs: share.macs + BigInt(macs) });
  }
  const total = (value: (one: Coverage) => number) => list.reduce((all, one) => all + value(one), 0);
  return {
    target: list[0]!.target,
    route: list[0]!.route,
    verdicts: verdicts
      .filter((verdict) => shares.has(verdict))
      .map((verdict) => ({
        verdict,
        operators: shares.get(verdict)!.operators,
        macs: integer(shares.get(verdict)!.macs),
      })),
    operators: total((one) => one.operators),
    macs: integer(list.reduce((all, one) => all + BigInt(one.macs), 0n)),
    operatorsWithoutMacs: total((one) => one.operatorsWithoutMacs),
  };
}
