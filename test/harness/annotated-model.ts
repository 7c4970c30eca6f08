import assert from 'node:assert/strict';
import type { Finding, Severity } from '../../core/model';
import { type OperatorSpan, type ParsedText, parseModelText } from '../../core/onnx/text';

/*
 * A model in ONNX's text syntax whose comments say what is to be found in it:
 *
 *     #! warning onnx/dynamic-dimension @ascend-910b2: batch
 *     <ir_version: 8, opset_import: ["" : 17]>
 *     agraph (float[batch,3,8,8] x) => (float[batch,3,16,16] y) {
 *       y = Resize <mode = "cubic"> (x, "", scales)
 *       #   ^^^^^^ error onnx/unsupported-operator @sophgo-bm1684x: cubic
 *       #   ^^^^^^ silent onnx/silent-miscompilation
 *     }
 *
 * `# ^^^ severity rule @target: text` is about the last line that is no annotation: the carets stand under the place,
 * which belongs to the node that it lies in (any part of the node will do; its op type reads best), or to the input or
 * weight whose declaration (`float[2] w`) it lies in. Any other place, and `#! severity rule ...` anywhere, stand for a
 * finding about no node. `@target` and `: text` may be left out; text is a part of the English message or advice.
 */

export interface Annotation {
  /** 1-based, of the line that the annotation is about; its own line where it is about the model. */
  readonly line: number;
  /** 1-based columns, the end excluded; undefined where the annotation is about the model. */
  readonly columns: { readonly start: number; readonly end: number } | undefined;
  /** What the carets mark. */
  readonly marked: string;
  readonly severity: Severity;
  readonly rule: string;
  readonly target: string | undefined;
  readonly text: string | undefined;
  /** The node: the path of its graph and its index there. */
  readonly operator: { readonly graph: string; readonly index: number } | undefined;
  /** The input or weight; undefined where the place is none, or does not say. */
  readonly value: { readonly graph: string; readonly name: string } | undefined;
}

export interface AnnotatedModel {
  /** The .onnx file. */
  readonly bytes: Uint8Array;
  readonly annotations: readonly Annotation[];
  /** Where the nodes stand in the text, by the path of their graph. */
  readonly operators: ReadonlyMap<string, readonly OperatorSpan[]>;
}

const annotationLine = /^\s*#(?<model>!)?\s*(?<carets>\^+)?\s*(?<body>.*)$/d;
const annotationBody =
  /^(?<severity>error|silent|warning|information|hint) (?<rule>[\w/-]+)(?: @(?<target>[\w-]+))?(?:: (?<text>.+))?$/;

/** The model and what is expected of it. Fails on a text that is no model and on an annotation that says nothing. */
export function annotatedModel(source: string): AnnotatedModel {
  const { bytes, problems, operators, values } = parseModelText(source);
  assert.deepEqual(
    problems.map(({ message, span }) => `${message.en} at ${JSON.stringify(source.slice(span!.start, span!.end))}`),
    [],
    'the text is no model',
  );
  const annotations: Annotation[] = [];
  let subject = { line: 0, start: 0 };
  let start = 0;
  source.split('\n').forEach((text, index) => {
    const annotation = readAnnotation(text, index + 1, subject, source, { operators, values });
    if (annotation === undefined) subject = { line: index + 1, start };
    else annotations.push(annotation);
    start += text.length + 1;
  });
  return { bytes: bytes!, annotations, operators };
}

function readAnnotation(
  text: string,
  ownLine: number,
  subject: { line: number; start: number },
  source: string,
  { operators, values }: Pick<ParsedText, 'operators' | 'values'>,
): Annotation | undefined {
  const match = annotationLine.exec(text);
  const { model, carets, body } = match?.groups ?? {};
  if (model === undefined && carets === undefined) return undefined;
  const parts = annotationBody.exec(body!)?.groups;
  assert.ok(parts, `line ${ownLine}: an annotation reads "# ^^^ severity rule @target: text", not "${text.trim()}"`);
  const { severity, rule, target, text: message } = parts;
  const said = { severity: severity as Severity, rule: rule!, target, text: message };
  if (model !== undefined) {
    return { line: ownLine, columns: undefined, marked: '', ...said, operator: undefined, value: undefined };
  }
  const [start, end] = match!.indices!.groups!['carets']!;
  const marked = source.slice(subject.start + start, subject.start + end);
  assert.ok(
    subject.line > 0 && !marked.includes('\n') && marked.trim() !== '',
    `line ${ownLine}: the carets mark nothing`,
  );
  const operator = operatorAt(operators, subject.start + start);
  const value = operator === undefined ? valueAt(values, subject.start + start) : undefined;
  return { line: subject.line, columns: { start: start + 1, end: end + 1 }, marked, ...said, operator, value };
}

/** The innermost node at an offset. */
function operatorAt(operators: AnnotatedModel['operators'], offset: number): Annotation['operator'] {
  let best: { graph: string; index: number; length: number } | undefined;
  for (const [graph, spans] of operators) {
    spans.forEach(({ start, end }, index) => {
      const length = end - start;
      if (start <= offset && offset < end && (best === undefined || length < best.length)) {
        best = { graph, index, length };
      }
    });
  }
  return best && { graph: best.graph, index: best.index };
}

/** The input or weight whose declaration is at an offset. */
function valueAt(values: ParsedText['values'], offset: number): Annotation['value'] {
  for (const [graph, spans] of values) {
    for (const [name, { start, end }] of spans) if (start <= offset && offset < end) return { graph, name };
  }
  return undefined;
}

/** Fails unless every annotation has its finding and every finding its annotation. */
export function assertFindings(model: AnnotatedModel, findings: readonly Finding[]): void {
  const left = [...findings];
  const missing = model.annotations.filter((annotation) => {
    const index = left.findIndex((finding) => meets(annotation, finding));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  const differences = [
    ...missing.map(({ line, marked, severity, rule, target, text }) =>
      describe('missing', `line ${line} ${marked}`, severity, rule, target, text),
    ),
    ...left.map(({ place, value, severity, rule, target, message }) =>
      describe(
        'not expected',
        place ? `${place.graph}#${place.index} ${place.op}` : value ? `${value.graph} ${value.name}` : '',
        severity,
        rule,
        target,
        message.en,
      ),
    ),
  ];
  assert.deepEqual(differences, []);
}

function meets({ severity, rule, target, text, operator, value }: Annotation, finding: Finding): boolean {
  return (
    finding.severity === severity &&
    finding.rule === rule &&
    (target === undefined || finding.target === target) &&
    finding.place?.graph === operator?.graph &&
    finding.place?.index === operator?.index &&
    (value === undefined || (finding.value?.graph === value.graph && finding.value.name === value.name)) &&
    (text === undefined || `${finding.message.en}\n${finding.advice?.en ?? ''}`.includes(text))
  );
}

function describe(
  what: string,
  place: string,
  severity: Severity,
  rule: string,
  target: string | undefined,
  text: string | undefined,
): string {
  return `${what}: ${place.trim()} ${severity} ${rule}${target ? ` @${target}` : ''}${text ? `: ${text}` : ''}`;
}
