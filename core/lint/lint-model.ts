import {
  type Assessment,
  type ByteSource,
  bytesSource,
  type Finding,
  type ModelFacts,
  type Problem,
  type Task,
  type TextSpan,
  uninterrupted,
  type Workspace,
} from '../model';
import {
  bindDimensions,
  checkExternalData,
  checkModel,
  describeModel,
  type Inference,
  inferTypes,
  readModel,
} from '../onnx';
import type { ParsedText } from '../onnx/text';
import { assess } from '../targets';
import { type Coverage, coverageOf } from './coverage';
import type { GraphReport } from './graph-report';
import { inModelOrder, mergeProblems } from './order';
import { type Destination, planDestinations } from './plan';
import { mostFindings, runRules } from './run-rules';
import { type Ignore, precisionOf, type Settings } from './settings';

export interface ModelFile {
  /** With `/`, as the workspace knows it. Names ending in .onnxtxt or .onnx.txt are read as ONNX's text syntax. */
  readonly path: string;
  readonly source: ByteSource;
  /** The files around it: external data are looked for there, and never opened. */
  readonly workspace: Workspace;
}

/**
 * Reads, checks and describes a model and assesses it for every destination of the settings. Never rejects for what a
 * file contains: problems say what is wrong with it, and the rest goes on with what was understood.
 */
export async function lintModel(file: ModelFile, settings: Settings, task: Task = uninterrupted): Promise<GraphReport> {
  const described = await describeFile(file, settings, task);
  const { facts, problems, spans } = described;
  const { destinations, problems: planProblems } = planDestinations(settings);
  const assessments: Assessment[] = [];
  const coverage: Coverage[] = [];
  const found: (readonly Finding[])[] = [];
  const cut: Problem[] = [];
  for (const [index, destination] of destinations.entries()) {
    if (facts === undefined || (await interrupted(task, 0.6 + (0.4 * index) / destinations.length))) break;
    const precision = precisionOf(settings, destination.target.id);
    const assessment = assess(facts, destination.target, destination.route, { precision, task });
    const run = runRules(facts, assessment, destination, precision, settings.levels, task);
    found.push(run.findings);
    if (run.cut) cut.push(findingsLeftOut(destination));
    assessments.push(assessment);
    coverage.push(coverageOf(facts, assessment));
  }
  const ordered = facts === undefined ? [] : inModelOrder(found.flat(), facts);
  const { kept, used } = await withoutIgnored(file.path, ordered, settings.ignores);
  task.progress?.(1);
  return {
    path: file.path,
    kind: 'graph',
    findings: spans === undefined ? kept : kept.map((finding) => atSpan(finding, spans)),
    problems: mergeProblems(planProblems, problems, cut),
    facts,
    inference: described.inference,
    dimensionNames: described.dimensionNames,
    assessments,
    coverage,
    usedIgnores: used,
    ignored: ordered.length - kept.length,
    cancelled: task.isCancelled(),
  };
}

/** Globs are loaded where a configuration ignores anything. */
async function withoutIgnored(path: string, findings: readonly Finding[], ignores: Settings['ignores']) {
  if (ignores.length === 0) return { kept: findings, used: new Set<Ignore>() };
  const { applyIgnores } = await import('./ignores');
  return applyIgnores(path, findings, ignores);
}

interface DescribedFile {
  readonly facts: ModelFacts | undefined;
  readonly inference: Inference | undefined;
  readonly dimensionNames: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** Of a text: where its operators and values stand. */
  readonly spans: Spans | undefined;
}

type Spans = Pick<ParsedText, 'operators' | 'values'>;

/** Read -> check -> infer -> describe, with the problems of all of them. */
async function describeFile(
  { path, source, workspace }: ModelFile,
  { dimensions }: Settings,
  task: Task,
): Promise<DescribedFile> {
  const text = isModelText(path) ? await parseText(source) : undefined;
  const bytes = text === undefined ? source : bytesSource(text.bytes ?? new Uint8Array());
  const fromText = text?.problems ?? [];
  const nothing = { facts: undefined, inference: undefined, dimensionNames: new Set<string>(), spans: text };
  if (text !== undefined && text.bytes === undefined) return { ...nothing, problems: fromText };

  const { model, problems: fromReader } = readModel(bytes, { task });
  if (model === undefined || (await interrupted(task, 0.3))) {
    return { ...nothing, problems: mergeProblems(fromText, fromReader) };
  }
  // A text may leave weights out (`= {}`), as the text view does; that is no defect of the model.
  const fromChecker = checkModel(model).filter(
    ({ code }) => text === undefined || code !== 'onnx/tensor-payload-fields',
  );
  const fromExternal = await checkExternalData(model, path, workspace);
  if (await interrupted(task, 0.4)) {
    return { ...nothing, problems: mergeProblems(fromText, fromReader, fromChecker, fromExternal) };
  }
  const bound = bindDimensions(model, dimensions);
  const inference = inferTypes(bound.model, { task, weightsLeftOut: text !== undefined });
  const problems = mergeProblems(fromText, fromReader, fromChecker, fromExternal, inference.problems);
  if (await interrupted(task, 0.5)) return { ...nothing, problems };
  const facts = describeModel(path, bound.model, inference, task);
  return {
    facts,
    inference,
    dimensionNames: bound.names,
    problems: problems.map((problem) => problemAtSpan(problem, text)),
    spans: text,
  };
}

export function isModelText(path: string): boolean {
  const lower = path.toLowerCase();
  return lower.endsWith('.onnxtxt') || lower.endsWith('.onnx.txt');
}

/** The parser of texts is loaded when one is there: most models are files of protobuf. */
async function parseText(source: ByteSource): Promise<ParsedText> {
  const { parseModelText } = await import('../onnx/text');
  return parseModelText(new TextDecoder().decode(source.read(0, source.size)));
}

/** Lets the host handle other events; true where the task was cancelled. */
async function interrupted(task: Task, progress: number): Promise<boolean> {
  task.progress?.(progress);
  await task.breathe?.();
  return task.isCancelled();
}

function spanAt(spans: Spans | undefined, place: Finding['place']): TextSpan | undefined {
  return place && spans?.operators.get(place.graph)?.[place.index]?.operator;
}

function atSpan(finding: Finding, spans: Spans): Finding {
  const { span, place, value } = finding;
  const declared = value && spans.values.get(value.graph)?.get(value.name);
  return { ...finding, span: span ?? spanAt(spans, place) ?? declared };
}

function problemAtSpan(problem: Problem, spans: Spans | undefined): Problem {
  if (spans === undefined || problem.span !== undefined) return problem;
  // An offset in the bytes that the text stands for would mean nothing to its reader.
  return { ...problem, span: spanAt(spans, problem.place), byteOffset: undefined };
}

function findingsLeftOut({ target, route }: Destination): Problem {
  return {
    code: 'lint/findings-left-out',
    severity: 'warning',
    message: {
      en: `There are more than ${mostFindings} findings for ${target.id} by ${route}; the rest is not listed. The coverage counts every operator.`,
      zh: `${target.id}（${route}）的结果超过 ${mostFindings} 条，其余未列出；覆盖率仍统计了全部算子。`,
    },
  };
}
