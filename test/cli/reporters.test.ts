import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log } from 'sarif';
import { formats } from '../../cli/arguments/options';
import { reporters } from '../../cli/reporters';
import { isValid } from './output-schemas';
import { sampleOptions, sampleReport } from './sample-report';
import { matchesSnapshot } from './snapshot';

async function reported(format: (typeof formats)[number], language: 'en' | 'zh-cn', all = false): Promise<string> {
  const reporter = await reporters[format]();
  return [...reporter(sampleReport, sampleOptions(language, all))].join('');
}

for (const format of formats) {
  for (const language of ['en', 'zh-cn'] as const) {
    test(`the ${format} report in ${language} reads as it did`, async () => {
      const text = await reported(format, language);
      matchesSnapshot(`report.${language}.${format}`, text);
      assert.doesNotMatch(
        text,
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/,
        'control characters',
      );
      if (language === 'en') assert.doesNotMatch(text, /\p{Script=Han}/u);
    });
  }
}

test('with --all nothing is left out', async () => {
  const text = await reported('text', 'en', true);
  for (const name of [
    '#0 Conv',
    '/layer.1/Conv',
    '/layer.4/Conv',
    'fused (com.microsoft.FusedConv) @ /3.then_branch',
  ]) {
    assert.ok(text.replace(/\s+/g, ' ').includes(name), name);
  }
  assert.doesNotMatch(text, /more/);
});

test('whole numbers that no double holds are exact in JSON', async () => {
  const json = await reported('json', 'en');
  assert.match(json, /"macs": 2999999999999999000$/m);
  isValid('lint-output', JSON.parse(json));
});

test('a range counts lines and columns from 1', async () => {
  const { files } = JSON.parse(await reported('json', 'en'));
  assert.deepEqual(files[1].findings[0].range, { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } });
  assert.deepEqual(files[1].findings[0].fixes[0].edits, [
    { range: { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } }, newText: 'Gemm' },
  ]);
  assert.deepEqual(files[1].problems[0].range.start, { line: 2, column: 1 });
});

test('the SARIF log holds together', async () => {
  const log: Log = JSON.parse(await reported('sarif', 'en'));
  const [run] = log.runs;
  const rules = run!.tool.driver.rules!;
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  const occurrences = run!.results!.map(({ occurrenceCount = 1 }) => occurrenceCount);
  assert.equal(
    occurrences.reduce((a, b) => a + b),
    sampleReport.files.flatMap(({ findings, problems }) => [...findings, ...problems]).length,
  );
  for (const result of run!.results!) {
    assert.equal(rules[result.ruleIndex!]!.id, result.ruleId);
    assert.ok(['error', 'warning', 'note'].includes(result.level!));
    assert.ok(result.message.text);
    const { artifactLocation } = result.locations![0]!.physicalLocation!;
    assert.ok(URL.canParse(artifactLocation!.uri!, 'file:///root/'), artifactLocation!.uri);
    assert.ok(artifactLocation!.uriBaseId! in run!.originalUriBaseIds!);
  }
  const fingerprints = run!.results!.flatMap(({ partialFingerprints }) => Object.values(partialFingerprints ?? {}));
  assert.equal(new Set(fingerprints).size, fingerprints.length);
});

test('a note on several operators is one result of the SARIF log, with the others as related locations', async () => {
  const log: Log = JSON.parse(await reported('sarif', 'en'));
  const [note, ...rest] = log.runs[0]!.results!.filter(({ ruleId }) => ruleId === 'onnx/open');
  assert.deepEqual(rest, []);
  assert.equal(note!.locations![0]!.logicalLocations![0]!.name, '/slice.11');
  assert.deepEqual(
    note!.relatedLocations!.map(({ message, physicalLocation }) => [
      message!.text,
      physicalLocation!.region!.byteOffset,
    ]),
    [
      ['/slice.12 (Slice)', 1120],
      ['/slice.13 (Slice)', 1130],
    ],
  );
});
