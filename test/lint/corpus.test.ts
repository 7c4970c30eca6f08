import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type GraphReport, lintModel, mergeSettings } from '../../core/lint';
import { type Assessment, bytesSource, type Finding } from '../../core/model';
import { allRules } from '../../rules/checks';
import { locatedElsewhere, nameOf } from '../../rules/checks/reasons/rule-of-reason';
import { memoryWorkspace } from '../harness/memory-workspace';
import { inShared, withoutShared } from '../harness/repository';

const workspace = memoryWorkspace(new Map());
const settings = mergeSettings({
  targets: ['sophgo-sc11-fp300', 'sophgo-bm1684', 'ascend-910b2', 'ascend-310p'],
  routes: ['tpu-mlir', 'atc', 'ort-cann'],
  precision: new Map([['sophgo-sc11-fp300', 'f16']]),
});

const chinese = /[\u4e00-\u9fff]/;
const codes = new Set(allRules.map(({ code }) => code));

/** What holds for every finding of every model. */
function checkFinding(finding: Finding): void {
  const { rule, severity, verdict, message, advice, evidence, place } = finding;
  assert.ok(codes.has(rule), rule);
  assert.ok(message.en.length > 10, `${rule}: ${message.en}`);
  assert.match(message.zh, chinese, `${rule}: ${message.zh}`);
  assert.ok(advice !== undefined && advice.en.length > 5 && chinese.test(advice.zh), `${rule} has no advice`);
  assert.doesNotMatch(`${message.en} ${message.zh} ${advice.en} ${advice.zh}`, /\bundefined\b|\bNaN\b|\[object/, rule);
  assert.ok(evidence.length > 0, `${rule} without evidence`);
  for (const { source, version, where } of evidence) assert.ok(source && version && where, rule);
  if (verdict === 'unknown') assert.equal(severity, 'information');
  if (severity === 'silent') assert.equal(verdict, 'silent');
  if (place !== undefined) assert.ok(place.byteOffset >= 0);
}

/** Reasons about inputs, which rules tell at the very input, are told whenever the assessment has them. */
function checkModelReasons(assessments: readonly Assessment[], findings: readonly Finding[]): void {
  for (const { target, route, modelReasons } of assessments) {
    for (const reason of modelReasons) {
      const rule = /input|dynamic/.test(reason.id) ? locatedElsewhere.get(nameOf(reason)) : undefined;
      if (rule === undefined) continue;
      const told = findings.some(
        (finding) => finding.rule === rule && finding.target === target && finding.route === route,
      );
      assert.ok(told, `${reason.id} on ${target} is not told by ${rule}`);
    }
  }
}

function checkReport({ findings, coverage, assessments, facts, problems }: GraphReport): void {
  for (const finding of findings) checkFinding(finding);
  checkModelReasons(assessments, findings);
  const seen = new Set<string>();
  for (const { rule, target, route, place, value, message } of findings) {
    const key = JSON.stringify([rule, target, route, place?.graph, place?.index, value?.name, message.en]);
    assert.ok(!seen.has(key), `told twice: ${key}`);
    seen.add(key);
  }
  for (const { message } of problems) assert.ok(message.en !== '' && chinese.test(message.zh), message.en);
  assert.equal(coverage.length, assessments.length);
  for (const { verdicts, operators, macs } of coverage) {
    assert.equal(
      verdicts.reduce((sum, share) => sum + share.operators, 0),
      operators,
    );
    if (facts?.total.macs !== undefined) assert.equal(macs, facts.total.macs);
  }
}

test('every file of the corpus is linted without an exception, and every finding is complete', {
  skip: withoutShared('corpus/onnx'),
}, async () => {
  const root = inShared('corpus/onnx')!;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.onnx'));
  assert.ok(files.length > 300);
  const perRule = new Map<string, number>();
  for (const file of files.sort()) {
    const source = bytesSource(readFileSync(path.join(root, file)));
    const report = await lintModel({ path: `/${file}`, source, workspace }, settings);
    try {
      checkReport(report);
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`);
    }
    for (const { rule } of report.findings) perRule.set(rule, (perRule.get(rule) ?? 0) + 1);
  }
  console.log(`${files.length} models:`, Object.fromEntries([...perRule].sort(([, a], [, b]) => b - a)));
});
