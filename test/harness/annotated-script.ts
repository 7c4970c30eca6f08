import assert from 'node:assert/strict';
import type { Finding, Severity } from '../../core/model';

/*
 * A script whose comments say what is to be found in it:
 *
 *     #! {"targets": ["ascend-910b2"]}
 *     x = torch.zeros(8, device="cuda")
 *     #                         ^^^^^^ error torch/cuda-device @ascend-910b2: npu
 *
 * The first line is the configuration. `# ^^^ severity rule @target: text` is about the last line that is no annotation;
 * the carets stand under the place. `@target` and `: text` may be left out; text is a part of the English message or
 * advice. `#! severity rule ...` stands for a finding anywhere (at the file's first character, for one). In JSON with
 * comments, `//` stands for `#`.
 */
export interface ScriptAnnotation {
  /** UTF-16 offsets in {@link AnnotatedScript.text}; undefined for a finding anywhere. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly line: number;
  readonly marked: string;
  readonly severity: Severity;
  readonly rule: string;
  readonly target: string | undefined;
  readonly text: string | undefined;
}

export interface AnnotatedScript {
  /** Without the annotations and the configuration. */
  readonly text: string;
  readonly configuration: string;
  readonly annotations: readonly ScriptAnnotation[];
}

/** How a line of annotation begins in each language. */
const annotationLines = {
  '#': /^(?<before>\s*#)(?<anywhere>!)?(?<space>\s*)(?<carets>\^+)?\s*(?<body>.*)$/,
  '//': /^(?<before>\s*\/\/)(?<anywhere>!)?(?<space>\s*)(?<carets>\^+)?\s*(?<body>.*)$/,
};
const annotationBody =
  /^(?<severity>error|silent|warning|information|hint) (?<rule>[\w/-]+)(?: @(?<target>[\w-]+))?(?:: (?<text>.+))?$/;

/** What begins a comment in an example, by its name. */
export function commentOf(name: string): keyof typeof annotationLines {
  return name.endsWith('.jsonc') ? '//' : '#';
}

/** Fails on an annotation that says nothing, and on a first line that is no configuration. */
export function annotatedScript(source: string, comment: keyof typeof annotationLines = '#'): AnnotatedScript {
  const [first, ...lines] = source.split('\n');
  assert.match(first!, /^(#|\/\/)! ?\{/, `the first line is the configuration: ${comment}! {"targets": [...]}`);
  const annotations: ScriptAnnotation[] = [];
  const kept: string[] = [];
  let lineStart = 0;
  let previous = { start: 0, text: '' };
  for (const [index, line] of lines.entries()) {
    const parts = annotationLines[comment].exec(line)?.groups;
    if (!parts || (parts['anywhere'] === undefined && parts['carets'] === undefined)) {
      kept.push(line);
      previous = { start: lineStart, text: line };
      lineStart += line.length + 1;
      continue;
    }
    const body = annotationBody.exec(parts['body']!)?.groups;
    assert.ok(body, `line ${index + 2}: an annotation reads "# ^^^ severity rule @target: text", not "${line.trim()}"`);
    const column = parts['before']!.length + parts['space']!.length;
    const carets = parts['carets']?.length ?? 0;
    const marked = previous.text.slice(column, column + carets);
    assert.ok(carets === 0 || marked.trim() !== '', `line ${index + 2}: the carets mark nothing`);
    annotations.push({
      start: carets === 0 ? undefined : previous.start + column,
      end: carets === 0 ? undefined : previous.start + column + carets,
      line: index + 2,
      marked,
      severity: body['severity'] as Severity,
      rule: body['rule']!,
      target: body['target'],
      text: body['text'],
    });
  }
  return { text: kept.join('\n'), configuration: first!.slice(comment.length + 1), annotations };
}

/** Fails unless every annotation has its finding, at exactly its place, and every finding its annotation. */
export function assertScriptFindings({ text, annotations }: AnnotatedScript, findings: readonly Finding[]): void {
  const left = [...findings];
  const missing = annotations.filter((annotation) => {
    const index = left.findIndex((finding) => meets(annotation, finding));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  const said = (severity: string, rule: string, target?: string, message?: string) =>
    `${severity} ${rule}${target ? ` @${target}` : ''}${message ? `: ${message}` : ''}`;
  const differences = [
    ...missing.map(
      ({ line, marked, severity, rule, target, text: part }) =>
        `missing: line ${line} ${JSON.stringify(marked)} ${said(severity, rule, target, part)}`,
    ),
    ...left.map(
      ({ span, severity, rule, target, message }) =>
        `not expected: ${JSON.stringify(text.slice(span?.start ?? 0, span?.end ?? 0))} ${said(severity, rule, target, message.en)}`,
    ),
  ];
  assert.deepEqual(differences, []);
}

function meets({ start, end, severity, rule, target, text }: ScriptAnnotation, finding: Finding): boolean {
  return (
    finding.severity === severity &&
    finding.rule === rule &&
    (target === undefined || finding.target === target) &&
    (start === undefined || (finding.span?.start === start && finding.span.end === end)) &&
    (text === undefined || `${finding.message.en}\n${finding.advice?.en ?? ''}`.includes(text))
  );
}
