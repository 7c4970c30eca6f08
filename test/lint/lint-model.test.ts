import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GraphReport, lintModel, mergeSettings, type SettingsLayer } from '../../core/lint';
import { bytesSource, type Task } from '../../core/model';
import { allRules } from '../../rules/checks';
import { annotatedModel } from '../harness/annotated-model';
import { memoryWorkspace } from '../harness/memory-workspace';

const workspace = memoryWorkspace(new Map());
const encoded = (text: string) => new TextEncoder().encode(text);

function lint(text: string, settings: SettingsLayer = {}, task?: Task): Promise<GraphReport> {
  const source = bytesSource(annotatedModel(text).bytes);
  return lintModel({ path: '/models/a.onnx', source, workspace }, mergeSettings(settings), task);
}

const rulesOf = ({ findings }: Pick<GraphReport, 'findings'>) => findings.map(({ rule }) => rule);

/** One silent miscompilation, and one operator that no route has. */
const troubled = `<ir_version: 8, opset_import: ["" : 13]>
net (float[1,8] x) => (float[1,8] z) {
  [first] y = Elu (x)
  [second] z = Acosh (y)
}`;
const bm1684x = { targets: ['sophgo-bm1684x'] };

test('findings have rule, severity, verdict, target, route, place and evidence', async () => {
  const { findings, problems } = await lint(troubled, bm1684x);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    findings.map(({ rule, severity, verdict, target, route, place }) => ({
      rule,
      severity,
      verdict,
      target,
      route,
      node: place?.node,
    })),
    [
      {
        rule: 'onnx/silent-miscompilation',
        severity: 'silent',
        verdict: 'silent',
        target: 'sophgo-bm1684x',
        route: 'tpu-mlir',
        node: 'first',
      },
      {
        rule: 'onnx/unsupported-operator',
        severity: 'error',
        verdict: 'unsupported',
        target: 'sophgo-bm1684x',
        route: 'tpu-mlir',
        node: 'second',
      },
    ],
  );
  assert.ok(findings.every(({ evidence }) => evidence.length > 0));
});

test('a level replaces the severity, and off silences the rule', async () => {
  const levels = new Map([
    ['onnx/silent-miscompilation', 'hint'],
    ['onnx/unsupported-operator', 'off'],
  ] as const);
  const { findings } = await lint(troubled, { ...bm1684x, levels });
  assert.deepEqual(
    findings.map(({ rule, severity }) => [rule, severity]),
    [['onnx/silent-miscompilation', 'hint']],
  );
});

test('with every rule off, nothing is found and the coverage stays', async () => {
  const levels = new Map(allRules.map(({ code }) => [code, 'off'] as const));
  const { findings, coverage } = await lint(troubled, { ...bm1684x, levels });
  assert.deepEqual(findings, []);
  assert.deepEqual(
    coverage[0]!.verdicts.map(({ verdict, operators }) => [verdict, operators]),
    [
      ['silent', 1],
      ['unsupported', 1],
    ],
  );
});

test('an ignored finding is counted, and its ignore is known to be used', async () => {
  const ignore = { node: 'first', reason: 'checked', configuration: '/portolan.config.json' };
  const report = await lint(troubled, { ...bm1684x, ignores: [ignore] });
  assert.deepEqual(rulesOf(report), ['onnx/unsupported-operator']);
  assert.equal(report.ignored, 1);
  assert.deepEqual([...report.usedIgnores], [ignore]);
});

test('a text is linted as the model that it is, and its findings and problems stand in the text', async () => {
  const source = bytesSource(encoded(troubled));
  const report = await lintModel({ path: '/a.onnxtxt', source, workspace }, mergeSettings(bm1684x));
  assert.deepEqual(
    report.findings.map(({ span }) => troubled.slice(span!.start, span!.end)),
    ['Elu', 'Acosh'],
  );
  const broken = troubled.replace('Elu (x)', 'Elu (nowhere)');
  const { problems } = await lintModel(
    { path: '/a.onnx.txt', source: bytesSource(encoded(broken)), workspace },
    mergeSettings(),
  );
  assert.ok(problems.length > 0);
  assert.ok(problems.every(({ byteOffset }) => byteOffset === undefined));
});

test('a finding about an input of a text stands at its declaration', async () => {
  const text = '<ir_version: 8, opset_import: ["" : 13]> net (float[N,8] image) => (float[N,8] y) { y = Abs (image) }';
  const report = await lintModel(
    { path: '/a.onnxtxt', source: bytesSource(encoded(text)), workspace },
    mergeSettings(bm1684x),
  );
  assert.deepEqual(
    report.findings.map(({ rule, span }) => `${rule} ${text.slice(span!.start, span!.end)}`),
    ['onnx/dynamic-dimension float[N,8] image'],
  );
});

test('a text that is no model is told where it ends to be one', async () => {
  const source = bytesSource(encoded('<ir_version: 8> net (float x) => (float y) { y = '));
  const { problems, facts, findings } = await lintModel({ path: '/a.onnxtxt', source, workspace }, mergeSettings());
  assert.ok(problems.length > 0 && problems.every(({ span }) => span !== undefined));
  assert.equal(facts === undefined || findings.every(({ evidence }) => evidence.length > 0), true);
});

for (const [name, bytes] of [
  ['nothing', new Uint8Array()],
  ['a web page', encoded('<!DOCTYPE html><html></html>')],
  ['a pointer of Git LFS', encoded('version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n')],
  ['noise', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) & 255)],
] as const) {
  test(`${name} is a problem, and no finding`, async () => {
    const report = await lintModel({ path: '/a.onnx', source: bytesSource(bytes), workspace }, mergeSettings());
    assert.ok(report.problems.some(({ severity }) => severity === 'error'));
    assert.deepEqual(report.findings, []);
  });
}

test('cut anywhere, a model is linted as far as it goes', async () => {
  const { bytes } = annotatedModel(troubled);
  for (let length = 0; length < bytes.length; length++) {
    const source = bytesSource(bytes.subarray(0, length));
    const report = await lintModel({ path: '/a.onnx', source, workspace }, mergeSettings(bm1684x));
    assert.ok(report.problems.length > 0, `${length} of ${bytes.length} bytes`);
  }
});

test('unknown targets are problems, the others are linted', async () => {
  const report = await lint(troubled, { targets: ['bm9999', 'sophgo-bm1684x'] });
  assert.deepEqual(
    report.problems.map(({ code }) => code),
    ['settings/unknown-target'],
  );
  assert.deepEqual(
    report.assessments.map(({ target }) => target),
    ['sophgo-bm1684x'],
  );
});

test('a task that is cancelled at any question ends the run, and the report says so', async () => {
  for (let questions = 0; questions < 12; questions++) {
    let left = questions;
    const report = await lint(troubled, {}, { isCancelled: () => left-- <= 0 });
    assert.equal(report.cancelled, true);
  }
});

test('the host breathes between stages, and progress only grows', async () => {
  let breaths = 0;
  const fractions: number[] = [];
  await lint(
    troubled,
    {},
    {
      isCancelled: () => false,
      progress: (fraction) => fractions.push(fraction),
      breathe: async () => void breaths++,
    },
  );
  assert.ok(breaths >= 5, `${breaths}`);
  assert.deepEqual(
    fractions,
    fractions.toSorted((a, b) => a - b),
  );
  assert.equal(fractions.at(-1), 1);
});

test('about the model first, then in the order of graphs and nodes, targets in the order asked for', async () => {
  const text = `<ir_version: 8, opset_import: ["" : 13]>
net (bool c, float[N,8] x) => (float[N,8] z) {
  y = If (c) <
    then_branch = one () => (float[N,8] e) { e = Acosh (x) },
    else_branch = two () => (float[N,8] f) { f = Relu (x) }
  >
  z = Acosh (y)
}`;
  const { findings } = await lint(text, { targets: ['sophgo-bm1684x', 'sophgo-sc11-fp300'] });
  const places = findings
    .filter(({ rule }) => /unsupported-operator|dynamic/.test(rule))
    .map(({ target, place }) => `${place ? `${place.graph}${place.index}` : 'model'} ${target}`);
  assert.deepEqual(places, [
    'model sophgo-bm1684x',
    'model sophgo-sc11-fp300',
    '/1 sophgo-bm1684x',
    '/1 sophgo-sc11-fp300',
    '/0.then_branch0 sophgo-bm1684x',
    '/0.then_branch0 sophgo-sc11-fp300',
  ]);
});

const called = `<ir_version: 8, opset_import: ["" : 13, "own" : 1]>
net (float[4,8] x, float[8,8] w) => (float[4,8] z) {
  a = own.twice (x, w)
  b = own.twice (a, w)
  z = MatMul (b, w)
}
<domain: "own", opset_import: ["" : 13]>
twice (x, w) => (z) {
  y = MatMul (x, w)
  u = Acosh (y)
  z = MatMul (u, w)
}`;

test('a function is told once, at its operator, however often it is called', async () => {
  const { findings } = await lint(called, bm1684x);
  const refused = findings.filter(({ rule }) => rule === 'onnx/unsupported-operator');
  assert.deepEqual(
    refused.map(({ place }) => place?.op),
    // The calls of the graph, which tpu-mlir does not know, and what the body has.
    ['twice', 'twice', 'Acosh'],
  );
});

test('coverage counts the operators of a function once and its MACs at every call', async () => {
  const { coverage, facts } = await lint(called, bm1684x);
  const [tpu] = coverage;
  assert.equal(tpu!.operators, 4);
  // 4 x 8 x 8 for each MatMul: two in each of two calls, and one more.
  assert.equal(tpu!.macs, 5 * 4 * 8 * 8);
  assert.equal(tpu!.macs, facts!.total.macs);
});

test('two to the fortieth calls cost what forty functions cost', async () => {
  const functions = Array.from(
    { length: 40 },
    (_, index) => `<domain: "own", opset_import: ["" : 13, "own" : 1]>
f${index} (x) => (z) {
  y = ${index === 39 ? 'Abs' : `own.f${index + 1}`} (x)
  z = ${index === 39 ? 'Abs' : `own.f${index + 1}`} (y)
}`,
  );
  const text = `<ir_version: 8, opset_import: ["" : 13, "own" : 1]>
net (float[2] x) => (float[2] z) { z = own.f0 (x) }
${functions.join('\n')}`;
  const { coverage, cancelled } = await lint(text, bm1684x);
  assert.equal(cancelled, false);
  assert.equal(coverage[0]!.operators, 2);
});

/** A chain of operators that no Sophgo chip has. */
const chainOf = (count: number) => `<ir_version: 8, opset_import: ["" : 13]>
net (float[2] v0) => (float[2] v${count}) {
${Array.from({ length: count }, (_, index) => `  v${index + 1} = Acosh (v${index})`).join('\n')}
}`;

test('ten thousand bad operators are ten thousand findings', async () => {
  const { findings } = await lint(chainOf(10_000), bm1684x);
  assert.equal(rulesOf({ findings }).filter((rule) => rule === 'onnx/unsupported-operator').length, 10_000);
});

test('beyond a hundred thousand findings the rest is counted, and said to be left out', async () => {
  const { findings, problems, coverage } = await lint(chainOf(100_010), bm1684x);
  assert.equal(findings.length, 100_000);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['lint/findings-left-out'],
  );
  assert.equal(coverage[0]!.operators, 100_010);
});
